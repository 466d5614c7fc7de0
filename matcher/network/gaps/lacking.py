"""What some look for and no other of the same place offers."""

from __future__ import annotations

import numpy as np
from scipy.sparse import csr_array

from matcher.landscape.arrays import BoolArray, Sparse, incidence


def of_rows(matrix: Sparse, who: BoolArray) -> Sparse:
    """1 at the entries of some rows; the other rows are empty."""
    rows = np.repeat(np.arange(matrix.shape[0]), np.diff(matrix.indptr))
    kept = who[rows]
    return incidence(rows[kept], matrix.indices[kept].astype(np.int64), matrix.shape)


def lacking(mine: Sparse, wanted: Sparse, everybody: Sparse, there: Sparse) -> Sparse:
    """Places × terms: how many of a place want a term that no other of it has.

    `mine` and `everybody` are places × organisations, 1 for those of a place who ask, and for all
    of it; `wanted` and `there` are organisations × terms, all with 1. Whoever is the only one of
    the place to have what it wants is not another to itself.
    """
    asked: Sparse = csr_array(mine @ wanted)
    found: Sparse = csr_array(everybody @ there)
    met: Sparse = csr_array(asked.multiply(found > 0))
    itself: Sparse = csr_array(mine @ csr_array(wanted.multiply(there)))
    only: Sparse = csr_array(itself.multiply(_just_one(found)))
    left: Sparse = csr_array(asked - met + csr_array(only > 0).astype(np.float64))
    left.eliminate_zeros()
    return left


def _just_one(counts: Sparse) -> Sparse:
    """1 where the count is 1; nothing else is kept, so that it stays sparse."""
    cells = ((counts.data == 1).astype(np.float64), counts.indices, counts.indptr)
    found: Sparse = csr_array(cells, shape=counts.shape)
    found.eliminate_zeros()
    return found
