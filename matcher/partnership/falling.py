"""What falls when a grant ends: ties, who would stand alone, what is out of reach, which parts.

A grant is meant by the collaborations that it pays for. Ties are those of
`matcher.network.ties`, rows those of the landscape.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, TypeAlias

import numpy as np
from scipy.sparse import csr_array
from scipy.sparse.csgraph import connected_components

from matcher.network.evidence import Bools
from matcher.network.matrix import Ints, symmetric
from matcher.network.ties import Ties, some

Sparse: TypeAlias = "csr_array[Any, Any]"


@dataclass(frozen=True, kw_only=True, slots=True)
class OutOfReach:
    """A capacity (column) that an organisation (row) would reach through nobody any more.

    `through` are the rows that offer it and that it works with through the grant alone; `needed`
    says that it has said that it needs it.
    """

    capacity: int
    row: int
    through: tuple[int, ...]
    needed: bool


def falling_ties(ties: Ties, paid: Bools, day: date) -> Ints:
    """The places of the ties that rest on nothing else when the grant ends on a day.

    `paid` says of every collaboration of `ties.pieces.known` whether the grant pays for it. A tie
    falls if it goes on, comes from such a collaboration, and nothing else that it rests on goes on
    beyond the day: neither another collaboration nor a reported tie.
    """
    by = np.append(paid, False)[ties.pieces.collaboration]
    goes_on = ties.pieces.until > day.toordinal()
    piece, tie = ties.piece, ties.tie_of_piece
    paid_for = _any(tie, by[piece], len(ties))
    held = _any(tie, goes_on[piece] & ~by[piece], len(ties))
    return np.flatnonzero(ties.current & paid_for & ~held)


def left_standing(ties: Ties, fallen: Ints, day: date) -> Ties:
    """The ties that still go on after the day."""
    stay = ties.current & (ties.until > day.toordinal())
    stay[fallen] = False
    return some(ties, stay)


def left_alone(ties: Ties, fallen: Ints, left: Ties, size: int) -> Ints:
    """The rows that lose ties and have none left."""
    return np.flatnonzero((_degree(some(ties, fallen), size) > 0) & (_degree(left, size) == 0))


def come_apart(ties: Ties, fallen: Ints, left: Ties, size: int) -> tuple[tuple[int, ...], ...]:
    """What would hang together no more with what it hangs together with: parts of two and more.

    Of every part of today's network that falls apart all but the largest of what is left of it,
    the larger first; who would stand alone is no part.
    """
    lost = some(ties, fallen)
    after = _parts(left.ends, size)
    before = _parts(np.concatenate([left.ends, lost.ends]), size)
    sizes = np.bincount(after)
    found = []
    for whole in np.unique(before[lost.ends.ravel()]):
        parts = np.unique(after[before == whole]).tolist()
        largest = max(parts, key=lambda part: (int(sizes[part]), -part))
        found += [part for part in parts if part != largest and sizes[part] > 1]
    members = [tuple(np.flatnonzero(after == part).tolist()) for part in found]
    return tuple(sorted(members, key=lambda rows: (-len(rows), rows)))


def out_of_reach(
    ties: Ties, fallen: Ints, left: Ties, offers: Sparse, needs: Sparse
) -> tuple[OutOfReach, ...]:
    """The capacities that organisations reach through those ties and through nobody else.

    What an organisation offers itself, or somebody offers whom it still works with, stays within
    its reach. By capacity, those who need it first.
    """
    lost = some(ties, fallen)
    rows = np.unique(np.concatenate([lost.a, lost.b]))
    size = offers.shape[0]
    now, then = symmetric(size, lost.ends), symmetric(size, left.ends)
    found = []
    for row in rows.tolist():
        kept = {*_columns(offers, row)}
        for other in _columns(then, row):
            kept.update(_columns(offers, other))
        through: dict[int, list[int]] = {}
        for other in _columns(now, row):
            for capacity in _columns(offers, other):
                if capacity not in kept:
                    through.setdefault(capacity, []).append(other)
        wanted = {*_columns(needs, row)}
        found += [
            OutOfReach(
                capacity=capacity, row=row, through=tuple(sorted(who)), needed=capacity in wanted
            )
            for capacity, who in through.items()
        ]
    return tuple(sorted(found, key=lambda each: (each.capacity, not each.needed, each.row)))


def fall_counts(
    ties: Ties, grants: Sequence[tuple[Bools, date]], size: int
) -> tuple[tuple[int, int], ...]:
    """How many ties fall with each grant, and how many rows it leaves alone.

    A grant is what it pays for, as in `falling_ties`, and its day. Only the ties that come from
    what it pays for are looked at, so hundreds of grants are quick.
    """
    collaboration = ties.pieces.collaboration[ties.piece]
    turn = np.argsort(collaboration, kind="stable")
    tie, known = ties.tie_of_piece[turn], collaboration[turn]
    degrees: dict[date, Ints] = {}
    found = []
    for paid, day in grants:
        if day not in degrees:
            degrees[day] = _degree_after(ties, day, size)
        mine = np.flatnonzero(paid)
        first, last = np.searchsorted(known, mine), np.searchsorted(known, mine, side="right")
        spans = [tie[a:b] for a, b in zip(first.tolist(), last.tolist(), strict=True)]
        near = some(ties, np.unique(np.concatenate([_NOTHING, *spans])))
        lost = some(near, falling_ties(near, paid, day))
        ends, gone = np.unique(lost.ends, return_counts=True)
        # What would have ended by the day anyhow is no longer among the ties counted.
        over = np.bincount(
            np.searchsorted(ends, lost.ends[lost.until <= day.toordinal()].ravel()),
            minlength=len(ends),
        )
        found.append((len(lost), int(np.count_nonzero(degrees[day][ends] == gone - over))))
    return tuple(found)


_NOTHING = np.empty(0, np.int64)


def _columns(matrix: Sparse, row: int) -> list[int]:
    cells: list[int] = matrix.indices[matrix.indptr[row] : matrix.indptr[row + 1]].tolist()
    return cells


def _any(tie: Ints, which: Bools, count: int) -> Bools:
    found = np.zeros(count, np.bool_)
    found[tie[which]] = True
    return found


def _degree(ties: Ties, size: int) -> Ints:
    return np.bincount(ties.ends.ravel(), minlength=size).astype(np.int64)


def _degree_after(ties: Ties, day: date, size: int) -> Ints:
    """The degree in the ties that go on after the day, without copying them."""
    stay = ties.current & (ties.until > day.toordinal())
    ends = (ties.a[stay], ties.b[stay])
    return np.add(*(np.bincount(each, minlength=size) for each in ends)).astype(np.int64)


def _parts(ends: Ints, size: int) -> Ints:
    """The number of the part that each row hangs together with."""
    _, part = connected_components(symmetric(size, ends), directed=False)
    return np.asarray(part, np.int64)
