"""Who can be left out of the search without changing its answer."""

from __future__ import annotations

import numpy as np

from matcher.landscape.arrays import BoolArray, FloatArray, IntArray

_BLOCK = 1024  # rows compared at a time: thousands with thousands would take gigabytes


def worth_weighing(able: BoolArray, cost: FloatArray, rank: IntArray, answers: int) -> IntArray:
    """Rows of the candidates that may stand in one of the `answers` cheapest covers, ascending.

    `able` is candidates × places. A candidate is beaten by another that can do all that it can
    and is cheaper, or as cheap and first by `rank`. In the cheapest cover nobody is who is beaten
    once: the other could stand in its place. An earlier cover forbids at most one such change
    (the one whose newcomer it holds), so the k-th cheapest has nobody who is beaten k times.
    Those who can do nothing are left out.
    """
    some = np.flatnonzero(able.any(axis=1))
    turn = some[np.lexsort((rank[some], cost[some]))]
    turn = turn[_among_first(able[turn], answers)]
    return np.sort(turn[_beaten(able[turn]) < answers])


def _beaten(able: BoolArray) -> IntArray:
    """How many of the earlier rows can do all that each row can."""
    can = able.astype(np.float32)
    found = np.empty(len(able), np.int64)
    for start in range(0, len(able), _BLOCK):
        stop = start + _BLOCK
        # How much of what each of the block can do an earlier one cannot.
        misses = (1.0 - can[:stop]) @ can[start:stop].T
        found[start:stop] = np.triu(misses == 0, k=1 - start).sum(axis=0)
    return found


def _among_first(able: BoolArray, answers: int) -> BoolArray:
    """Mask of the first few of those who can do the very same."""
    _, group = np.unique(np.packbits(able, axis=1), axis=0, return_inverse=True)
    group = group.ravel()
    by_group = np.argsort(group, kind="stable")
    starts = np.flatnonzero(np.diff(group[by_group], prepend=-1))
    sizes = np.diff(starts, append=len(group))
    place = np.empty(len(group), np.int64)
    place[by_group] = np.arange(len(group)) - np.repeat(starts, sizes)
    return place < answers


def needed(able: BoolArray, cost: FloatArray, chosen: IntArray) -> IntArray:
    """The chosen rows without those for whom the others can do all, the dearest out first."""
    kept = list(chosen[np.argsort(-cost[chosen], kind="stable")].tolist())
    for row in list(kept):
        others = [other for other in kept if other != row]
        if np.array_equal(able[others].any(axis=0), able[kept].any(axis=0)):
            kept = others
    return np.array(sorted(kept), np.int64)
