"""Capacities by area: what is needed here, and where the nearest offer of it is."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from scipy.sparse import coo_array
from scipy.spatial import cKDTree

from matcher.landscape import Landscape
from matcher.landscape.arrays import BoolArray, FloatArray, IntArray, incidence, row_of
from matcher.network.gaps.areas import Areas
from matcher.network.gaps.lacking import lacking, of_rows
from matcher.signals.place import EARTH_KM


@dataclass(frozen=True, kw_only=True, slots=True)
class CapacityGap:
    """A capacity (column) that so many of an area need (`needing`) and no other there offers.

    `nearest` is the row of the nearest one elsewhere who offers it, −1 where nobody does, `km` how
    far it is from the one in need whom it is nearest to; None where that is not known.
    """

    capacity: int
    area: int
    needing: int
    nearest: int
    km: float | None


def capacity_gaps(landscape: Landscape, areas: Areas, among: BoolArray) -> tuple[CapacityGap, ...]:
    """Every capacity and area with such a gap, most in need first, then by capacity and area.

    `among` are those whose needs count. Those who want no new partners neither need nor offer.
    """
    open_ = ~landscape.shut & (areas.of >= 0)
    rows = np.flatnonzero(open_)
    everybody = incidence(areas.of[rows], rows, (len(areas), len(landscape)))
    mine_at = np.flatnonzero(open_ & among)
    mine = incidence(areas.of[mine_at], mine_at, (len(areas), len(landscape)))
    wanted = of_rows(landscape.needs, open_ & among)
    missing = coo_array(lacking(mine, wanted, everybody, of_rows(landscape.offers, open_)))
    where, which = missing.coords
    nearest, km = _nearest(landscape, areas, where.astype(np.int64), which.astype(np.int64), among)
    names = landscape.vocabularies["capacity"].ids
    found = [
        CapacityGap(
            capacity=int(capacity),
            area=int(area),
            needing=int(needing),
            nearest=int(row),
            km=None if np.isnan(far) else float(far),
        )
        for capacity, area, needing, row, far in zip(
            which, where, missing.data, nearest, km, strict=True
        )
    ]
    return tuple(sorted(found, key=lambda gap: (-gap.needing, names[gap.capacity], gap.area)))


def needing(landscape: Landscape, areas: Areas, capacity: int, area: int) -> IntArray:
    """Those of an area who need a capacity that no other there offers, and are open to partners."""
    rows = _lacking(landscape, areas, capacity)
    return np.asarray(rows[areas.of[rows] == area])


def _lacking(landscape: Landscape, areas: Areas, capacity: int) -> IntArray:
    """The same for all areas."""
    rows, having = _open(landscape, "needs", capacity), _open(landscape, "offers", capacity)
    rows = rows[areas.of[rows] >= 0]
    there = np.bincount(areas.of[having] + 1, minlength=len(areas) + 1)[1:]
    return np.asarray(rows[there[areas.of[rows]] == np.isin(rows, having)])


def _open(landscape: Landscape, side: str, capacity: int) -> IntArray:
    """Those who need or offer a capacity and are open to partners."""
    rows = row_of(landscape.owners[side], capacity)[0]
    return np.asarray(rows[~landscape.shut[rows]], np.int64)


def _nearest(
    landscape: Landscape, areas: Areas, where: IntArray, which: IntArray, among: BoolArray
) -> tuple[IntArray, FloatArray]:
    """For each area and capacity the nearest offer, and the kilometres to it."""
    row, km = np.full(len(which), -1, np.int64), np.full(len(which), np.nan)
    turn = np.argsort(which, kind="stable")
    first = np.flatnonzero(np.diff(which[turn], prepend=-1))
    for stretch in np.split(turn, first[1:]) if len(turn) else []:
        capacity = int(which[stretch[0]])
        having = _open(landscape, "offers", capacity)
        if not len(having):
            continue
        wanting = _lacking(landscape, areas, capacity)
        wanting = np.asarray(wanting[among[wanting]], np.int64)
        row[stretch], km[stretch] = _of_capacity(landscape, areas, where[stretch], having, wanting)
    return row, km


def _of_capacity(
    landscape: Landscape, areas: Areas, where: IntArray, having: IntArray, wanting: IntArray
) -> tuple[IntArray, FloatArray]:
    """By distance where places are known; else the first by name, of the same town if it can be.

    Whoever needs and offers the same is not the nearest to itself.
    """
    having = having[np.argsort(landscape.order[having])]
    row, km = np.full(len(where), -1, np.int64), np.full(len(where), np.nan)
    points = landscape.places.points.T
    placed = having[~np.isnan(points[having, 0])]
    asking = wanting[~np.isnan(points[wanting, 0])]
    near, far = _nearest_to(points, asking, placed)
    home = landscape.places.municipality
    for place, area in enumerate(where.tolist()):
        mine = np.flatnonzero((areas.of[asking] == area) & np.isfinite(far))
        if len(mine):
            first = mine[np.lexsort((landscape.order[near[mine]], far[mine]))[0]]
            row[place] = near[first]
            km[place] = 2 * EARTH_KM * np.arcsin(min(far[first] / 2, 1.0))
            continue
        here = wanting[areas.of[wanting] == area]
        others = having[~np.isin(having, here)]
        if len(others):
            town = home[here[0]] if len(here) else -1
            same = others[(home[others] == town) & (town >= 0)]
            row[place] = same[0] if len(same) else others[0]
    return row, km


def _nearest_to(
    points: FloatArray, asking: IntArray, having: IntArray
) -> tuple[IntArray, FloatArray]:
    """Of each that asks the nearest other that has it, and the chord to it; infinite for none."""
    if not (len(having) and len(asking)):
        return np.full(len(asking), -1, np.int64), np.full(len(asking), np.inf)
    two = min(2, len(having))  # itself may be the nearest
    found = cKDTree(points[having]).query(points[asking], k=range(1, two + 1))
    chord, at = np.asarray(found[0], np.float64), np.asarray(found[1], np.int64)
    chord = np.where(having[at] == asking[:, None], np.inf, chord)
    best = chord.argmin(axis=1)
    each = np.arange(len(asking))
    return having[at[each, best]], chord[each, best]
