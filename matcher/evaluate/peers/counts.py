"""What needs no more than counting: chance, popularity, the place, the topic, the past."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from scipy.sparse import csr_array

from matcher.evaluate.history import History
from matcher.evaluate.method import Method, Scorer
from matcher.evaluate.split import Question
from matcher.landscape.arrays import FloatArray, Sparse


def random(seed: int) -> Method:
    """Anybody."""

    def learn(history: History) -> Scorer:
        generator = np.random.default_rng(seed)

        def score(questions: Sequence[Question]) -> FloatArray:
            return generator.random((len(questions), len(history)))

        return score

    return learn


def popularity(history: History) -> Scorer:
    """Who took part in the most projects."""

    def score(questions: Sequence[Question]) -> FloatArray:
        return np.tile(history.popularity, (len(questions), 1))

    return score


def past_partners(history: History) -> Scorer:
    """Who shared the most projects with the asker."""
    took_part = history.took_part

    def score(questions: Sequence[Question]) -> FloatArray:
        return dense(took_part[askers(questions)] @ took_part.T)

    return score


def topic(history: History) -> Scorer:
    """Who took part in the most projects on the brief's topics."""
    topics = sorted({topic for project in history.projects for topic in project.brief.topics})
    column = {topic: place for place, topic in enumerate(topics)}
    on_topic = np.zeros((len(history.projects), len(topics)))
    for row, project in enumerate(history.projects):
        on_topic[row, [column[topic] for topic in project.brief.topics]] = 1.0
    often = np.asarray(history.took_part @ on_topic)

    def score(questions: Sequence[Question]) -> FloatArray:
        asked = [[column[t] for t in q.brief.topics if t in column] for q in questions]
        return np.stack([often[:, columns].sum(axis=1) for columns in asked])

    return score


def askers(questions: Sequence[Question]) -> list[int]:
    """Who asks each question."""
    return [question.asker for question in questions]


def dense(matrix: Sparse) -> FloatArray:
    """A product of few rows with its zeros."""
    return np.asarray(csr_array(matrix).toarray(), np.float64)
