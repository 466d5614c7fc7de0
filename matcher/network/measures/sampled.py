"""Betweenness and distances of large networks: from some sources, with the error stated."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass

import numpy as np

from matcher.network.matrix import Floats, Ints, Matrix

THREADS = 2


@dataclass(frozen=True, kw_only=True, slots=True)
class Estimate:
    """A value a node, and the standard error of each."""

    values: Floats
    errors: Floats


@dataclass(frozen=True, kw_only=True, slots=True)
class Sampled:
    """What the shortest ways from `sources` nodes tell of all.

    `mean` and `mean_error` are of the distances of pairs that are connected; None where there are
    none.
    """

    sources: int
    betweenness: Estimate
    harmonic: Estimate
    mean: float | None
    mean_error: float | None


def sampled(matrix: Matrix, sources: int, *, seed: int = 0) -> Sampled:
    """Betweenness, harmonic closeness and mean distance from nodes drawn without replacement.

    .. math:: \\hat{B}(v) = \\frac{n}{q (n - 1)(n - 2)} \\sum_{i = 1}^{q} \\delta_{s_i}(v),
              \\qquad \\hat{H}(v) = \\frac{n}{q} \\sum_{i = 1}^{q} \\frac{1}{d(s_i, v)}

    with δ_s(v) what source s adds to v in Brandes' algorithm. Over all draws the mean of the two is
    the exact value (`betweenness`, `distances`); their standard errors are those of a mean of q
    draws out of n, :math:`\\sqrt{(1 - q/n)\\, var / q}` in the same unit, that of the mean distance
    is a ratio's (linearised). With all nodes as sources values are exact and errors 0. An isolated
    node has 0 and no error.

    >>> from matcher.network.matrix import symmetric
    >>> found = sampled(symmetric(4, np.array([(0, 1), (0, 2), (0, 3)])), 4)
    >>> found.betweenness.values.round(9).tolist(), found.betweenness.errors.tolist(), found.mean
    ([1.0, 0.0, 0.0, 0.0], [0.0, 0.0, 0.0, 0.0], 1.5)

    References: U. Brandes and C. Pich (2007), "Centrality estimation in large networks",
    International Journal of Bifurcation and Chaos 17, 2303–2318; D. Eppstein and J. Wang (2004),
    "Fast approximation of centrality", Journal of Graph Algorithms and Applications 8, 39–45.
    """
    count = matrix.shape[0]
    sources = min(sources, count)
    drawn = np.random.default_rng(seed).choice(count, sources, replace=False)
    with ThreadPoolExecutor(THREADS) as threads:
        sums = list(threads.map(lambda few: _summed(matrix, few), np.array_split(drawn, THREADS)))
    total = np.sum([each for each, _ in sums], axis=0)
    lengths = np.concatenate([each for _, each in sums])
    mean, mean_error = _mean_distance(lengths, count)
    pairs = max((count - 1) * (count - 2), 1)
    return Sampled(
        sources=sources,
        betweenness=_estimate(total[0], total[1], sources, count / pairs),
        harmonic=_estimate(total[2], total[3], sources, float(count)),
        mean=mean,
        mean_error=mean_error,
    )


def _estimate(first: Floats, second: Floats, sources: int, scale: float) -> Estimate:
    """From the sum and the sum of squares of what each source adds."""
    count = len(first)
    if sources < 2:
        return Estimate(values=first * scale, errors=np.zeros(count))
    variance = np.maximum(second - first**2 / sources, 0.0) / (sources - 1)
    errors = np.sqrt((1 - sources / count) * variance / sources)
    return Estimate(values=first / sources * scale, errors=errors * scale)


def _mean_distance(lengths: Floats, count: int) -> tuple[float | None, float | None]:
    """From (sum of distances, nodes reached) of each source."""
    reached = float(lengths[:, 1].sum())
    if not reached:
        return None, None
    mean = float(lengths[:, 0].sum()) / reached
    sources = len(lengths)
    if sources < 2:
        return mean, None
    off = lengths[:, 0] - mean * lengths[:, 1]
    error = np.sqrt((1 - sources / count) * off.var(ddof=1) / sources) / lengths[:, 1].mean()
    return mean, float(error)


def _summed(matrix: Matrix, sources: Ints) -> tuple[Floats, Floats]:
    """Over these sources, sums a node: shares, their squares, closeness, its squares (4 × n).

    And for each source: the sum of the distances to all it reaches, and how many these are.
    """
    total = np.zeros((4, matrix.shape[0]))
    lengths = np.zeros((len(sources), 2))
    for row, source in enumerate(sources.tolist()):
        depth, shares = _from_one(matrix, source)
        reached = depth > 0
        near = np.divide(1.0, depth, out=np.zeros(len(depth)), where=reached)
        for at, each in enumerate((shares, shares**2, near, near**2)):
            total[at] += each
        lengths[row] = depth[reached].sum(), np.count_nonzero(reached)
    return total, lengths


def _from_one(matrix: Matrix, source: int) -> tuple[Ints, Floats]:
    """Every node's distance (−1 unreached), and its share of the source's ways to the others.

    Outward level by level the ways are counted; backward each node hands its share to those
    before it.
    """
    size = matrix.shape[0]
    depth = np.full(size, -1, dtype=np.int64)
    ways = np.zeros(size)
    depth[source], ways[source] = 0, 1.0
    level = np.array([source])
    steps: list[tuple[Ints, Ints]] = []
    while len(level):
        tail, head = _onward(matrix, level)
        fresh = depth[head] < 0
        tail, head = tail[fresh], head[fresh]
        arriving = np.bincount(head, ways[tail], size)
        level = np.flatnonzero(arriving)
        steps.append((tail, head))
        depth[level] = len(steps)
        ways[level] = arriving[level]
    shares = np.zeros(size)
    for tail, head in reversed(steps):
        shares += np.bincount(tail, ways[tail] / ways[head] * (1.0 + shares[head]), size)
    shares[source] = 0.0
    return depth, shares


def _onward(matrix: Matrix, level: Ints) -> tuple[Ints, Ints]:
    """The ties that lead away from these nodes: from, to."""
    begin = matrix.indptr[level].astype(np.int64)
    times = matrix.indptr[level + 1] - begin
    within = np.arange(int(times.sum())) - np.repeat(np.cumsum(times) - times, times)
    return np.repeat(level, times), matrix.indices[np.repeat(begin, times) + within]
