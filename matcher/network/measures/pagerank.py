"""Who is tied to those who are well tied themselves."""

from __future__ import annotations

import numpy as np
import scipy.sparse as sp
from sknetwork.ranking import PageRank

from matcher.network.matrix import Floats, Matrix

DAMPING = 0.85


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
    if matrix.nnz == 0:
        return np.full(count, 1 / count) if count else np.zeros(0)
    unweighted = sp.csr_matrix((np.ones(matrix.nnz), matrix.indices, matrix.indptr), matrix.shape)
    walk = PageRank(damping_factor=DAMPING, n_iter=200, tol=1e-12)
    return np.asarray(walk.fit_predict(unweighted), dtype=np.float64)
