"""From chosen organisations to a consortium: who fills which place, what is left, what it costs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import isnan

import numpy as np

from matcher.compose.cost import Costs
from matcher.compose.empty import uncovered
from matcher.compose.results import Consortium, Member
from matcher.compose.slots import Places
from matcher.landscape import Landscape
from matcher.landscape.arrays import BoolArray, IntArray

RESERVES = 3  # a slot


@dataclass(frozen=True, kw_only=True, slots=True, eq=False)
class Question:
    """What all consortia of one answer are made from.

    `already` are the rows of the asker (`owner`) and of the members already in; `allowed` is the
    mask of those who may be asked.
    """

    landscape: Landscape
    places: Places
    already: tuple[int, ...]
    owner: int | None
    allowed: BoolArray
    costs: Costs

    @property
    def open(self) -> BoolArray:
        """Mask of the places that nobody who is already in fills."""
        return np.logical_not(_together(self.places.able, self.already))

    def consortium(
        self, rows: IntArray, bound: float | None = None, *, optimal: bool = False
    ) -> Consortium:
        """The consortium of these new members; no cheaper one costs less than `bound`."""
        new = rows[np.argsort(self.landscape.order[rows])].tolist()
        duties = self._duties(new)
        members = [self._member(row, duties.get(row, ())) for row in (*new, *self.already)]
        cost = float(sum(member.cost for member in members))
        empty = np.logical_not(_together(self.places.able, (*new, *self.already)))
        return Consortium(
            members=tuple(
                m for m in members if m.organisation != self.owner or duties.get(self.owner)
            ),
            cost=cost,
            optimal=optimal,
            gap=0.0 if optimal else _gap(cost, bound),
            uncovered=uncovered(self.landscape, self.places, self.allowed, empty),
            reserves=tuple(self._reserves(slot, new) for slot in range(len(self.places.slots))),
        )

    def _duties(self, new: list[int]) -> dict[int, tuple[int, ...]]:
        """Who fills each place: those already in before new ones, then the nearest in cost."""
        by_cost = sorted(new, key=lambda row: self.costs.cost[row])
        found: dict[int, tuple[int, ...]] = {}
        for place in range(len(self.places)):
            who = next((r for r in (*self.already, *by_cost) if self.places.able[r, place]), None)
            if who is not None:
                found[who] = (*found.get(who, ()), place)
        return found

    def _member(self, row: int, duties: tuple[int, ...]) -> Member:
        slots = len(self.places.slots)
        already_in = row in self.already
        km = float(self.costs.km[row])
        return Member(
            organisation=row,
            slots=tuple(place for place in duties if place < slots),
            sectors=tuple(self.places.sectors[p - slots] for p in duties if p >= slots),
            cost=0.0 if already_in else float(self.costs.cost[row]),
            steps=int(self.costs.steps[row]),
            km=None if isnan(km) else km,
            already_in=already_in,
        )

    def _reserves(self, slot: int, new: list[int]) -> tuple[int, ...]:
        mask = self.places.able[:, slot] & self.allowed
        mask[new] = False
        rows = np.flatnonzero(mask)
        best = rows[np.lexsort((self.landscape.order[rows], self.costs.cost[rows]))]
        return tuple(best[:RESERVES].tolist())


def _together(able: BoolArray, rows: Sequence[int]) -> BoolArray:
    """What some of the rows can stand for; nothing for no rows."""
    return np.asarray(able[list(rows)].any(axis=0), np.bool_)


def _gap(cost: float, bound: float | None) -> float | None:
    if bound is None:
        return None
    return max(0.0, 1.0 - bound / cost) if cost else 0.0
