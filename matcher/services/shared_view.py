"""What the holder of a link to a saved view may see of the map: that view, and parts of it."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from typing import Any, NoReturn, TypeVar

from matcher.errors import Refusal
from matcher.network.picture import MapView
from matcher.services.access import Actor
from matcher.services.installation import Installation
from matcher.store import documents
from matcher.wording.message import message

T = TypeVar("T")

JOINED = (
    "sector",
    "kind",
    "theme",
    "target_group",
    "offers",
    "needs",
    "area",
    "agreement",
    "since",
    "until",
    "evidence",
    "funding_until",
)
"""Conditions that only narrow, so that one more shows no more."""
PART = ("around", "path_to", "collaboration")
"""What says which part of the network is meant: another one is another part."""
NOBODY_SHOWN = ("",)
"""`only` for nobody; an empty one would ask for everybody."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Words:
    """A view in the words of addresses: conditions, and ids of those who are left out."""

    conditions: Mapping[str, str]
    hidden: tuple[str, ...]

    @property
    def steps(self) -> int:
        """How far around an organisation; as usual where nothing sensible is said."""
        said = self.conditions.get("steps", "")
        return int(said) if said in {"0", "1", "2", "3", "4", "5"} else 2

    def listed(self, name: str) -> tuple[str, ...]:
        """Ids that are written with commas between."""
        return tuple(key for key in self.conditions.get(name, "").split(",") if key)


def is_held(actor: Actor) -> bool:
    """Whether somebody holds a link to one view of the map."""
    return actor.role == "link" and actor.subject == "map" and actor.subject_id is not None


def words_of(installation: Installation, actor: Actor) -> Words:
    """The saved view that a holder's link is for; Refusal (link_expired) if it was deleted."""
    key = actor.subject_id or ""
    with installation.reading() as session:
        kept = documents.read(session, "view", [key]).get(key)
    if kept is None:
        raise gone()
    return Words(conditions=dict(kept["conditions"]), hidden=tuple(kept["hidden"]))


def gone() -> Refusal:
    """What is said of a link whose view, or what the view was around, is not there any more."""
    return Refusal(
        "link_expired",
        message("What this link showed is not there any more."),
        message("Ask the person who gave it to you for a new one."),
    )


def inside(held: MapView, asked: MapView, shown: Collection[str]) -> MapView:
    """What is asked for, within the view that is held; `shown` are the ids of those on it.

    Conditions may be added and repeated. Refusal (forbidden) for one that is held and asked to be
    another, and for another part of the network; (not_found) for a part around who is not on it.
    Nobody outside `shown` is ever on the answer.
    """
    if asked == MapView() or asked == held:
        return held
    require_shown(shown, (asked.around, asked.path_to))
    values: dict[str, Any] = {
        name: _both(getattr(held, name), getattr(asked, name)) for name in JOINED
    }
    if held.around is not None or held.collaboration is not None:
        values |= {name: _both(getattr(held, name), getattr(asked, name)) for name in PART}
        near = asked.steps if asked.around is not None else held.steps
        values["steps"] = min(near, held.steps)
    there = frozenset(shown)
    wanted = tuple(key for key in asked.only if key in there) if asked.only else tuple(shown)
    return replace(
        asked,
        **values,
        only=wanted or NOBODY_SHOWN,
        without=tuple(sorted({*held.without, *asked.without})),
    )


def require_shown(shown: Collection[str], asked: Collection[str | None]) -> None:
    """Refusal (not_found) for an organisation that is not on the view, whether it exists or not."""
    for key in asked:
        if key is not None and key not in shown:
            raise Refusal("not_found", message("This organisation is not on the map."))


def _both(held: T | None, asked: T | None) -> T | None:
    if held is not None and asked is not None and held != asked:
        _refuse()
    return asked if held is None else held


def _refuse() -> NoReturn:
    raise Refusal(
        "forbidden",
        message("This link shows one view of the map, and this would be another one."),
        message("Add conditions to see less of it, or ask for a link to more."),
    )
