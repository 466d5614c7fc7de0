"""Who knows those whom the asker knows: the classical measures of a missing tie.

Values are those of networkx (`common_neighbors`, `adamic_adar_index`,
`resource_allocation_index`) on the graph of who shared a project; computed as products of sparse
matrices, for pair by pair a larger set takes hours.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np
from scipy.sparse import csr_array, diags_array

from matcher.evaluate.history import History
from matcher.evaluate.method import Method, Scorer
from matcher.evaluate.peers.counts import askers, dense
from matcher.evaluate.split import Question
from matcher.landscape.arrays import FloatArray, Sparse


def graph(history: History) -> Sparse:
    """1 for every two that shared an earlier project; nobody is its own neighbour."""
    tied = shared(history)
    tied.data[:] = 1.0
    return tied


def shared(history: History, weight: FloatArray | None = None) -> Sparse:
    """How many earlier projects every two shared; with `weight`, the sum of those projects'."""
    took_part = history.took_part
    weighted = took_part if weight is None else csr_array(took_part @ diags_array(weight))
    together = csr_array(weighted @ took_part.T)
    together.setdiag(0.0)
    together.eliminate_zeros()
    return together


def _through(worth: Callable[[FloatArray], FloatArray]) -> Method:
    """Sums what each common neighbour is worth, given its number of neighbours."""

    def learn(history: History) -> Scorer:
        tied = graph(history)
        weighted = csr_array(diags_array(worth(np.diff(tied.indptr).astype(np.float64))) @ tied)

        def score(questions: Sequence[Question]) -> FloatArray:
            return dense(csr_array(tied[askers(questions)] @ weighted))

        return score

    return learn


# A common neighbour has two neighbours at least; the values below that are never used.
common_neighbours = _through(np.ones_like)
adamic_adar = _through(lambda degree: 1.0 / np.log(np.maximum(degree, 2.0)))
resource_allocation = _through(lambda degree: 1.0 / np.maximum(degree, 2.0))
