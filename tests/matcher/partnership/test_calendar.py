"""Days and months, also around leap days, month ends and the change of the clock."""

from __future__ import annotations

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from matcher.partnership.calendar import local_day, midway, months_after

HERE = ZoneInfo("Europe/Copenhagen")
DAYS = st.dates(date(1900, 1, 1), date(2200, 12, 31))


@pytest.mark.parametrize(
    ("day", "months", "then"),
    [
        (date(2026, 1, 31), 1, date(2026, 2, 28)),
        (date(2028, 1, 31), 1, date(2028, 2, 29)),
        (date(2028, 2, 29), 12, date(2029, 2, 28)),
        (date(2026, 3, 31), -3, date(2025, 12, 31)),
        (date(2026, 12, 31), 2, date(2027, 2, 28)),
        (date(2026, 5, 15), 0, date(2026, 5, 15)),
    ],
)
def test_months_end_with_their_last_day(day: date, months: int, then: date) -> None:
    assert months_after(day, months) == then


@given(DAYS, st.integers(-600, 600))
def test_months_are_counted_and_days_never_grow(day: date, months: int) -> None:
    then = months_after(day, months)
    assert (then.year - day.year) * 12 + then.month - day.month == months
    assert then.day <= day.day


def test_a_day_outside_the_calendar_is_refused() -> None:
    with pytest.raises(OverflowError):
        months_after(date(9999, 12, 1), 1)


@given(DAYS, DAYS)
def test_midway_lies_between(one: date, other: date) -> None:
    start, end = sorted((one, other))
    middle = midway(start, end)
    assert start <= middle <= end
    assert 0 <= (end - middle).days - (middle - start).days <= 1


@pytest.mark.parametrize(
    ("moment", "day"),
    [
        ("2026-03-29T00:59:59", date(2026, 3, 29)),  # the hour that is left out is here
        ("2026-03-28T22:59:59", date(2026, 3, 28)),
        ("2026-03-28T23:00:00", date(2026, 3, 29)),
        ("2026-10-24T22:00:00", date(2026, 10, 25)),  # still summer time
        ("2026-10-25T22:59:59", date(2026, 10, 25)),
        ("2026-10-25T23:00:00", date(2026, 10, 26)),
    ],
)
def test_midnight_is_where_people_live(moment: str, day: date) -> None:
    assert local_day(datetime.fromisoformat(moment).replace(tzinfo=UTC), HERE) == day


def test_a_moment_without_a_zone_is_refused() -> None:
    with pytest.raises(ValueError, match="zone"):
        local_day(datetime(2026, 1, 1), HERE)  # noqa: DTZ001 – that is what is refused
