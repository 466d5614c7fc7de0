"""What differs between a landscape and the records."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass

from matcher.landscape.model import Landscape


@dataclass(frozen=True, kw_only=True, slots=True)
class Changed:
    """The ids of records that were added, changed or deleted."""

    organisations: frozenset[str] = frozenset()
    collaborations: frozenset[str] = frozenset()
    ties: frozenset[str] = frozenset()

    def __len__(self) -> int:
        return len(self.organisations) + len(self.collaborations) + len(self.ties)


def tied_before(landscape: Landscape, changed: Changed) -> set[str]:
    """Who took part in the collaborations, and the ends of the ties, as far as they were known."""
    members = landscape.experience.members
    found = {
        landscape.ids[row]
        for place in known_places(landscape.collaborations.ids, changed.collaborations)
        for row in members.indices[members.indptr[place] : members.indptr[place + 1]].tolist()
    }
    return found.union(*(landscape.reported.get(key, ()) for key in changed.ties))


def known_places(ids: tuple[str, ...], wanted: Iterable[str]) -> list[int]:
    """The places of those that are there, ascending; `ids` ascend."""
    places = ((key, bisect_left(ids, key)) for key in sorted(wanted))
    return [place for key, place in places if place < len(ids) and ids[place] == key]
