"""Nodes in classes: the commonest categories, the ranks of a measure."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as arrays

from matcher.wording.say import say
from webui.maps.look.classes import OTHER, UNKNOWN, commonest, ranked

VALUES = arrays.arrays(
    np.float64, st.integers(0, 40), elements=st.floats(0, 1e6) | st.just(float("nan"))
)


def test_the_commonest_have_classes_and_the_rest_is_other() -> None:
    found = commonest(np.array([2, 0, 2, 1, -1, 2, 0]), 2, ["a", "b", "c"])
    assert found.labels == ("c", "a")
    assert found.codes.tolist() == [0, 1, 0, OTHER, UNKNOWN, 0, 1]


def test_names_that_nobody_has_are_no_class() -> None:
    found = commonest(np.array([-1, 1]), 6, ["a", "b"])
    assert (found.labels, found.codes.tolist()) == (("b",), [UNKNOWN, 0])


def test_nobody_has_no_classes() -> None:
    empty = np.zeros(0, dtype=np.int64)
    assert commonest(empty, 6, []).labels == ()
    assert ranked(np.zeros(0), 5).labels == ()


def test_few_values_are_their_own_classes() -> None:
    found = ranked(np.array([3.0, 0.0, np.nan, 3.0]), 5)
    assert found.codes.tolist() == [1, 0, UNKNOWN, 1]
    assert found.labels == (0, 3)


@given(VALUES)
def test_higher_values_are_never_in_lower_classes(values: np.ndarray) -> None:
    codes = ranked(values, 5).codes
    known = ~np.isnan(values)
    assert (codes[~known] == UNKNOWN).all()
    order = np.argsort(values[known], kind="stable")
    assert (np.diff(codes[known][order]) >= 0).all()


@given(VALUES)
def test_every_class_has_somebody_and_a_label(values: np.ndarray) -> None:
    found = ranked(values, 5)
    assert len(found.labels) <= 5
    assert all(found.count(code) for code in range(len(found.labels)))
    assert sum(found.count(code) for code in range(len(found.labels))) == (~np.isnan(values)).sum()


def test_equal_values_are_in_one_class_however_many() -> None:
    values = np.array([0.0] * 90 + list(range(1, 11)))
    found = ranked(values, 5)
    assert len(set(found.codes[:90].tolist())) == 1


def test_small_numbers_are_told_apart() -> None:
    values = np.linspace(0, 0.004, 50)
    labels = [say(label, "en") for label in ranked(values, 5).labels]
    assert labels[-1].endswith("to 4 ‰")
    assert len(set(labels)) == 5


def test_a_class_says_from_where_to_where_also_where_values_lie_close() -> None:
    shares = np.concatenate([np.zeros(60), np.linspace(0.00001, 0.008, 180), [0.59]])
    labels = [say(label, "en") for label in ranked(shares, 5).labels]
    assert labels[0] == "0"
    assert all(" to " in label for label in labels[1:])


def test_classes_between_whole_numbers_have_a_decimal() -> None:
    values = np.concatenate([np.linspace(0, 3.4, 200), [43.0]])
    labels = [say(label, "en") for label in ranked(values, 5).labels]
    assert labels[0] == "0 to 0.7"
    assert labels[-1].endswith(" to 43")
    assert all(" to " in label for label in labels)
