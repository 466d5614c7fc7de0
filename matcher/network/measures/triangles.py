"""The triangles of a network, a handful at a time: what measures of neighbourhoods count."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from matcher.network.matrix import Ints, Matrix, upper

AT_ONCE = 2_000_000
"""Ways of two steps looked at together; some 100 MB."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Triangles:
    """Some triangles: their corners, and the number (as `upper` counts) of the tie opposite each.

    Both are m × 3: `ties[:, 0]` joins `corners[:, 1]` and `corners[:, 2]`, and so on around.
    """

    corners: Ints
    ties: Ints


def triangles(matrix: Matrix) -> Iterator[Triangles]:
    """All triangles, each once.

    Ties lead from the end with fewer ties to the one with more; so few begin anywhere, in a star
    too, and two-step ways are looked at in proportion to ties^1.5 at most.

    >>> from matcher.network.matrix import symmetric
    >>> one = symmetric(3, np.array([(0, 1), (0, 2), (1, 2)]))
    >>> [found.corners.tolist() for found in triangles(one)]
    [[[0, 1, 2]]]

    Reference: N. Chiba and T. Nishizeki (1985), "Arboricity and subgraph listing algorithms",
    SIAM Journal on Computing 14, 210–223.
    """
    size = matrix.shape[0]
    a, b, _ = upper(matrix)
    if not len(a):
        return
    degrees = np.diff(matrix.indptr)
    rank = np.empty(size, dtype=np.int64)
    rank[np.lexsort((np.arange(size), degrees))] = np.arange(size)
    swap = rank[a] > rank[b]
    tail, head = np.where(swap, b, a), np.where(swap, a, b)
    order = np.argsort(tail * size + head, kind="stable")
    tail, head = tail[order], head[order]
    key = tail * size + head
    first = np.searchsorted(tail, np.arange(size + 1))
    onward = np.diff(first)[head]
    for low, high in _batches(onward):
        times = onward[low:high]
        one = np.repeat(np.arange(low, high), times)
        within = np.arange(len(one)) - np.repeat(np.cumsum(times) - times, times)
        two = first[head[one]] + within
        wanted = tail[one] * size + head[two]
        three = np.minimum(np.searchsorted(key, wanted), len(key) - 1)
        closed = key[three] == wanted
        one, two, three = one[closed], two[closed], three[closed]
        yield Triangles(
            corners=np.stack([tail[one], head[one], head[two]], axis=1),
            ties=np.stack([order[two], order[three], order[one]], axis=1),
        )


def _batches(onward: Ints) -> Iterator[tuple[int, int]]:
    """Ranges of ties with about so many ways onward."""
    total = np.cumsum(onward)
    low = 0
    while low < len(onward):
        before = int(total[low - 1]) if low else 0
        high = max(low + 1, int(np.searchsorted(total, before + AT_ONCE)))
        yield low, high
        low = high
