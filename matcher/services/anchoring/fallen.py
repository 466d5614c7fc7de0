"""What hangs on a grant, found in the network of a day and named."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from matcher.network.matrix import Ints
from matcher.network.ties import Ties
from matcher.partnership.falling import (
    come_apart,
    falling_ties,
    left_alone,
    left_standing,
    out_of_reach,
)
from matcher.services.anchoring.falling_results import LostCapacity, Who
from matcher.services.anchoring.network_now import NetworkNow
from matcher.wording.message import Words

MOST_SHOWN = 60
"""Organisations on a map of what falls in which the partners of those it is about are in, too."""

MOST_NAMED = 150
"""More an address does not name."""


@dataclass(frozen=True, kw_only=True, slots=True, eq=False)
class Fallen:
    """The network, the ties that fall (`places`), and those that are left."""

    now: NetworkNow
    places: Ints
    left: Ties

    @classmethod
    def of(cls, now: NetworkNow, paid: set[str], end: date) -> Fallen:
        """What hangs on the collaborations (ids) that a grant pays for, when it ends.

        Of a grant that has ended, what hangs on them today.
        """
        day = max(end, now.landscape.as_of)
        places = falling_ties(now.ties, now.paid(paid), day)
        return cls(now=now, places=places, left=left_standing(now.ties, places, day))

    def ties(self) -> tuple[tuple[Who, Who], ...]:
        """The ends of each tie that falls."""
        order = self.now.landscape.order
        ends = self.now.ties.ends[self.places].tolist()
        in_turn = [sorted(pair, key=lambda row: int(order[row])) for pair in ends]
        in_turn.sort(key=lambda pair: [int(order[row]) for row in pair])
        return tuple((self._who(a), self._who(b)) for a, b in in_turn)

    def alone(self) -> tuple[Who, ...]:
        """Who would stand alone."""
        size = len(self.now.landscape)
        found = left_alone(self.now.ties, self.places, self.left, size)
        return self._named(found.tolist())

    def parts(self) -> tuple[tuple[Who, ...], ...]:
        """Which groups would lose the rest of what they hang together with."""
        size = len(self.now.landscape)
        found = come_apart(self.now.ties, self.places, self.left, size)
        return tuple(self._named(rows) for rows in found)

    def shown(self) -> tuple[str, ...]:
        """The ids that a map of it should show: whom it is about, and whom they still work with.

        The partners are left out where they would be too many to look at, and nobody is named,
        which means the whole map, where those are too many themselves.
        """
        ends = set(self.now.ties.ends[self.places].ravel().tolist())
        parts = come_apart(self.now.ties, self.places, self.left, len(self.now.landscape))
        about = ends.union(*parts)
        pairs = self.left.ends.tolist()
        partners = {b for pair in pairs for a, b in (pair, pair[::-1]) if a in ends}
        rows = about | partners if len(about | partners) <= MOST_SHOWN else about
        if len(rows) > MOST_NAMED:
            return ()
        return tuple(self.now.landscape.ids[row] for row in sorted(rows))

    def capacities(self) -> tuple[LostCapacity, ...]:
        """What would be out of reach, and for whom; what is needed comes first."""
        landscape = self.now.landscape
        words = landscape.vocabularies["capacity"]
        found = out_of_reach(
            self.now.ties, self.places, self.left, landscape.offers, landscape.needs
        )
        lost = []
        for capacity, each in groupby(found, key=lambda one: one.capacity):
            cases = list(each)
            lost.append(
                LostCapacity(
                    capacity=Words(da=words.da[capacity], en=words.en[capacity]),
                    offered_by=self._named({row for case in cases for row in case.through}),
                    lost_by=self._named(case.row for case in cases),
                    needed_by=self._named(case.row for case in cases if case.needed),
                )
            )
        return tuple(sorted(lost, key=lambda one: -len(one.needed_by)))

    def _named(self, rows: Iterable[int]) -> tuple[Who, ...]:
        order = self.now.landscape.order
        return tuple(self._who(row) for row in sorted(rows, key=lambda row: int(order[row])))

    def _who(self, row: int) -> Who:
        return Who(id=self.now.landscape.ids[row], name=self.now.landscape.names[row])
