"""The best of many scores."""

from __future__ import annotations

import numpy as np

from matcher.landscape.arrays import BoolArray, FloatArray, IntArray

_BLOCK = 512


def best(scores: FloatArray, allowed: BoolArray, order: IntArray, top: int) -> IntArray:
    """The rows of the `top` highest scores among those allowed, equal ones by `order`.

    Only as many are sorted as may be among them.
    """
    if top < 1:
        return np.empty(0, np.int64)
    barred = np.where(allowed, scores, -np.inf)
    rows = np.flatnonzero(barred >= _bar(barred, top))
    rows = rows[barred[rows] > -np.inf]
    if len(rows) > top:
        bar = np.partition(barred[rows], len(rows) - top)[len(rows) - top]
        above, level = rows[barred[rows] > bar], rows[barred[rows] == bar]
        room = top - len(above)
        if len(level) > room:
            level = level[np.argpartition(order[level], room - 1)[:room]]
        rows = np.concatenate([above, level])
    return rows[np.lexsort((order[rows], -scores[rows]))]


def _bar(scores: FloatArray, top: int) -> float:
    """A score that at least `top` reach: the least of the highest of as many blocks."""
    blocks = len(scores) // _BLOCK
    if blocks < top:
        return -np.inf
    highest = scores[: blocks * _BLOCK].reshape(blocks, _BLOCK).max(axis=1)
    return float(np.partition(highest, blocks - top)[blocks - top])
