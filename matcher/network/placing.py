"""Where all stand once for a revision: places, groups and sizes that filters keep."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from matcher.landscape import Landscape
from matcher.network.layout import layout
from matcher.network.matrix import Floats, Ints
from matcher.network.staying import Kept, carried_on, outgrown

SMALLEST, LARGEST = 8.0, 24.0
"""Radii in pixels at a map's natural size."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Arrangement:
    """One value a row of the landscape; hidden organisations have no group and stand at 0, 0.

    `anew` says that the whole was laid out just now, `shown` how many organisations it holds.
    """

    place: Floats
    group: Ints
    degree: Ints
    size: Floats
    anew: bool
    shown: int

    @property
    def ties(self) -> int:
        """How many ties there are between those shown."""
        return int(self.degree.sum()) // 2


def arranged(
    landscape: Landscape, ends: Ints, weights: Floats, kept: Kept | None = None
) -> Arrangement:
    """Where all stand: those with a kept place there, new ones among their partners.

    `ends` are pairs of rows, m × 2; hidden organisations and their ties are left out. The whole is
    laid out anew where nothing is kept and where the network has outgrown what is (`outgrown`).
    """
    count = len(landscape)
    shown = _in_reading_order(landscape)
    seat = np.full(count, -1, dtype=np.int64)
    seat[shown] = np.arange(len(shown))
    seen = ~landscape.hidden[ends].any(axis=1)
    mine, drawing = seat[ends[seen]], weights[seen]
    anew = kept is None or outgrown(kept, organisations=len(shown), ties=len(mine))
    if kept is None or anew:
        drawn = layout(len(shown), mine, drawing)
    else:
        drawn = carried_on(_seated(kept, shown), mine, drawing)
    place, group = np.zeros((count, 2)), np.full(count, -1, dtype=np.int64)
    place[shown], group[shown] = drawn.place, drawn.group
    degree = np.bincount(mine.ravel(), minlength=len(shown)).astype(np.int64)
    degrees = np.zeros(count, dtype=np.int64)
    degrees[shown] = degree
    return Arrangement(
        place=place,
        group=group,
        degree=degrees,
        size=_sizes(degrees),
        anew=anew,
        shown=len(shown),
    )


def _seated(kept: Kept, shown: Ints) -> Kept:
    """What is kept, in the order of those shown; a hidden one's place is not given away."""
    hidden = np.ones(len(kept.place), dtype=np.bool_)
    hidden[shown] = False
    return Kept(
        place=kept.place[shown],
        group=kept.group[shown],
        organisations=kept.organisations,
        ties=kept.ties,
        taken=np.concatenate([kept.taken, kept.place[hidden & ~np.isnan(kept.place[:, 0])]]),
    )


def _in_reading_order(landscape: Landscape) -> Ints:
    """The rows that may be shown, by sector (unknown last) and name, as the band is read."""
    rows = np.flatnonzero(~landscape.hidden)
    sector = np.where(landscape.sector < 0, 99, landscape.sector)
    return rows[np.lexsort((landscape.order[rows], sector[rows]))]


def _sizes(degree: Ints) -> Floats:
    """Areas of nodes grow with their ties; the best-tied one has the largest radius."""
    most = max(int(degree.max(initial=0)), 1)
    return np.asarray(SMALLEST + (LARGEST - SMALLEST) * np.sqrt(degree / most))
