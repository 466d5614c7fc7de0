"""Who stands on the shortest ways between others."""

from __future__ import annotations

import numpy as np
import rustworkx as rx

from matcher.network.matrix import Floats, Matrix
from matcher.network.measures.compiled import compiled


def betweenness(matrix: Matrix) -> Floats:
    """The share of all pairs of others whose shortest ways lead over a node, exact.

    .. math:: \\frac{2}{(n - 1)(n - 2)} \\sum_{s < t} \\frac{\\sigma(s, t | v)}{\\sigma(s, t)}

    where the fraction is the share of the shortest ways from s to t that lead over v. At most 1,
    1 for the middle of a star. Weights do not count. An isolated node has 0, as have all in a
    network of fewer than three. It takes time in proportion to nodes × ties: see
    `matcher.network.measures.sampled` for large networks.

    >>> from matcher.network.matrix import symmetric
    >>> betweenness(symmetric(4, np.array([(0, 1), (0, 2), (0, 3)]))).tolist()
    [1.0, 0.0, 0.0, 0.0]

    References: L. C. Freeman (1977), "A set of measures of centrality based on betweenness",
    Sociometry 40, 35–41; U. Brandes (2001), "A faster algorithm for betweenness centrality",
    Journal of Mathematical Sociology 25, 163–177.
    """
    count = matrix.shape[0]
    found = np.zeros(count)
    if count > 2:
        values = rx.betweenness_centrality(compiled(matrix))
        found[list(values.keys())] = list(values.values())
    return found
