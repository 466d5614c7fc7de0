"""Matrices and groups with a few rows replaced: the work is that of copying, not of building."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, TypeVar

import numpy as np
from scipy.sparse import csr_array

from matcher.landscape.arrays import Array, IntArray, Matrix, Sparse, closed
from matcher.landscape.cells import Grouped

Text = TypeVar("Text", str, str | None)


def put(array: Array, rows: IntArray, values: Array) -> Array:
    """The array with the values of some rows replaced; itself where they are the same."""
    if np.array_equal(array[rows], values, equal_nan=array.dtype.kind == "f"):
        return array
    copy = array.copy()
    copy[rows] = values
    return closed(copy)


def with_texts(texts: tuple[Text, ...], rows: IntArray, new: Sequence[Text]) -> tuple[Text, ...]:
    """The texts with those of some rows replaced; themselves where they are the same."""
    if all(texts[row] == text for row, text in zip(rows.tolist(), new, strict=True)):
        return texts
    found = list(texts)
    for row, text in zip(rows.tolist(), new, strict=True):
        found[row] = text
    return tuple(found)


def some_rows(matrix: Matrix, rows: IntArray) -> Matrix:
    """These rows alone."""
    found: Matrix = matrix[rows]
    return found


def equal(one: Sparse, other: Sparse) -> bool:
    """Whether two matrices hold the same."""
    return all(
        np.array_equal(getattr(one, part), getattr(other, part))
        for part in ("indptr", "indices", "data")
    )


def with_rows(matrix: Matrix, rows: IntArray, new: Matrix) -> Matrix:
    """The matrix with some rows (ascending, each once) replaced, closed against writing."""
    indices: list[Any] = []
    data: list[Any] = []
    at = 0
    for place, row in enumerate(rows.tolist()):
        mine = slice(new.indptr[place], new.indptr[place + 1])
        indices += [matrix.indices[at : matrix.indptr[row]], new.indices[mine]]
        data += [matrix.data[at : matrix.indptr[row]], new.data[mine]]
        at = matrix.indptr[row + 1]
    counts = np.diff(matrix.indptr)
    counts[rows] = np.diff(new.indptr)
    return made(
        np.concatenate([*data, matrix.data[at:]]),
        np.concatenate([*indices, matrix.indices[at:]]),
        np.concatenate([[0], np.cumsum(counts)]),
        matrix.shape,
    )


def with_columns(matrix: Sparse, columns: IntArray, before: Sparse, after: Sparse) -> Sparse:
    """The matrix with some columns (ascending, each once) replaced.

    `before` and `after` hold them as rows: what they were and shall be.
    """
    touched = np.union1d(before.indices, after.indices).astype(np.int64)
    column = np.repeat(columns, np.diff(after.indptr))
    indices: list[Any] = []
    data: list[Any] = []
    for row in touched.tolist():
        mine = slice(matrix.indptr[row], matrix.indptr[row + 1])
        kept = ~np.isin(matrix.indices[mine], columns)
        new = after.indices == row
        members = np.concatenate([matrix.indices[mine][kept], column[new]])
        values = np.concatenate([matrix.data[mine][kept], after.data[new]])
        order = np.argsort(members, kind="stable")
        indices.append(members[order])
        data.append(values[order])
    ends = np.cumsum([0, *(len(each) for each in indices)])
    nothing = np.empty(0)
    return with_rows(
        matrix,
        touched,
        made(
            np.concatenate([nothing, *data]),
            np.concatenate([nothing, *indices]),
            ends,
            (len(touched), matrix.shape[1]),
        ),
    )


def regrouped(groups: Grouped, rows: IntArray, codes: IntArray) -> Grouped:
    """The groups with the codes of some rows replaced; those with a negative one are in none."""
    span = int(max(groups.rows.max(initial=0), rows.max(initial=0))) + 1
    kept = ~np.isin(groups.rows, rows)
    old = groups.codes[kept] * span + groups.rows[kept]
    new = np.sort((codes * span + rows)[codes >= 0])
    every = np.insert(old, np.searchsorted(old, new), new)
    return Grouped(codes=closed(every // span), rows=closed(every % span))


def made(
    data: np.ndarray, indices: np.ndarray, ends: np.ndarray, shape: tuple[int, int]
) -> csr_array[Any]:
    """A matrix of rows that are in order already, closed against writing."""
    cells = (data, indices.astype(np.int32, copy=False), ends.astype(np.int32, copy=False))
    matrix: csr_array[Any] = csr_array(cells, shape=shape)
    for part in (matrix.data, matrix.indices, matrix.indptr):
        part.setflags(write=False)
    return matrix
