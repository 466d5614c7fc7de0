"""Answers: a value for a few, and what holds for all others."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from matcher.signals.answer import Answer, nobody, points, shared, spread, unknown_to_all
from tests.engine_factories import make_landscape

SIZE = 6
values = st.floats(0, 1) | st.just(float("nan"))


@st.composite
def answers(draw: st.DrawFn) -> Answer:
    """Any answer about SIZE organisations."""
    if draw(st.booleans()):
        return Answer(values=np.array(draw(st.lists(values, min_size=SIZE, max_size=SIZE))))
    rows = sorted(draw(st.sets(st.integers(0, SIZE - 1))))
    told = st.lists(st.floats(0, 1), min_size=len(rows), max_size=len(rows))
    known = np.array(draw(st.lists(st.booleans(), min_size=SIZE, max_size=SIZE)))
    known[rows] = True
    every = st.sampled_from([True, False] if not rows else [True])
    return Answer(
        values=np.array(draw(told), np.float64),
        rows=np.array(rows, np.int64),
        known=draw(every | st.just(known)),
    )


@given(answers(), st.lists(st.integers(0, SIZE - 1), max_size=SIZE))
def test_some_rows_are_those_of_the_whole(answer: Answer, rows: list[int]) -> None:
    at = np.array(rows, np.int64)
    assert np.array_equal(answer.at(at), answer.dense(SIZE)[at], equal_nan=True)


@given(answers(), st.sampled_from([0.1, 1.0, 2.5]), st.sampled_from([0.0, 0.3, 1.0]))
def test_points_are_weight_times_value_and_what_the_unknown_is_worth(
    answer: Answer, weight: float, unknown: float
) -> None:
    total = np.full(SIZE, 7.0)
    whole = answer.dense(SIZE).copy()
    answer.add_points(total, weight, unknown)
    expected = 7 + weight * np.where(np.isnan(whole), unknown, whole)
    assert total == pytest.approx(expected, abs=1e-9)
    assert np.array_equal(answer.dense(SIZE), whole, equal_nan=True), "the answer was changed"


def test_points_do_not_depend_on_the_order_of_sums() -> None:
    parts = [points(0.1, 0.7), points(0.2, 1 / 3), points(0.3, 0.9)]
    assert sum(parts) == sum(reversed(parts))


def test_what_is_not_known_is_nan_and_what_nobody_has_is_0() -> None:
    assert np.isnan(unknown_to_all().dense(3)).all()
    assert nobody(True).dense(2).tolist() == [0.0, 0.0]
    some = nobody(np.array([True, False])).dense(2)
    assert some[0] == 0
    assert np.isnan(some[1])


def test_rows_of_a_matrix_are_spread_with_their_weights() -> None:
    landscape = make_landscape("a", "b", offers={"a": ["bus", "hall"], "b": ["hall"]})
    owners = landscape.owners["offers"]
    total = spread(owners, [(0, 2.0), (1, 0.5)], np.zeros(2))
    assert total.tolist() == [2.5, 0.5]


def test_shares_are_1_at_most_and_only_of_those_known() -> None:
    found = shared(np.array([0.0, 3.0, 1.0, 9.0]), 2.0, np.array([True, True, True, False]))
    assert found.rows is not None
    assert found.rows.tolist() == [1, 2]
    assert found.values.tolist() == [1.0, 0.5]
    own = shared(np.array([0.0, 3.0, 1.0]), np.array([1.0, 6.0, 4.0]), True)
    assert own.dense(3).tolist() == [0.0, 0.5, 0.25]
