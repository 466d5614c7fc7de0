"""What somebody looks for: an idea with what it needs, as the engine reads it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True, slots=True)
class Need:
    """A capacity that is looked for: a column of the vocabulary, how much of it, and when."""

    term: int
    amount: float | None = None
    when: str | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Near:
    """Within so many kilometres of a place (degrees, WGS 84)."""

    lat: float
    lon: float
    km: float


@dataclass(frozen=True, kw_only=True, slots=True)
class Slot:
    """A place in the consortium: one organisation that offers all of `needs` (columns).

    `sector` is a place in SECTORS, −1 for any.
    """

    name: str
    needs: tuple[int, ...] = ()
    sector: int = -1


@dataclass(frozen=True, kw_only=True, slots=True)
class Brief:
    """An idea; organisations are rows of a landscape, terms columns of its vocabularies.

    `asker` is whose idea it is, `members` are already in, `sectors` (places in SECTORS) must be
    in, `exclude` must not be. `area` is the name of a district, municipality or region, and
    `funding_source` that of the programme or fund it is meant for. All may be empty or None,
    which is: not said.
    """

    purpose: str = ""
    themes: tuple[int, ...] = ()
    target_groups: tuple[int, ...] = ()
    needs: tuple[Need, ...] = ()
    area: str | None = None
    near: Near | None = None
    funding_source: str | None = None
    asker: int | None = None
    members: tuple[int, ...] = ()
    sectors: tuple[int, ...] = ()
    exclude: tuple[int, ...] = ()
    slots: tuple[Slot, ...] = ()
