"""Organisations that stay where they stand while the network grows.

People learn a map. A full layout after one new organisation would move the others by a tenth of
the picture; here nobody moves, and the new one stands among its partners.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from matcher.network.band import seats
from matcher.network.layout import UNIT, Layout
from matcher.network.matrix import Floats, Ints, Matrix, symmetric
from matcher.network.spots import Spots

Chosen: TypeAlias = NDArray[np.bool_]

CLEAR = 0.8 * UNIT
"""How far a new one stands from the others: a smallest node beside the largest."""

OUTGROWN = 0.2
"""From this growth on, in organisations or ties, since the whole was laid out, it is done anew.

Ties count as well as organisations: they are what the picture is made of. Who leaves does not
count: a hole misleads nobody, and a map as of an earlier day has fewer ties.
"""

FEW, FEW_TIES = 5, 20
"""So much may come to a small network: one organisation that joins one collaboration brings as
many ties as it has partners there."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Kept:
    """Places (n × 2; nan for those without) and groups (−1 = none) of an earlier map.

    `organisations` and `ties` are how many there were when the whole was laid out; `taken` are
    places of others (k × 2) that are not given away.
    """

    place: Floats
    group: Ints
    organisations: int
    ties: int
    taken: Floats = field(default_factory=lambda: np.empty((0, 2)))


def outgrown(kept: Kept, *, organisations: int, ties: int) -> bool:
    """Whether so much has come since the whole was laid out that it should be done anew.

    A map without ties is nothing to hold on to.
    """
    if kept.ties == 0 and ties > 0:
        return True
    more = organisations - kept.organisations, ties - kept.ties
    return more[0] > max(FEW, OUTGROWN * kept.organisations) or more[1] > max(
        FEW_TIES, OUTGROWN * kept.ties
    )


def carried_on(kept: Kept, ends: Ints, weights: Floats) -> Layout:
    """Kept ones where they were, new ones on the free spot nearest to the centre of their partners.

    Without ties they join the band below the others; without partners on the map they stand to
    its right. One without a group gets that of most of its partners, by the weight of the ties.
    """
    size = len(kept.place)
    matrix = symmetric(size, ends, weights)
    place, group = kept.place.copy(), kept.group.copy()
    tied = np.diff(matrix.indptr) > 0
    new = np.isnan(place[:, 0])
    spots = Spots(np.concatenate([place[~new], kept.taken]), CLEAR, int(new.sum()))
    _beside_partners(matrix, place, new & tied, spots)
    _into_the_band(place, tied, new & ~tied, kept.taken)
    _joined(matrix, group, tied)
    return Layout(place=place, group=group)


def _beside_partners(matrix: Matrix, place: Floats, new: Chosen, spots: Spots) -> None:
    """Waves: those with partners on the map, then those whose partners have come by that."""
    waiting = np.flatnonzero(new)
    while len(waiting):
        stands = ~np.isnan(place[:, 0])
        ready = [int(row) for row in waiting if stands[_partners(matrix, int(row))[0]].any()]
        wishes = [_centre(matrix, place, row, stands) for row in ready]
        if not ready:
            degree = np.diff(matrix.indptr)[waiting]
            ready = [int(waiting[degree.argmax()])]
            wishes = [_beside(place[stands])]
        for row, wish in zip(ready, wishes, strict=True):
            place[row] = spots.nearest(wish)
        waiting = waiting[np.isnan(place[waiting, 0])]


def _partners(matrix: Matrix, row: int) -> tuple[Ints, Floats]:
    first, last = matrix.indptr[row], matrix.indptr[row + 1]
    return matrix.indices[first:last].astype(np.int64), matrix.data[first:last].astype(np.float64)


def _centre(matrix: Matrix, place: Floats, row: int, stands: Chosen) -> Floats:
    partners, weights = _partners(matrix, row)
    here = stands[partners]
    weights = np.maximum(weights[here], 1e-6)
    return np.asarray(np.average(place[partners[here]], axis=0, weights=weights))


def _beside(place: Floats) -> Floats:
    """To the right of the picture, half way down."""
    if not len(place):
        return np.zeros(2)
    low, high = place.min(axis=0), place.max(axis=0)
    return np.array([high[0] + 3 * UNIT, (low[1] + high[1]) / 2])


def _into_the_band(place: Floats, tied: Chosen, new: Chosen, taken: Floats) -> None:
    """The first free seats of the rows below all that have ties."""
    rows = np.flatnonzero(new)
    if not len(rows):
        return
    stands = ~np.isnan(place[:, 0])
    every = np.concatenate([place[stands], taken])
    offered = seats(len(rows), place[stands & tied] / UNIT, every / UNIT) * UNIT
    free = Spots(every, CLEAR, 0).free(offered)
    place[rows] = offered[free][: len(rows)]


def _joined(matrix: Matrix, group: Ints, tied: Chosen) -> None:
    """Those with ties and no group go to the group that their ties weigh most for."""
    waiting = np.flatnonzero(tied & (group < 0))
    while len(waiting):
        found = np.array([_most_of(matrix, group, int(row)) for row in waiting])
        group[waiting] = found
        still = waiting[found < 0]
        if len(still) == len(waiting):
            return
        waiting = still


def _most_of(matrix: Matrix, group: Ints, row: int) -> int:
    partners, weights = _partners(matrix, row)
    known = group[partners] >= 0
    if not known.any():
        return -1
    return int(np.bincount(group[partners[known]], np.maximum(weights[known], 1e-6)).argmax())
