"""Measures with known answers."""

from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from matcher.evaluate import metrics

NONE = np.array([], np.int64)
PLACES = st.sets(st.integers(1, 60), min_size=1, max_size=20).map(
    lambda places: np.array(sorted(places), np.int64)
)


def test_recall_counts_the_first_ten_places() -> None:
    assert metrics.recall(np.array([1, 10, 11, 99])) == 0.5


def test_ndcg_of_one_in_the_second_place() -> None:
    assert metrics.ndcg(np.array([2])) == pytest.approx(1 / math.log2(3))


def test_mrr_looks_at_the_whole_list() -> None:
    assert metrics.reciprocal_rank(np.array([40, 25])) == 1 / 25


def test_without_anybody_relevant_nothing_is_known() -> None:
    for measure in (metrics.recall, metrics.ndcg, metrics.reciprocal_rank):
        assert math.isnan(measure(NONE))
    assert metrics.mean(np.array([np.nan])) is None
    assert metrics.interval(np.array([np.nan]), np.array([0]), 1) is None


@given(PLACES)
def test_every_measure_is_a_share_and_a_better_place_never_harms(places: np.ndarray) -> None:
    for measure in (metrics.recall, metrics.ndcg, metrics.reciprocal_rank):
        assert 0.0 <= measure(places) <= 1.0 + 1e-12
    best = np.arange(1, len(places) + 1)
    assert metrics.ndcg(best) == pytest.approx(1.0)
    assert metrics.recall(best) == min(1.0, 10 / len(best))
    assert metrics.ndcg(best) >= metrics.ndcg(places) - 1e-12


def test_gini_of_all_alike_and_of_always_the_same() -> None:
    assert metrics.gini(np.array([3, 3, 3, 3])) == pytest.approx(0.0)
    assert metrics.gini(np.array([0, 0, 0, 12])) == pytest.approx(0.75)
    assert metrics.gini(np.array([0, 0])) == 0.0


def test_coverage_is_the_share_that_is_ever_shown() -> None:
    assert metrics.coverage(np.array([0, 5, 1, 0])) == 0.5


def test_one_project_says_nothing_of_others() -> None:
    values = np.array([0.0, 1.0, 1.0, 0.0])
    assert metrics.interval(values, np.zeros(4, np.int64), 1) == (0.5, 0.5)


def test_intervals_are_wide_where_projects_differ_and_repeat_with_the_seed() -> None:
    values = np.repeat([0.0, 1.0], 50)
    by_project = metrics.interval(values, np.repeat([0, 1], 50), 3)
    by_question = metrics.interval(values, np.arange(100), 3)
    assert by_project == (0.0, 1.0)
    assert by_question is not None
    assert 0.35 < by_question[0] < 0.5 < by_question[1] < 0.65
    assert by_question == metrics.interval(values, np.arange(100), 3)
    assert by_question != metrics.interval(values, np.arange(100), 4)


def test_what_is_not_known_is_left_out_of_interval_and_mean() -> None:
    values = np.array([1.0, np.nan, 0.0])
    assert metrics.mean(values) == 0.5
    assert metrics.interval(values, np.array([0, 1, 2]), 1) == (0.0, 1.0)
