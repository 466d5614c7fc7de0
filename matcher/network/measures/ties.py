"""How many ties an organisation has, and how much they weigh."""

from __future__ import annotations

import numpy as np

from matcher.network.matrix import Floats, Ints, Matrix


def degree(matrix: Matrix) -> Ints:
    """Number of ties of each node (with how many others it works together).

    .. math:: k(v) = |N(v)|

    Weights do not count. An isolated node has 0.

    >>> from matcher.network.matrix import symmetric
    >>> degree(symmetric(4, np.array([(0, 1), (0, 2)]))).tolist()
    [2, 1, 1, 0]

    Reference: L. C. Freeman (1978), "Centrality in social networks: conceptual clarification",
    Social Networks 1, 215–239.
    """
    return np.diff(matrix.indptr).astype(np.int64)


def strength(matrix: Matrix) -> Floats:
    """Sum of the weights of each node's ties.

    .. math:: s(v) = \\sum_{u \\in N(v)} w(v, u)

    The only measure here that looks at weights. An isolated node has 0.

    >>> from matcher.network.matrix import symmetric
    >>> strength(symmetric(4, np.array([(0, 1), (0, 2)]), np.array([0.5, 1.0]))).tolist()
    [1.5, 0.5, 1.0, 0.0]

    Reference: A. Barrat et al. (2004), "The architecture of complex weighted networks", PNAS 101,
    3747–3752.
    """
    return np.asarray(matrix.sum(axis=1), dtype=np.float64).ravel()


def centralisation(degrees: Ints) -> float | None:
    """How far the ties gather at one node: 1 in a star, 0 where all have equally many.

    .. math:: \\frac{\\sum_v (k_{max} - k(v))}{(n - 1)(n - 2)}

    None for fewer than three nodes. Isolated nodes count.

    >>> centralisation(np.array([3, 1, 1, 1])), centralisation(np.array([2, 2, 2]))
    (1.0, 0.0)

    Reference: Freeman (1978), as for degree.
    """
    count = len(degrees)
    if count < 3:
        return None
    return float((degrees.max() - degrees).sum() / ((count - 1) * (count - 2)))


def density(nodes: int, ties: int) -> float | None:
    """The share of all possible ties that there are; None for fewer than two nodes.

    .. math:: \\frac{2m}{n(n - 1)}

    >>> density(4, 3)
    0.5

    Reference: S. Wasserman and K. Faust (1994), "Social Network Analysis", Cambridge, ch. 4.
    """
    return 2 * ties / (nodes * (nodes - 1)) if nodes > 1 else None
