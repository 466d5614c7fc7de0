"""Brokers whose loss would split the network, and ties that alone hold two sides together."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from matcher.landscape.arrays import BoolArray, IntArray
from matcher.network.gaps.ties_now import TiesNow


@dataclass(frozen=True, kw_only=True, slots=True)
class Broker:
    """An organisation (row) without which those it connects would fall into `parts`.

    `parts` are their sizes, the largest first; `cut_off` is how many are outside the largest.
    """

    row: int
    parts: tuple[int, ...]

    @property
    def cut_off(self) -> int:
        return sum(self.parts[1:])


@dataclass(frozen=True, kw_only=True, slots=True)
class Bridge:
    """A tie between two rows without which two sides of so many would lose each other.

    `a` is on the smaller side, whose size stands first.
    """

    a: int
    b: int
    sides: tuple[int, int]


@dataclass(frozen=True, kw_only=True, slots=True, eq=False)
class Walk:
    """A walk in depth through all ties, one value a row.

    `turn` is when a row was met, `parent` from where (−1 at a start), `low` the earliest turn that
    can be reached from below it without the tie it was met by, `below` how many were met through
    it, itself counted, `start` where its part was begun.
    """

    turn: IntArray
    parent: IntArray
    low: IntArray
    below: IntArray
    start: IntArray


def brokers(walk: Walk, order: IntArray, among: BoolArray) -> tuple[Broker, ...]:
    """Those whose loss would split what they hold together, most cut off first, then by `order`.

    The articulation points of Hopcroft and Tarjan (Algorithm 447, 1973), with the sizes of the
    parts, in time that grows with the number of ties. Only rows `among` them are told.
    """
    child = np.flatnonzero(walk.parent >= 0)
    above = walk.parent[child]
    starts = walk.parent[above] < 0
    # What hangs below a child that cannot get past its parent is a part of its own.
    falls_off = starts | (walk.low[child] >= walk.turn[above])
    child, above = child[falls_off], above[falls_off]
    parts: dict[int, list[int]] = {}
    for row, size in zip(above.tolist(), walk.below[child].tolist(), strict=True):
        parts.setdefault(row, []).append(size)
    found = []
    for row, sizes in parts.items():
        if walk.parent[row] >= 0:
            sizes.append(int(walk.below[walk.start[row]]) - 1 - sum(sizes))
        if len(sizes) > 1 and among[row]:
            found.append(Broker(row=row, parts=tuple(sorted(sizes, reverse=True))))
    return tuple(sorted(found, key=lambda each: (-each.cut_off, int(order[each.row]))))


def bridges(walk: Walk, order: IntArray, among: BoolArray, least: int) -> tuple[Bridge, ...]:
    """Ties without which two sides of at least so many would lose each other.

    Most at stake first: the smaller side's size, then by `order`. One end is `among` them.
    """
    child = np.flatnonzero(walk.parent >= 0)
    child = child[walk.low[child] > walk.turn[walk.parent[child]]]
    found = []
    for row in child.tolist():
        other = int(walk.parent[row])
        inside = int(walk.below[row])
        outside = int(walk.below[walk.start[row]]) - inside
        if min(inside, outside) < least or not (among[row] or among[other]):
            continue
        a, b = (row, other) if inside <= outside else (other, row)
        found.append(Bridge(a=a, b=b, sides=(min(inside, outside), max(inside, outside))))
    return tuple(
        sorted(found, key=lambda each: (-each.sides[0], int(order[each.a]), int(order[each.b])))
    )


def walk_through(ties: TiesNow) -> Walk:
    """The walk, in the order of rows; what brokers and bridges are read from."""
    size = len(ties.degree)
    indptr, indices = ties.matrix.indptr.tolist(), ties.matrix.indices.tolist()
    turn, parent, start = [-1] * size, [-1] * size, list(range(size))
    low, below, place = [0] * size, [1] * size, indptr[:size]
    now = 0
    for first in range(size):
        if turn[first] >= 0:
            continue
        turn[first] = low[first] = now
        now += 1
        way = [first]
        while way:
            row = way[-1]
            at = place[row]
            if at < indptr[row + 1]:
                place[row] = at + 1
                other = indices[at]
                if turn[other] < 0:
                    parent[other], start[other] = row, first
                    turn[other] = low[other] = now
                    now += 1
                    way.append(other)
                elif other != parent[row] and turn[other] < low[row]:
                    low[row] = turn[other]
            else:
                way.pop()
                above = parent[row]
                if above >= 0:
                    low[above] = min(low[above], low[row])
                    below[above] += below[row]
    return Walk(
        turn=np.array(turn, np.int64),
        parent=np.array(parent, np.int64),
        low=np.array(low, np.int64),
        below=np.array(below, np.int64),
        start=np.array(start, np.int64),
    )
