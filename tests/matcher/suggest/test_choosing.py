"""The best of many scores."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from matcher.suggest.choosing import best


def _sorted(scores: np.ndarray, allowed: np.ndarray, order: np.ndarray, top: int) -> list[int]:
    rows = np.flatnonzero(allowed).tolist()
    return sorted(rows, key=lambda row: (-scores[row], order[row]))[:top]


@pytest.mark.parametrize("top", range(1, 8))
def test_best_is_the_head_of_the_sorted_whole(top: int) -> None:
    scores = np.array([1.0, 3.0, 1.0, 2.0, 1.0, 9.0, 1.0])
    order = np.array([6, 5, 4, 3, 2, 1, 0])
    allowed = np.array([True, True, True, True, True, False, True])
    assert best(scores, allowed, order, top).tolist() == [1, 3, 6, 4, 2, 0][:top]


@settings(max_examples=60, deadline=None)
@given(
    seed=st.integers(0, 2**32 - 1),
    size=st.sampled_from([0, 1, 500, 512, 1025, 9000]),
    levels=st.sampled_from([1, 2, 40, 10**6]),
    share=st.sampled_from([0.0, 0.02, 0.5, 1.0]),
    top=st.sampled_from([1, 2, 10, 17, 600]),
)
def test_so_it_is_for_thousands_and_many_equals(
    seed: int, size: int, levels: int, share: float, top: int
) -> None:
    random = np.random.default_rng(seed)
    scores = random.integers(0, levels, size) / 7
    allowed = random.random(size) < share
    order = random.permutation(size)
    untouched = scores.copy()
    assert best(scores, allowed, order, top).tolist() == _sorted(scores, allowed, order, top)
    assert np.array_equal(scores, untouched)


def test_none_of_none_is_nothing() -> None:
    nobody = np.zeros(3, np.bool_)
    assert best(np.ones(3), nobody, np.arange(3), 5).tolist() == []
    assert best(np.ones(3), ~nobody, np.arange(3), 0).tolist() == []
