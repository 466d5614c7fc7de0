"""When to ask what became of an intention, and what the answers say."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from matcher.partnership.follow_up import (
    OUTCOMES,
    WEEKS,
    FollowUp,
    Outcome,
    day_of,
    is_alive,
    lasted,
    remaining,
)

EVENT = date(2028, 2, 15)


def answer(weeks: int, outcome: Outcome) -> FollowUp:
    return FollowUp(weeks=weeks, day=day_of(EVENT, weeks), outcome=outcome)


def asked(done: list[FollowUp], after: int) -> list[int]:
    """The weeks that are still to be asked for, so many days after the event."""
    return [each.weeks for each in remaining(EVENT, done, EVENT + timedelta(days=after))]


def test_the_days_are_whole_weeks_also_over_a_leap_day() -> None:
    assert [day_of(EVENT, weeks) for weeks in WEEKS] == [
        date(2028, 2, 29), date(2028, 4, 11), date(2028, 8, 15),
    ]  # fmt: skip


def test_all_three_are_asked_for_in_turn() -> None:
    assert asked([], 0) == [2, 8, 26]
    assert asked([answer(2, "going_on")], 20) == [8, 26]
    assert asked([answer(2, "going_on"), answer(26, "going_on")], 400) == []


def test_of_two_that_were_missed_one_is_asked_for() -> None:
    assert asked([], 8 * 7) == [8, 26]
    assert asked([], 400) == [26]


@pytest.mark.parametrize(
    ("outcome", "left"),
    [("going_on", [8, 26]), ("not_reached", [8, 26]), ("collaboration", [26]), ("nothing", [])],
)
def test_what_came_of_it_says_what_is_asked_next(outcome: Outcome, left: list[int]) -> None:
    assert asked([answer(2, outcome)], 20) == left


@given(st.lists(st.tuples(st.sampled_from(WEEKS), st.sampled_from(OUTCOMES)), max_size=3),
       st.integers(0, 800))  # fmt: skip
def test_at_most_one_is_due_and_none_is_asked_twice(
    given_: list[tuple[int, Outcome]], after: int
) -> None:
    done = [answer(weeks, outcome) for weeks, outcome in sorted(given_)]
    today = EVENT + timedelta(days=after)
    left = remaining(EVENT, done, today)
    assert sum(each.day <= today for each in left) <= 1
    assert not {each.weeks for each in left} & {each.weeks for each in done}


def test_nobody_reached_is_not_known() -> None:
    assert is_alive([]) is None
    assert is_alive([answer(2, "not_reached")]) is None
    assert is_alive([answer(2, "going_on"), answer(8, "not_reached")]) is True
    assert is_alive([answer(2, "going_on"), answer(8, "nothing")]) is False
    assert lasted([answer(2, "going_on")]) is None
    assert lasted([answer(8, "nothing")]) is False
    assert lasted([answer(26, "collaboration")]) is True
