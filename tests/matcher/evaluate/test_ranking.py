"""From values to places in a list."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from matcher.evaluate.ranking import LISTED, candidate_values, rank

NOBODY = np.array([], np.int64)


def test_equals_stand_in_the_order_of_the_history() -> None:
    found = rank(np.array([1.0, 2.0, 1.0, 2.0]), np.array([2, 3, 0]))
    assert found.listed.tolist() == [1, 3, 0, 2]
    assert found.places.tolist() == [4, 2, 3]


def test_those_who_are_no_candidates_are_never_listed() -> None:
    values = candidate_values(np.array([3.0, 2.0, 1.0]), np.array([0, 1]))
    found = rank(values, np.array([2]))
    assert found.listed.tolist() == [2]
    assert found.places.tolist() == [1]


def test_the_order_of_adding_up_is_no_reason() -> None:
    forwards = (0.1 + 0.2) + 0.3
    backwards = 0.1 + (0.2 + 0.3)
    assert forwards != backwards
    values = candidate_values(
        np.array([min(forwards, backwards), max(forwards, backwards)]), NOBODY
    )
    assert rank(values, np.array([0])).places.tolist() == [1]


def test_an_opinion_on_nobody_is_the_order_of_the_history() -> None:
    values = candidate_values(np.zeros(4), np.array([1]))
    assert rank(values, NOBODY).listed.tolist() == [0, 2, 3]


@pytest.mark.parametrize("wrong", [np.nan, np.inf])
def test_a_value_that_is_no_number_is_a_methods_fault(wrong: float) -> None:
    with pytest.raises(ValueError, match="no number"):
        candidate_values(np.array([1.0, wrong]), NOBODY)


@given(
    st.lists(st.integers(-3, 3), min_size=1, max_size=40),
    st.data(),
)
def test_places_are_those_of_a_stable_sort(numbers: list[int], data: st.DataObject) -> None:
    rows = st.sets(st.integers(0, len(numbers) - 1))
    without = data.draw(rows)
    relevant = sorted(data.draw(rows) - without)
    values = candidate_values(np.array(numbers, np.float64), np.array(sorted(without), np.int64))
    in_order = sorted(set(range(len(numbers))) - without, key=lambda row: (-numbers[row], row))
    found = rank(values, np.array(relevant, np.int64))
    assert found.listed.tolist() == in_order[:LISTED]
    assert found.places.tolist() == [in_order.index(row) + 1 for row in relevant]
