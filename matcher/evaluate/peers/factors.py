"""Recommenders that learn from who took part in what; from implicit, which may be missing."""

from __future__ import annotations

import warnings
from collections.abc import Sequence
from importlib import import_module
from importlib.util import find_spec

import numpy as np
from scipy.sparse import csr_array, csr_matrix

from matcher.evaluate.history import History
from matcher.evaluate.method import Method, Scorer
from matcher.evaluate.peers.counts import askers, dense
from matcher.evaluate.peers.neighbours import shared
from matcher.evaluate.split import Question
from matcher.landscape.arrays import FloatArray

# All chosen on dk_esif at 2009 and 2010 and interreg at July 2016. ALS: 32, 64, 128 factors;
# regularisation 0.01, 0.1, 1; confidence 1, 10; on projects or on partners. BM25: 100 or 500
# neighbours, K1 0.5, 1.2, 3, B 0.2, 0.75; on partners or on projects.
FACTORS, REGULARIZATION, CONFIDENCE = 32, 0.1, 10.0
NEIGHBOURS, K1, B = 100, 0.5, 0.2


def available() -> bool:
    """Whether implicit is installed."""
    return find_spec("implicit") is not None


def als(seed: int) -> Method:
    """Alternating least squares on who took part in which project (Hu, Koren, Volinsky 2008).

    Organisations fit whose factors point the same way. One thread and the given seed, so that it
    comes out the same every time.
    """

    def learn(history: History) -> Scorer:
        library, threads = import_module("implicit.cpu.als"), import_module("threadpoolctl")
        with threads.threadpool_limits(1, "blas"):
            model = library.AlternatingLeastSquares(
                factors=FACTORS,
                regularization=REGULARIZATION,
                alpha=CONFIDENCE,
                num_threads=1,
                random_state=seed,
            )
            model.fit(csr_matrix(history.took_part.astype(np.float32)), show_progress=False)
        factors = np.asarray(model.user_factors, np.float64)

        def score(questions: Sequence[Question]) -> FloatArray:
            return np.asarray(factors[askers(questions)] @ factors.T, np.float64)

        return score

    return learn


def bm25(history: History) -> Scorer:
    """Nearest neighbours of the asker's partners, weighed by BM25."""
    library = import_module("implicit.nearest_neighbours")
    partners = shared(history)
    model = library.BM25Recommender(K=NEIGHBOURS, K1=K1, B=B, num_threads=1)
    with warnings.catch_warnings():
        # It hands a matrix of another make to its own next step, which then complains.
        warnings.simplefilter("ignore", import_module("implicit.utils").ParameterWarning)
        model.fit(csr_matrix(partners), show_progress=False)
    similarity = csr_array(model.similarity)

    def score(questions: Sequence[Question]) -> FloatArray:
        return dense(csr_array(partners[askers(questions)] @ similarity))

    return score
