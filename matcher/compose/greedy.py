"""The consortium that one would put together by hand, one member after another."""

from __future__ import annotations

import numpy as np

from matcher.landscape.arrays import BoolArray, FloatArray, IntArray


def greedy(able: BoolArray, cost: FloatArray, rank: IntArray, most: int) -> IntArray:
    """Rows in the order chosen: each time the one that costs least for each new place.

    Equal ones by `rank`. It ends when nobody brings anything new, or after `most`. At worst it
    costs 1 + ln(places) times the cheapest (Chvátal, "A greedy heuristic for the set-covering
    problem", 1979).
    """
    left = np.ones(able.shape[1], np.bool_)
    chosen: list[int] = []
    while len(chosen) < most:
        brings = able[:, left].sum(axis=1)
        some = np.flatnonzero(brings)
        if not len(some):
            break
        each = cost[some] / brings[some]
        best = int(some[np.lexsort((rank[some], each))[0]])
        chosen.append(best)
        left &= ~able[best]
    return np.array(chosen, np.int64)
