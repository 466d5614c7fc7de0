"""Who is tied to those who are well tied themselves."""

from __future__ import annotations

import numpy as np
import scipy.sparse as sp

from matcher.network.matrix import Floats, Matrix

DAMPING = 0.85
TOLERANCE = 1e-12
MOST_ROUNDS = 200
"""Each round takes at least 15 % off what is still to move: these are more than enough."""


def pagerank(matrix: Matrix) -> Floats:
    """The share of time that somebody spends at a node who walks along ties at random.

    .. math:: r(v) = \\frac{1 - d}{n} + d \\sum_{u \\in N(v)} \\frac{r(u)}{k(u)}, \\qquad d = 0.85

    Who stands at an isolated node goes on anywhere; it has the least value but not 0. The values
    sum to 1. Weights do not count. Eigenvector centrality says the same of a connected network,
    but gives all of its weight to one part of a network in parts, so it is left out.

    >>> from matcher.network.matrix import symmetric
    >>> pagerank(symmetric(3, np.array([(0, 1), (0, 2)]))).round(3).tolist()
    [0.486, 0.257, 0.257]

    Reference: S. Brin and L. Page (1998), "The anatomy of a large-scale hypertextual web search
    engine", Computer Networks 30, 107–117.
    """
    count = matrix.shape[0]
    if not count:
        return np.zeros(0)
    k = np.diff(matrix.indptr)
    onward = np.divide(1.0, k, out=np.zeros(count), where=k > 0)
    ties = sp.csr_array((np.ones(matrix.nnz), matrix.indices, matrix.indptr), matrix.shape)
    share = np.full(count, 1 / count)
    for _ in range(MOST_ROUNDS):
        stranded = float(share[k == 0].sum())
        following = DAMPING * (ties @ (share * onward) + stranded / count) + (1 - DAMPING) / count
        moved = float(np.abs(following - share).sum())
        share = np.asarray(following)
        if moved < TOLERANCE:
            break
    return share
