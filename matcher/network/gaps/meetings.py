"""Sectors and kinds that do not meet: ties between them against those that chance would bring."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from matcher.landscape.arrays import IntArray
from matcher.network.gaps.ties_now import TiesNow

LEAST_EXPECTED = 5.0
"""Ties that chance should bring before their absence says anything."""

SELDOM = 0.75
"""From this share of the expected ties down, two sorts are said to meet seldom."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Meeting:
    """Two sorts (codes, `a` below `b`), the ties between them, and those expected by chance."""

    a: int
    b: int
    ties: int
    expected: float

    @property
    def missing(self) -> float:
        """How many ties fewer than expected; 0 where there are more."""
        return max(0.0, self.expected - self.ties)

    @property
    def seldom(self) -> bool:
        """Whether they meet so much less than by chance that it tells something."""
        return self.expected >= LEAST_EXPECTED and self.ties <= SELDOM * self.expected


def meetings(ties: TiesNow, codes: IntArray, number: int) -> tuple[Meeting, ...]:
    """Every two of `number` sorts of which each has a tie; the most missed first.

    `codes` are the sorts of rows, −1 for those left out. Expected is what a random network with
    the same number of ties at every organisation has between them: the product of the ends of
    ties at the two sorts over all ends (Molloy and Reed, "A critical point for random graphs with
    a given degree sequence", 1995; Newman, "Networks", 2010, §7.13). Ends at rows that are left
    out count in neither.
    """
    rows = np.repeat(np.arange(len(codes)), ties.degree)
    first, second = codes[rows], codes[ties.matrix.indices]
    both = (first >= 0) & (second >= 0)
    table = np.zeros((number, number))
    np.add.at(table, (first[both], second[both]), 1.0)
    ends = table.sum(axis=1)
    total = float(ends.sum())
    if total <= 0:
        return ()
    expected = np.outer(ends, ends) / total
    found = [
        Meeting(a=int(a), b=int(b), ties=int(table[a, b]), expected=float(expected[a, b]))
        for a, b in zip(*np.triu_indices(number, 1), strict=True)
        if expected[a, b] > 0
    ]
    return tuple(sorted(found, key=lambda each: (-each.missing, each.a, each.b)))


def common_enough(codes: IntArray, number: int, least: int) -> IntArray:
    """The codes with −1 for all of which there are fewer than `least`."""
    often = np.bincount(codes[codes >= 0], minlength=number)
    return np.where((codes >= 0) & (often[codes] >= least), codes, -1) if number else codes
