"""What differs between a landscape and the records."""

from __future__ import annotations

from dataclasses import dataclass

from matcher.landscape.axes import known_places
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
