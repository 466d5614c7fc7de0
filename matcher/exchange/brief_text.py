"""A brief as a person writes it: in names and words, before anybody knows what they stand for."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

SAID = ("purpose", "themes", "target_groups", "needs", "sectors", "slots")
"""The fields of which one at least says what is looked for."""


@dataclass(frozen=True, kw_only=True, slots=True)
class NeedText:
    """A capacity by the word for it, how much of it, and when."""

    term: str
    amount: float | None = None
    when: str | None = None

    def as_document(self) -> str | dict[str, Any]:
        """The word alone where that is all."""
        if self.amount is None and self.when is None:
            return self.term
        return {"term": self.term, "amount": self.amount, "when": self.when}


@dataclass(frozen=True, kw_only=True, slots=True)
class NearText:
    """Within so many kilometres of a postcode, or of a point (degrees, WGS 84)."""

    km: float
    postcode: str | None = None
    lat: float | None = None
    lon: float | None = None

    def as_document(self) -> dict[str, Any]:
        """The place that is said, and how far."""
        if self.postcode is not None:
            return {"postcode": self.postcode, "km": self.km}
        return {"lat": self.lat, "lon": self.lon, "km": self.km}


@dataclass(frozen=True, kw_only=True, slots=True)
class SlotText:
    """A place in the consortium; one of `needs` and `sector` at least is said."""

    name: str
    needs: tuple[str, ...] = ()
    sector: str | None = None

    def as_document(self) -> dict[str, Any]:
        """All its fields."""
        return {"name": self.name, "needs": list(self.needs), "sector": self.sector}


@dataclass(frozen=True, kw_only=True, slots=True)
class BriefText:
    """What somebody looks for, in their words; organisations and terms by name or id."""

    title: str | None = None
    purpose: str = ""
    themes: tuple[str, ...] = ()
    target_groups: tuple[str, ...] = ()
    needs: tuple[NeedText, ...] = ()
    area: str | None = None
    near: NearText | None = None
    funding_source: str | None = None
    asker: str | None = None
    members: tuple[str, ...] = ()
    sectors: tuple[str, ...] = ()
    exclude: tuple[str, ...] = ()
    slots: tuple[SlotText, ...] = ()

    @property
    def says_something(self) -> bool:
        """Whether it says what is looked for; who asks and where is not yet that."""
        return any(getattr(self, field) for field in SAID)

    def as_document(self) -> dict[str, Any]:
        """Every field as JSON has it, under the keys of a brief's file.

        `brief_of` makes the same brief of it again.
        """
        return {
            "title": self.title,
            "purpose": self.purpose,
            "themes": list(self.themes),
            "target_groups": list(self.target_groups),
            "needs": [need.as_document() for need in self.needs],
            "area": self.area,
            "near": None if self.near is None else self.near.as_document(),
            "funding_source": self.funding_source,
            "asker": self.asker,
            "members": list(self.members),
            "sectors": list(self.sectors),
            "exclude": list(self.exclude),
            "slots": [slot.as_document() for slot in self.slots],
        }
