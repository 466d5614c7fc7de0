"""Places of a small view's own, where those of the whole network would scatter it."""

from __future__ import annotations

import numpy as np

from matcher.network.arrangement import drawing
from matcher.network.layout import UNIT, layout
from matcher.network.matrix import Floats, Ints
from matcher.network.picture import MapView
from matcher.network.reach import FAR, distances
from matcher.network.ties import Ties

MOST = 1500
"""Larger views keep the places of the whole: they are no small ones any more."""

ROOM = 12.0
"""A view whose organisations have more than this many times the room that they need, where they
stand in the whole, is laid out by itself."""


def own_places(place: Floats, ties: Ties, view: MapView, ends: Ints) -> Floats:
    """Where the nodes of a view stand, n × 2 pixels; `place` is where they stand in the whole.

    `ends` are the nodes that the view is around or shows the way between. A way goes from left to
    right, one column a step. The same view has the same places every time.
    """
    if view.path_to is not None and view.around != view.path_to:
        return _columns(ties, len(place), ends)
    small = view.around is not None or view.collaboration is not None or view.only
    if not small or not 1 < len(place) <= MOST or not _scattered(place):
        return place
    return layout(len(place), ties.ends, drawing(ties)).place


def _scattered(place: Floats) -> bool:
    wide, high = np.ptp(place, axis=0) + UNIT
    return bool(wide * high > ROOM * len(place) * UNIT**2)


def _columns(ties: Ties, size: int, ends: Ints) -> Floats:
    """Each node as far to the right as it is ties away; those of a column one below another.

    Every second column stands a little lower, so that a name does not lie on the next tie.
    """
    away = distances(int(ends[0]), ties, size)
    last = int(away[ends[1]])
    step = np.where(away < FAR, away, 1)  # two that no way leads between stand side by side
    high = np.bincount(step)
    wide = UNIT * (4 + 0.1 * float(high.max()))
    order = np.argsort(step, kind="stable")
    turn = np.empty(size, np.int64)
    turn[order] = np.arange(size) - np.repeat(np.cumsum(high) - high, high)
    columns = last if last < FAR else 1
    x = (step - columns / 2) * wide
    y = (turn - (high[step] - 1) / 2) * 1.5 * UNIT
    if last < FAR:
        y += step % 2 * 0.6 * UNIT
    return np.stack([x, y], axis=1)
