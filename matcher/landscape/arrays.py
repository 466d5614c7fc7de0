"""The few array helpers that the landscape and the signals share."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar

import numpy as np
import numpy.typing as npt
from scipy.sparse import coo_array, csr_array

FloatArray = npt.NDArray[np.float64]
IntArray = npt.NDArray[np.int64]
BoolArray = npt.NDArray[np.bool_]
DateArray = npt.NDArray[np.datetime64]
Sparse = csr_array[np.float64]
SparseMask = csr_array[np.bool_]
Array = TypeVar("Array", FloatArray, IntArray, BoolArray, DateArray)
Matrix = TypeVar("Matrix", Sparse, SparseMask)


def on_grid(values: FloatArray, bits: int = 20) -> FloatArray:
    """Values rounded to multiples of 2**-bits, so that sums of them are exact.

    Equal facts must give equal scores whatever order they are added in; sums of such numbers
    carry no rounding as long as they stay below 2**(53 - bits).
    """
    scale = float(2**bits)
    return np.rint(values * scale) / scale


def incidence(
    rows: Sequence[int] | IntArray, columns: Sequence[int] | IntArray, shape: tuple[int, int]
) -> Sparse:
    """A sparse matrix with 1.0 at the given cells, however often each is named."""
    ones = np.ones(len(rows))
    cells = (np.asarray(rows, np.int64), np.asarray(columns, np.int64))
    matrix = csr_array(coo_array((ones, cells), shape=shape))
    matrix.sum_duplicates()
    matrix.data[:] = 1.0
    return matrix


def frozen(matrix: Matrix) -> Matrix:
    """The matrix in canonical order, closed against writing; its indices take half the room."""
    matrix.sum_duplicates()
    matrix.indices = matrix.indices.astype(np.int32)
    matrix.indptr = matrix.indptr.astype(np.int32)
    for part in (matrix.data, matrix.indices, matrix.indptr):
        part.setflags(write=False)
    return matrix


def closed(array: Array) -> Array:
    """The array, closed against writing."""
    array.setflags(write=False)
    return array


def turned(matrix: Sparse) -> Sparse:
    """The matrix with rows and columns exchanged, by rows again."""
    return frozen(csr_array(matrix.T))


def product(matrix: Sparse, vector: FloatArray) -> FloatArray:
    """Matrix times vector: one value a row."""
    return np.asarray(matrix @ vector, np.float64)


def row_of(matrix: Sparse, row: int) -> tuple[IntArray, FloatArray]:
    """Columns and values of one row, in the order of the columns."""
    start, stop = matrix.indptr[row], matrix.indptr[row + 1]
    return matrix.indices[start:stop].astype(np.int64), matrix.data[start:stop]


def dense_row(matrix: Sparse, row: int) -> FloatArray:
    """One row with its zeros; for matrices with few columns."""
    columns, values = row_of(matrix, row)
    dense = np.zeros(matrix.shape[1])
    dense[columns] = values
    return dense


def gathered(matrix: Sparse, rows: IntArray) -> tuple[IntArray, IntArray, FloatArray]:
    """All entries of some rows: position in `rows`, column and value of each entry.

    The work is that of the entries met, not of the matrix.
    """
    position, entry = entries(matrix, rows)
    return position, matrix.indices[entry].astype(np.int64), matrix.data[entry]


def entries(matrix: Sparse, rows: IntArray) -> tuple[IntArray, IntArray]:
    """Where the entries of some rows stand in a matrix; position in `rows` of each, and place."""
    starts = matrix.indptr[rows].astype(np.int64)
    counts = matrix.indptr[rows + 1].astype(np.int64) - starts
    position = np.repeat(np.arange(len(rows), dtype=np.int64), counts)
    before = np.cumsum(counts) - counts
    return position, np.arange(len(position), dtype=np.int64) + (starts - before)[position]


def collected(rows: IntArray, parts: FloatArray, size: int) -> tuple[IntArray, FloatArray]:
    """Each row that has a part above 0, ascending, with the sum of its parts."""
    if len(rows) * 8 > size:
        total = summed_by(rows, parts, size)
        found = np.flatnonzero(total != 0)
        return found, total[found]
    found, place = np.unique(rows, return_inverse=True)
    total = summed_by(place, parts, len(found))
    some = total > 0
    return found[some], total[some]


def summed_by(group: IntArray, values: FloatArray, groups: int) -> FloatArray:
    """The sum of the values of each group."""
    return np.bincount(group, weights=values, minlength=groups).astype(np.float64)
