"""How good lists are said to be."""

from __future__ import annotations

import numpy as np
import pytest

from matcher.evaluate import metrics
from matcher.learn.quality import Stood, quality, stood
from matcher.learn.seen import Seen


def _seen(relevant: list[int], partners: list[int], size: int = 30) -> Seen:
    rows = np.arange(size)
    return Seen(
        values=np.zeros((size, 1)),
        relevant=np.isin(rows, relevant),
        partner=np.isin(rows, partners),
    )


def test_places_are_counted_from_one_with_and_without_partners() -> None:
    points = -np.arange(30.0)
    found = stood(points, _seen([0, 4, 20], [0, 1]))
    assert found.all.tolist() == [1, 5, 21]
    assert found.new.tolist() == [3, 19]


def test_equals_stand_in_the_order_of_the_rows() -> None:
    assert stood(np.zeros(30), _seen([2, 7], [])).all.tolist() == [3, 8]


def test_measures_are_those_of_the_evaluation() -> None:
    random = np.random.default_rng(5)
    found = [
        stood(random.random(60), _seen(random.choice(60, 4).tolist(), [1, 2], 60))
        for _ in range(20)
    ]
    told = quality(found)
    for places, measured in (
        ([each.all for each in found], told.all),
        ([each.new for each in found], told.new),
    ):
        assert measured.recall == pytest.approx(np.mean([metrics.recall(p) for p in places]))
        assert measured.ndcg == pytest.approx(np.mean([metrics.ndcg(p) for p in places]))
        assert measured.mrr == pytest.approx(np.mean([metrics.reciprocal_rank(p) for p in places]))


def test_questions_without_anybody_new_do_not_count_there() -> None:
    none = np.empty(0, np.int64)
    told = quality([Stood(np.array([1]), none), Stood(np.array([2]), np.array([1]))])
    assert told.all.mrr == 0.75
    assert told.new.mrr == 1.0


def test_what_is_not_known_is_none() -> None:
    none = np.empty(0, np.int64)
    told = quality([Stood(np.array([1]), none)])
    assert told.new.mrr is None
    unknown = {"recall@10": None, "ndcg@10": None, "mrr": None}
    assert told.named() == {"recall@10": 1.0, "ndcg@10": 1.0, "mrr": 1.0, "new": unknown}
    assert told.ndcg == 1.0
    assert quality([]).ndcg == 0.0
