"""Points as shown add up."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from matcher.wording.points import shown_points, shown_score

POINTS = st.lists(st.floats(0, 1000, allow_nan=False), max_size=12)


@given(POINTS)
def test_what_is_shown_adds_up_to_the_score_shown(points: list[float]) -> None:
    shown = shown_points(points)
    assert sum(shown, Decimal(0)) == shown_score(points)
    assert abs(float(shown_score(points)) - sum(points)) <= 0.005 + 1e-9


@given(POINTS)
def test_nothing_is_shown_a_whole_unit_off(points: list[float]) -> None:
    for exact, shown in zip(points, shown_points(points), strict=True):
        assert abs(exact - float(shown)) < 0.01 + 1e-9
        assert exact > 0 or shown == 0


def test_numbers_that_are_round_stay_as_they_are() -> None:
    assert shown_points([0.1, 0.2, 2.5]) == (Decimal("0.10"), Decimal("0.20"), Decimal("2.50"))


def test_digits_can_be_chosen() -> None:
    assert shown_points([0.25, 0.25], digits=1) == (Decimal("0.3"), Decimal("0.2"))


@pytest.mark.parametrize("digits", [0, 1, 2])
def test_nothing_adds_up_to_nothing(digits: int) -> None:
    assert shown_points([], digits) == ()
    assert shown_score([], digits) == 0
