"""Free room on a picture: where another point can stand without lying on top of one."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from matcher.network.matrix import Floats, Ints

FINE = 4
"""Cells of the grid for the distance that two points keep: the finer, the nearer the spot."""

_RINGS = (6, 24, 96)
"""How far is looked, in cells, before all of the grid is searched."""


class Spots:
    """A grid over the points of a picture that knows where there is room.

    `clear` is the distance that points keep; `more` how many points are still to come, for which
    there is room around the picture.
    """

    def __init__(self, taken: Floats, clear: float, more: int) -> None:
        self._cell = clear / FINE
        margin = 4 * FINE + 2 * FINE * int(np.ceil(np.sqrt(more)))
        low = taken.min(axis=0) if len(taken) else np.zeros(2)
        high = taken.max(axis=0) if len(taken) else np.zeros(2)
        self._origin = low - margin * self._cell
        wide, tall = (np.ceil((high - low) / self._cell) + 2 * margin + 1).astype(int)
        self._blocked: NDArray[np.bool_] = np.zeros((tall, wide), dtype=np.bool_)
        self._disc = _within(FINE)
        self.take(taken)

    def take(self, points: Floats) -> None:
        """No point may stand near these from now on."""
        cells = self._cells(points)
        around = (cells[:, None] + self._disc[None]).reshape(-1, 2)
        around = np.clip(around, 0, np.array(self._blocked.shape)[::-1] - 1)
        self._blocked[around[:, 1], around[:, 0]] = True

    def nearest(self, wish: Floats) -> Floats:
        """The free spot nearest to a wish; it is taken then."""
        start = np.clip(self._cells(wish[None])[0], 0, np.array(self._blocked.shape)[::-1] - 1)
        found = self._near(start)
        spot = np.asarray(self._origin + found * self._cell)
        self.take(spot[None])
        return spot

    def free(self, points: Floats) -> NDArray[np.bool_]:
        """Which of these points have room; those outside the grid have."""
        cells = self._cells(points)
        shape = np.array(self._blocked.shape)[::-1]
        outside = ((cells < 0) | (cells >= shape)).any(axis=1)
        cells = np.clip(cells, 0, shape - 1)
        return np.asarray(outside | ~self._blocked[cells[:, 1], cells[:, 0]])

    def _near(self, start: Ints) -> Ints:
        for reach in _RINGS:
            around = start + _within(reach)
            inside = (around >= 0) & (around < np.array(self._blocked.shape)[::-1])
            around = around[inside.all(axis=1)]
            free = np.flatnonzero(~self._blocked[around[:, 1], around[:, 0]])
            if len(free):
                return np.asarray(around[free[0]])
        tall, wide = np.nonzero(~self._blocked)
        far = (wide - start[0]) ** 2 + (tall - start[1]) ** 2
        best = int(far.argmin())
        return np.array([wide[best], tall[best]])

    def _cells(self, points: Floats) -> Ints:
        return np.rint((points - self._origin) / self._cell).astype(np.int64)


_kept: dict[int, Ints] = {}


def _within(reach: int) -> Ints:
    """The cells of a disc as steps (x, y) from its middle, nearest first."""
    if reach not in _kept:
        step = np.arange(-reach, reach + 1)
        across, down = np.meshgrid(step, step)
        far = (across**2 + down**2).ravel()
        order = np.argsort(far, kind="stable")
        order = order[far[order] <= reach * reach]
        _kept[reach] = np.stack([across.ravel()[order], down.ravel()[order]], axis=1)
    return _kept[reach]
