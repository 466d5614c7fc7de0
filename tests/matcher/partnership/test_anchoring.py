"""Anchoring talks fall due by themselves, and nobody is asked for more than one at a time."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from matcher.partnership.anchoring import (
    KINDS,
    NEAR,
    Course,
    HeldTalk,
    missing,
    planned,
    stops,
)
from matcher.partnership.calendar import midway

START, END = date(2026, 2, 1), date(2029, 1, 31)
COURSE = Course(start=START, end=END, money_ends=(END,))


def held(kind: str, day: date, end: date | None = None, key: str = "t") -> HeldTalk:
    """A talk that was held."""
    return HeldTalk(id=key, kind=kind, end=end, held=day)


def days_of(course: Course) -> list[tuple[str, str]]:
    """Kind and day of the planned talks."""
    return [(talk.kind, talk.day.isoformat()) for talk in planned(course)]


def states(course: Course, today: date, *talks: HeldTalk) -> list[str]:
    """How the planned talks stand."""
    return [stop.state for stop in stops(course, talks, today)]


def test_talks_fall_due_at_start_midway_and_before_the_money_ends() -> None:
    assert days_of(COURSE) == [
        ("start", "2026-02-01"),
        ("midway", midway(START, END).isoformat()),
        ("months_12", "2028-01-31"),
        ("months_6", "2028-07-31"),
        ("months_3", "2028-10-31"),
    ]


@pytest.mark.parametrize(
    ("end", "days"),
    [
        (date(2028, 2, 29), ["2027-02-28", "2027-08-29", "2027-11-29"]),
        (date(2027, 2, 28), ["2026-02-28", "2026-08-28", "2026-11-28"]),
        (date(2027, 8, 31), ["2026-08-31", "2027-02-28", "2027-05-31"]),
        (date(2028, 8, 31), ["2027-08-31", "2028-02-29", "2028-05-31"]),
        (date(2027, 5, 31), ["2026-05-31", "2026-11-30", "2027-02-28"]),
    ],
)
def test_months_end_where_they_end(end: date, days: list[str]) -> None:
    assert [day for _, day in days_of(Course(money_ends=(end,)))] == days


def test_what_can_be_known_is_and_the_rest_is_said() -> None:
    assert days_of(Course()) == []
    assert missing(Course()) == ("start", "money_end")
    assert days_of(Course(start=START)) == [("start", "2026-02-01")]
    assert missing(Course(start=START, end=END)) == ("money_end",)
    assert [kind for kind, _ in days_of(Course(start=START, end=END))] == ["start", "midway"]
    assert missing(COURSE) == ()


def test_a_short_grant_has_no_talk_before_it_begins() -> None:
    course = Course(start=date(2026, 9, 1), money_ends=(date(2027, 1, 31),))
    # Midway, on 16 November, is near the talk 3 months before: that one stays, on its own day.
    assert days_of(course) == [("start", "2026-09-01"), ("months_3", "2026-10-31")]


def test_a_talk_that_is_asked_for_does_not_go_away_because_another_is_near() -> None:
    # 6 months before the end is 18 days after the start: one talk, and it is due at once.
    course = Course(start=date(2026, 11, 24), money_ends=(date(2027, 6, 12),))
    # Midway is a week before the talk 3 months before: one talk as well, on the day of the first.
    assert days_of(course) == [("months_6", "2026-11-24"), ("months_3", "2027-03-04")]
    assert states(course, date(2026, 11, 24)) == ["due", "coming"]


def test_one_that_is_near_two_leaves_them_apart() -> None:
    agreed = date(2028, 8, 25)  # near the talk 6 months before, and near the one after it
    ends = (END, END + timedelta(days=40))
    found = planned(Course(start=START, money_ends=ends, agreed=agreed))
    days = [talk.day for talk in found if talk.kind == "months_6"]
    assert days == [date(2028, 7, 31), date(2028, 8, 31)]


def test_talks_of_two_grants_that_fall_together_are_one() -> None:
    course = Course(start=START, money_ends=(date(2028, 6, 30), date(2028, 12, 31)))
    found = {talk.day: (talk.kind, talk.end) for talk in planned(course)}
    # 12 months before the later end is 6 months before the earlier one.
    assert found[date(2027, 12, 30)] == ("months_6", date(2028, 6, 30))
    assert ("months_12", date(2028, 12, 31)) not in found.values()
    assert found[date(2028, 9, 30)] == ("months_3", date(2028, 12, 31))


def test_money_that_ends_before_the_start_asks_for_nothing_and_is_said() -> None:
    course = Course(start=START, money_ends=(date(2025, 1, 1),))
    assert days_of(course) == [("start", "2026-02-01")]
    assert missing(course) == ("early_end",)


def test_nothing_falls_due_after_the_collaboration_has_ended() -> None:
    course = Course(start=START, end=date(2028, 8, 1), money_ends=(END,))
    assert days_of(course)[-1] == ("months_6", "2028-07-31")


def test_of_those_that_were_missed_only_the_newest_is_asked_for() -> None:
    assert states(COURSE, date(2028, 11, 1)) == ["passed", "passed", "passed", "passed", "due"]
    assert states(COURSE, date(2028, 8, 1)) == ["passed", "passed", "passed", "due", "coming"]
    assert states(COURSE, START) == ["due", "coming", "coming", "coming", "coming"]
    assert states(COURSE, START - timedelta(days=1)) == ["coming"] * 5


def test_an_old_collaboration_without_an_end_asks_once() -> None:
    old = Course(start=date(2015, 3, 1))
    assert states(old, date(2026, 11, 1)) == ["due"]
    assert states(old, date(2026, 11, 1), held("start", date(2026, 11, 1))) == ["held"]


def test_nobody_is_asked_after_the_end() -> None:
    assert states(COURSE, END) == ["passed"] * 4 + ["due"]
    assert states(COURSE, END + timedelta(days=1)) == ["passed"] * 5


def test_a_talk_that_was_held_is_not_asked_for_nor_are_older_ones() -> None:
    talk = held("months_6", date(2028, 8, 3), END)
    assert states(COURSE, date(2028, 9, 1), talk) == ["passed"] * 3 + ["held", "coming"]


def test_a_talk_counts_for_the_end_it_was_held_for() -> None:
    first, second = date(2028, 6, 30), date(2030, 6, 30)
    course = Course(start=START, money_ends=(first, second))
    talk = held("months_3", date(2028, 4, 2), first)
    by_end = {(s.kind, s.end): s.state for s in stops(course, [talk], date(2028, 5, 1))}
    assert by_end["months_3", first] == "held"
    assert by_end["months_3", second] == "coming"


def test_talks_move_with_the_end_of_the_money() -> None:
    talk = held("months_12", date(2028, 2, 2), END)
    a_week_later = Course(start=START, money_ends=(END + timedelta(days=7),))
    assert "held" in states(a_week_later, date(2028, 3, 1), talk)
    a_year_later = Course(start=START, money_ends=(date(2030, 1, 31),))
    assert "held" not in states(a_year_later, date(2028, 3, 1), talk)
    assert days_of(a_year_later)[-1] == ("months_3", "2029-10-31")


def test_a_talk_that_was_agreed_on_is_asked_for_on_its_day() -> None:
    course = Course(start=START, money_ends=(END,), agreed=date(2029, 6, 1))
    assert days_of(course)[-1] == ("other", "2029-06-01")
    # Also after the money has ended: it was agreed on.
    assert states(course, date(2029, 6, 2))[-1] == "due"
    near = Course(start=START, money_ends=(END,), agreed=date(2028, 8, 10))
    assert "other" not in [kind for kind, _ in days_of(near)]


DAYS = st.dates(date(2000, 1, 1), date(2060, 12, 31))
COURSES = st.builds(
    Course,
    start=st.none() | DAYS,
    end=st.none() | DAYS,
    money_ends=st.lists(DAYS, max_size=4).map(tuple),
    agreed=st.none() | DAYS,
)


@given(COURSES)
def test_planned_talks_are_in_turn_apart_and_inside(course: Course) -> None:
    found = planned(course)
    assert list(found) == sorted(found, key=lambda talk: talk.day)
    assert all(b.day - a.day > NEAR for a, b in pairwise(found))
    for talk in found:
        assert talk.kind in KINDS
        assert course.start is None or talk.day >= course.start
        if talk.kind != "other":
            assert course.over is None or talk.day <= course.over
            assert talk.end is None or talk.day <= talk.end


@given(COURSES, DAYS, st.lists(st.tuples(st.sampled_from(KINDS), DAYS, st.none() | DAYS)))
def test_at_most_one_is_asked_for_and_none_after_it_has_come(
    course: Course, today: date, talks: list[tuple[str, date, date | None]]
) -> None:
    given_talks = [held(*talk, key=str(at)) for at, talk in enumerate(talks)]
    found = stops(course, given_talks, today)
    due = [stop for stop in found if stop.state == "due"]
    assert len(due) <= 1
    for stop in due:
        assert all(other.day <= stop.day or other.day > today for other in found)
    assert all((stop.state == "held") == (stop.talk is not None) for stop in found)
    counted = [stop.talk for stop in found if stop.talk]
    assert len(counted) == len(set(counted))
