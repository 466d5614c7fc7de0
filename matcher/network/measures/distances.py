"""How far it is from each to each other, by counting who is reached in so many steps."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from matcher.network.matrix import Floats, Ints, Matrix, part

Bits: TypeAlias = NDArray[np.uint64]

SOURCES = 1024
"""Sources that are followed at once: a row of 128 bytes a node stays near the processor."""

THREADS = 2


@dataclass(frozen=True, kw_only=True, slots=True)
class Distances:
    """`harmonic` is a value a node; `mean` the mean distance of those pairs that are connected.

    `pairs` counts the ordered pairs that were looked at and are connected; `mean` is None where
    there is none.
    """

    harmonic: Floats
    mean: float | None
    pairs: int


def distances(matrix: Matrix, sources: Ints | None = None) -> Distances:
    """Harmonic closeness and mean distance, exact over all pairs.

    .. math:: H(v) = \\sum_{u \\neq v} \\frac{1}{d(u, v)}

    A node that cannot be reached adds 0, so that networks in parts need no exception; an isolated
    node has 0. The mean is over pairs that are connected. Weights do not count. With `sources`
    only the distances from these nodes are followed.

    >>> from matcher.network.matrix import symmetric
    >>> found = distances(symmetric(4, np.array([(0, 1), (1, 2)])))
    >>> found.harmonic.tolist(), round(found.mean, 3)
    ([1.5, 2.0, 1.5, 0.0], 1.333)

    References: M. Marchiori and V. Latora (2000), "Harmony in the small-world", Physica A 285,
    539–546; many searches at once by bits: M. Then et al. (2014), "The more the merrier:
    efficient multi-source graph traversal", PVLDB 8, 449–460.
    """
    count = matrix.shape[0]
    tied = np.flatnonzero(np.diff(matrix.indptr))
    if sources is None:
        starts = np.arange(len(tied))
    else:
        seat = np.full(count, -1, dtype=np.int64)
        seat[tied] = np.arange(len(tied))
        starts = seat[sources][seat[sources] >= 0]
    inner = part(matrix, tied)
    chunks = [starts[first : first + SOURCES] for first in range(0, len(starts), SOURCES)]
    with ThreadPoolExecutor(THREADS) as threads:
        found = list(threads.map(lambda chunk: _reached(inner, chunk), chunks))
    harmonic = np.zeros(count)
    total, pairs = 0, 0
    for reached in found:
        for steps, new in enumerate(reached, start=1):
            harmonic[tied] += new / steps
            total += steps * int(new.sum())
            pairs += int(new.sum())
    return Distances(harmonic=harmonic, mean=total / pairs if pairs else None, pairs=pairs)


def _reached(matrix: Matrix, starts: Ints) -> list[Ints]:
    """For one, two, three … steps: how many of the starts reach each node in just so many.

    Every node has a neighbour, or `reduceat` would take a stranger's row for that of nobody.
    """
    words = -(-len(starts) // 64)
    seen = np.zeros((matrix.shape[0], words), dtype=np.uint64)
    bit = np.arange(len(starts))
    np.bitwise_or.at(seen, (starts, bit // 64), np.uint64(1) << (bit % 64).astype(np.uint64))
    levels: list[Ints] = []
    before = _counted(seen)
    while True:
        theirs: Bits = np.bitwise_or.reduceat(seen[matrix.indices], matrix.indptr[:-1], axis=0)
        seen = seen | theirs
        now = _counted(seen)
        if not (now > before).any():
            return levels
        levels.append(now - before)
        before = now


def _counted(seen: Bits) -> Ints:
    return np.asarray(np.bitwise_count(seen).sum(axis=1, dtype=np.int64))
