"""Ties as a symmetric sparse matrix, the shape that all of this room computes on."""

from __future__ import annotations

from typing import Any, TypeAlias

import numpy as np
import scipy.sparse as sp
from numpy.typing import NDArray

Floats: TypeAlias = NDArray[np.float64]
Ints: TypeAlias = NDArray[np.int64]
Matrix: TypeAlias = "sp.csr_array[Any, Any]"


def symmetric(size: int, ends: Ints, weights: Floats | None = None) -> Matrix:
    """The weighted adjacency of `size` nodes; ties from a node to itself are left out.

    `ends` is m × 2; a pair that is named twice weighs the sum. No ties give an empty matrix.
    """
    pairs = np.asarray(ends, dtype=np.int64).reshape(-1, 2)
    values = np.ones(len(pairs)) if weights is None else np.asarray(weights, dtype=np.float64)
    real = pairs[:, 0] != pairs[:, 1]
    a, b, values = pairs[real, 0], pairs[real, 1], values[real]
    rows, columns = np.concatenate([a, b]), np.concatenate([b, a])
    matrix = sp.coo_array((np.concatenate([values, values]), (rows, columns)), shape=(size, size))
    return sp.csr_array(matrix)


def part(matrix: Matrix, members: Ints) -> Matrix:
    """The matrix of some nodes and the ties between them."""
    return sp.csr_array(matrix[members][:, members])


def upper(matrix: Matrix) -> tuple[Ints, Ints, Floats]:
    """Every tie once: first end, second end (the larger number), weight."""
    table = sp.coo_array(sp.triu(matrix, k=1))
    rows, columns = table.coords
    return rows.astype(np.int64), columns.astype(np.int64), table.data.astype(np.float64)
