"""The ties that go on today among organisations that may be named."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from scipy.sparse import csr_array
from scipy.sparse.csgraph import connected_components

from matcher.landscape import Landscape
from matcher.landscape.arrays import BoolArray, IntArray, SparseMask, frozen


@dataclass(frozen=True, kw_only=True, slots=True, eq=False)
class TiesNow:
    """Symmetric ties (`matrix`), how many each row has, and the parts that they hold together.

    `part` is one number a row, `size` one a part; somebody without a tie is a part alone.
    """

    matrix: SparseMask
    degree: IntArray
    part: IntArray
    size: IntArray

    def partners(self, row: int) -> IntArray:
        """The rows that one is tied to, ascending."""
        start, stop = self.matrix.indptr[row], self.matrix.indptr[row + 1]
        return self.matrix.indices[start:stop].astype(np.int64)


def ties_now(landscape: Landscape) -> TiesNow:
    """The current ties of a landscape; hidden organisations have none."""
    rows = np.repeat(np.arange(len(landscape)), np.diff(landscape.current.indptr))
    columns = landscape.current.indices.astype(np.int64)
    shown = ~(landscape.hidden[rows] | landscape.hidden[columns])
    return tied(rows[shown], columns[shown], len(landscape))


def tied(rows: IntArray, columns: IntArray, size: int) -> TiesNow:
    """The same from the two ends of ties, each tie given both ways."""
    cells = (np.ones(len(rows), np.bool_), (rows, columns))
    matrix: SparseMask = frozen(csr_array(cells, shape=(size, size)))
    part = _parts(matrix)
    return TiesNow(
        matrix=matrix,
        degree=np.diff(matrix.indptr).astype(np.int64),
        part=part,
        size=np.bincount(part).astype(np.int64),
    )


def parts_without(ties: TiesNow, row: int) -> IntArray:
    """The parts that are left when one has gone; itself is a part alone."""
    rows = np.repeat(np.arange(len(ties.degree)), ties.degree)
    columns = ties.matrix.indices.astype(np.int64)
    kept: BoolArray = (rows != row) & (columns != row)
    return tied(rows[kept], columns[kept], len(ties.degree)).part


def parts_without_tie(ties: TiesNow, a: int, b: int) -> IntArray:
    """The parts that are left when a tie has ended."""
    rows = np.repeat(np.arange(len(ties.degree)), ties.degree)
    columns = ties.matrix.indices.astype(np.int64)
    kept = ~(((rows == a) & (columns == b)) | ((rows == b) & (columns == a)))
    return tied(rows[kept], columns[kept], len(ties.degree)).part


def _parts(matrix: SparseMask) -> IntArray:
    if not matrix.shape[0]:
        return np.empty(0, np.int64)
    ones = np.ones(matrix.nnz)  # truths are no numbers to it
    numbers = csr_array((ones, matrix.indices, matrix.indptr), shape=matrix.shape)
    return np.asarray(connected_components(numbers, directed=False)[1], np.int64)
