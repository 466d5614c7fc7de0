"""Structural holes: how much an organisation's partners know each other already."""

from __future__ import annotations

import numpy as np

from matcher.network.matrix import Floats, Matrix, upper
from matcher.network.measures.ties import degree
from matcher.network.measures.triangles import triangles


def clustering(matrix: Matrix) -> Floats:
    """The share of pairs of a node's neighbours that are tied to each other.

    .. math:: c(v) = \\frac{2 t(v)}{k(v)(k(v) - 1)}

    with t(v) the triangles at v. Weights do not count. A node with fewer than two ties has no
    pair of neighbours and gets 0, as in networkx.

    >>> from matcher.network.matrix import symmetric
    >>> clustering(symmetric(4, np.array([(0, 1), (0, 2), (1, 2), (2, 3)]))).round(2).tolist()
    [1.0, 1.0, 0.33, 0.0]

    Reference: D. J. Watts and S. H. Strogatz (1998), "Collective dynamics of 'small-world'
    networks", Nature 393, 440–442.
    """
    k = degree(matrix)
    pairs = k * (k - 1)
    twice = 2.0 * _at_corners(matrix)
    return np.asarray(np.divide(twice, pairs, out=np.zeros(len(k)), where=pairs > 0))


def effective_size(matrix: Matrix) -> Floats:
    """How many neighbours a node has that are not there over one another.

    .. math:: k(v) - \\frac{2 t(v)}{k(v)}

    with t(v) the ties between neighbours: Borgatti's form of Burt's measure for networks without
    weights. nan for an isolated node, for it has nobody to be over.

    >>> from matcher.network.matrix import symmetric
    >>> effective_size(symmetric(4, np.array([(0, 1), (0, 2), (1, 2)]))).tolist()
    [1.0, 1.0, 1.0, nan]

    References: R. S. Burt (1992), "Structural Holes", Harvard; S. P. Borgatti (1997),
    "Structural holes: unpacking Burt's redundancy measures", Connections 20, 35–38.
    """
    k = degree(matrix).astype(np.float64)
    over = np.divide(2.0 * _at_corners(matrix), k, out=np.full(len(k), np.nan), where=k > 0)
    return np.asarray(k - over)


def constraint(matrix: Matrix) -> Floats:
    """How far a node's ties all lead to the same circle: high where partners know each other.

    .. math:: c(v) = \\sum_{u \\in N(v)} \\Bigl( p_{vu} + \\sum_{w} p_{vw} p_{wu} \\Bigr)^2,
              \\qquad p_{vu} = \\frac{1}{k(v)}

    Weights do not count (networkx: `weight=None`). nan for an isolated node; 1 for one tie to
    somebody without others.

    >>> from matcher.network.matrix import symmetric
    >>> constraint(symmetric(5, np.array([(0, 1), (0, 2), (1, 2), (2, 3)]))).round(2).tolist()
    [1.01, 1.01, 0.61, 1.0, nan]

    Reference: R. S. Burt (2004), "Structural holes and good ideas", American Journal of Sociology
    110, 349–399.
    """
    k = degree(matrix)
    a, b, _ = upper(matrix)
    over_others = np.zeros(len(a))
    inverse = np.divide(1.0, k, out=np.zeros(len(k)), where=k > 0)
    for some in triangles(matrix):
        for corner in range(3):
            weight = inverse[some.corners[:, corner]]
            over_others += np.bincount(some.ties[:, corner], weight, len(a))
    squared = (1.0 + over_others) ** 2
    total = np.bincount(a, squared, len(k)) + np.bincount(b, squared, len(k))
    return np.where(k > 0, total * inverse**2, np.nan)


def _at_corners(matrix: Matrix) -> Floats:
    count = np.zeros(matrix.shape[0])
    for some in triangles(matrix):
        count += np.bincount(some.corners.ravel(), minlength=len(count))
    return count
