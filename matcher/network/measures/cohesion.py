"""What holds the network together: parts, cores, and the nodes and ties that parts hang on."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import numpy as np
import rustworkx as rx
from numpy.typing import NDArray
from scipy.sparse.csgraph import connected_components

from matcher.network.matrix import Ints, Matrix
from matcher.network.measures.compiled import compiled


def parts(matrix: Matrix) -> Ints:
    """The sizes of the connected parts (components), largest first.

    An isolated node is a part of its own; no nodes give no parts.

    >>> from matcher.network.matrix import symmetric
    >>> parts(symmetric(4, np.array([(0, 1), (1, 2)]))).tolist()
    [3, 1]

    Reference: Wasserman and Faust (1994), "Social Network Analysis", Cambridge, ch. 4.
    """
    if not matrix.shape[0]:
        return np.zeros(0, dtype=np.int64)
    _, label = connected_components(matrix, directed=False)
    return np.sort(np.bincount(label))[::-1].astype(np.int64)


def core(matrix: Matrix) -> Ints:
    """The k of the innermost k-core that a node is in.

    A k-core is a largest set of nodes of which each has k ties or more to others in the set. An
    isolated node has 0. Weights do not count.

    >>> from matcher.network.matrix import symmetric
    >>> core(symmetric(5, np.array([(0, 1), (0, 2), (1, 2), (2, 3)]))).tolist()
    [2, 2, 2, 1, 0]

    Reference: S. B. Seidman (1983), "Network structure and minimum degree", Social Networks 5,
    269–287.
    """
    found = np.zeros(matrix.shape[0], dtype=np.int64)
    # rustworkx's own types name another class than the one that comes.
    numbers: Mapping[int, int] = rx.core_number(compiled(matrix))  # type: ignore[assignment]
    found[list(numbers.keys())] = list(numbers.values())
    return found


def articulation_points(matrix: Matrix) -> NDArray[np.bool_]:
    """Whether the network falls into more parts without a node (it is a cut point).

    An isolated node is none.

    >>> from matcher.network.matrix import symmetric
    >>> articulation_points(symmetric(4, np.array([(0, 1), (1, 2)]))).tolist()
    [False, True, False, False]

    Reference: J. Hopcroft and R. Tarjan (1973), "Algorithm 447: efficient algorithms for graph
    manipulation", Communications of the ACM 16, 372–378.
    """
    found = np.zeros(matrix.shape[0], dtype=np.bool_)
    found[sorted(rx.articulation_points(compiled(matrix)))] = True
    return found


def bridges(matrix: Matrix) -> Ints:
    """The ties without which the network falls into more parts: m × 2, smaller number first.

    >>> from matcher.network.matrix import symmetric
    >>> bridges(symmetric(4, np.array([(0, 1), (0, 2), (1, 2), (2, 3)]))).tolist()
    [[2, 3]]

    Reference: R. E. Tarjan (1974), "A note on finding the bridges of a graph", Information
    Processing Letters 2, 160–161.
    """
    # rustworkx's own types name another class than the one that comes.
    ties: Iterable[tuple[int, int]] = rx.bridges(compiled(matrix))  # type: ignore[assignment]
    found = sorted((min(a, b), max(a, b)) for a, b in ties)
    return np.array(found, dtype=np.int64).reshape(-1, 2)
