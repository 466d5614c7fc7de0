"""One method against all questions of a split."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from matcher.evaluate import metrics
from matcher.evaluate.history import History
from matcher.evaluate.method import Method
from matcher.evaluate.ranking import Ranking, candidate_values, rank
from matcher.evaluate.split import Split, Truth
from matcher.landscape.arrays import BoolArray, FloatArray, IntArray, closed

# How many questions a method is asked at a time: enough to work on matrices, few enough to hold.
_AT_A_TIME = 64

# Takes candidates' values (−∞ for those who are none) and gives those of another order.
Rearrange = Callable[[FloatArray], FloatArray]


@dataclass(frozen=True, kw_only=True, slots=True, eq=False)
class Scores:
    """One value a question; nan where nothing is relevant."""

    recall: FloatArray
    ndcg: FloatArray
    reciprocal_rank: FloatArray


@dataclass(frozen=True, kw_only=True, slots=True, eq=False)
class Measured:
    """How a method did.

    `all` over every known organisation but the asker, `new` without earlier partners, `small`
    recall of the relevant with at most the median number of earlier projects. `shown` counts how
    often each organisation of the history stood among the first ten. Learning is not part of
    `ms_per_query`.
    """

    all: Scores
    new: Scores
    small: FloatArray
    shown: IntArray
    ms_per_query: float


def small(history: History) -> BoolArray:
    """Who has at most the median number of earlier projects."""
    few: BoolArray = history.popularity <= np.median(history.popularity)
    return few


def measure(method: Method, split: Split, rearrange: Rearrange | None = None) -> Measured:
    """Let a method learn from the history and answer all questions; ties are the history's."""
    scorer = method(split.history)
    few = small(split.history)
    shown = np.zeros(len(split.history), np.int64)
    rows: list[tuple[float, ...]] = []
    spent = 0.0
    for start in range(0, len(split.questions), _AT_A_TIME):
        questions = split.questions[start : start + _AT_A_TIME]
        began = time.perf_counter()
        values = scorer(questions)
        spent += time.perf_counter() - began
        truths = split.truths[start : start + _AT_A_TIME]
        for question, truth, row in zip(questions, truths, values, strict=True):
            everybody = _ranked(row, np.array([question.asker]), truth.relevant, rearrange)
            shown[everybody.listed] += 1
            rows.append(
                (
                    *_scores(everybody),
                    *_new(row, question.asker, truth, rearrange),
                    metrics.recall(everybody.places[few[truth.relevant]]),
                )
            )
    columns = np.array(rows, np.float64).reshape(-1, 7).T
    return Measured(
        all=Scores(recall=columns[0], ndcg=columns[1], reciprocal_rank=columns[2]),
        new=Scores(recall=columns[3], ndcg=columns[4], reciprocal_rank=columns[5]),
        small=columns[6],
        shown=closed(shown),
        ms_per_query=1000.0 * spent / max(len(split.questions), 1),
    )


def new_relevant(truth: Truth) -> IntArray:
    """The relevant ones that the asker had not worked with before."""
    return np.setdiff1d(truth.relevant, truth.partners)


def _new(
    row: FloatArray, asker: int, truth: Truth, rearrange: Rearrange | None
) -> tuple[float, float, float]:
    relevant = new_relevant(truth)
    if not len(relevant):
        return (float("nan"),) * 3
    return _scores(_ranked(row, np.append(truth.partners, asker), relevant, rearrange))


def _ranked(
    row: FloatArray, without: IntArray, relevant: IntArray, rearrange: Rearrange | None
) -> Ranking:
    values = candidate_values(row, without)
    return rank(values if rearrange is None else rearrange(values), relevant)


def _scores(ranking: Ranking) -> tuple[float, float, float]:
    places = ranking.places
    return metrics.recall(places), metrics.ndcg(places), metrics.reciprocal_rank(places)
