"""Groups of a network, and whether they are real."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import scipy.sparse as sp
from sknetwork.clustering import Louvain, get_modularity

from matcher.network.matrix import Ints, Matrix, symmetric, upper

REAL_MARGIN = 0.1
"""How far modularity must beat that of the same network rewired, for groups to be more than noise:
even random networks reach 0.4 to 0.5 by themselves."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Grouping:
    """The group of each node (0 is the largest), how well the ties keep to them, and a control.

    `control` is the modularity that the same method finds when the ties are rewired, each node
    keeping its number of ties. Without ties every node is its own group and nothing is real.
    """

    label: Ints
    modularity: float
    control: float

    @property
    def real(self) -> bool:
        """Whether the network has groups, and not only the method finds some."""
        return self.modularity - self.control >= REAL_MARGIN


def group(matrix: Matrix, *, seed: int = 0) -> Grouping:
    """Communities by the Louvain method (Blondel et al. 2008), largest first.

    The same network gives the same answer every time; scikit-network's Leiden does not.
    """
    if matrix.nnz == 0:
        return Grouping(label=np.arange(matrix.shape[0]), modularity=0.0, control=0.0)
    label = _louvain(matrix)
    control = rewired(matrix, seed=seed)
    return Grouping(
        label=label,
        modularity=float(get_modularity(_for_sknetwork(matrix), label)),
        control=float(get_modularity(_for_sknetwork(control), _louvain(control))),
    )


def communities(matrix: Matrix) -> Ints:
    """The Louvain groups alone, without the control; largest first."""
    return _louvain(matrix) if matrix.nnz else np.arange(matrix.shape[0])


def rewired(matrix: Matrix, *, seed: int = 0, rounds: int = 10) -> Matrix:
    """The network with ends of ties swapped at random (Maslov and Sneppen 2002).

    Every node keeps its number of ties; no tie is doubled or leads back to its own node. Weights
    travel with the ties.
    """
    size = matrix.shape[0]
    a, b, weights = upper(matrix)
    chance = np.random.default_rng(seed)
    for _ in range(rounds):
        a, b = _swap(a, b, size, chance)
    return symmetric(size, np.stack([a, b], axis=1), weights)


def _swap(a: Ints, b: Ints, size: int, chance: np.random.Generator) -> tuple[Ints, Ints]:
    """One round: ties in random pairs exchange their second ends where that makes new ties."""
    turned = chance.random(len(a)) < 0.5
    a, b = np.where(turned, b, a), np.where(turned, a, b)
    order = chance.permutation(len(a))
    half = len(a) // 2
    first, second = order[:half], order[half : 2 * half]
    swapped = b.copy()
    swapped[first], swapped[second] = b[second], b[first]
    key = np.minimum(a, swapped) * size + np.maximum(a, swapped)
    before = np.minimum(a, b) * size + np.maximum(a, b)
    _, where, times = np.unique(key, return_inverse=True, return_counts=True)
    bad = (a == swapped) | np.isin(key, before) | (times[where] > 1)
    keep = bad[first] | bad[second]
    swapped[first[keep]], swapped[second[keep]] = b[first[keep]], b[second[keep]]
    return a, swapped


def _louvain(matrix: Matrix) -> Ints:
    found = Louvain().fit_predict(_for_sknetwork(matrix))
    return by_size(np.asarray(found, dtype=np.int64))


def by_size(label: Ints) -> Ints:
    """The same groups, numbered from the largest; equal ones by their first node."""
    _, first, inverse, sizes = np.unique(
        label, return_index=True, return_inverse=True, return_counts=True
    )
    order = np.lexsort((first, -sizes))
    number = np.empty(len(order), dtype=np.int64)
    number[order] = np.arange(len(order))
    return number[inverse]


def _for_sknetwork(matrix: Matrix) -> sp.csr_matrix:
    return sp.csr_matrix(matrix)
