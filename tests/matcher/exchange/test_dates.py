"""Dates as people and spreadsheets write them."""

from __future__ import annotations

from datetime import date, datetime, time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from matcher.exchange.dates import first_day, last_day
from matcher.exchange.fault import Fault
from matcher.exchange.sheet import Cell

_DAY = date(2026, 2, 1)


@pytest.mark.parametrize(
    "written",
    [
        "2026-02-01",
        "01-02-2026",
        "1.2.2026",
        "01/02/2026",
        "1. 2. 2026",
        "2026-02-01T00:00:00",
        "2026-02-01 00:00:00",
        datetime(2026, 2, 1, 13, 5),  # noqa: DTZ001  # a cell has no zone
        _DAY,
        46_054,
        46_054.5,
    ],
)
def test_one_day_in_many_ways(written: Cell) -> None:
    assert first_day(written) == last_day(written) == _DAY


@settings(deadline=None)
@given(st.dates(date(1900, 1, 1), date(2100, 1, 1)))
def test_iso_and_danish_are_read_as_written(day: date) -> None:
    assert first_day(day.isoformat()) == first_day(f"{day:%d-%m-%Y}") == day


def test_a_year_is_its_first_and_last_day() -> None:
    for written in ("2014", 2014, 2014.0):
        assert (first_day(written), last_day(written)) == (date(2014, 1, 1), date(2014, 12, 31))


@pytest.mark.parametrize(
    "written",
    [
        "2026-02-30",
        "31-04-2026",
        "12/31/2026",
        "0202-01-01",
        "2026-13-01",
        "soon",
        "01-02-26",
        "44927",
        -5,
        12,
        1e12,
        time(12, 0),
        True,
    ],
)
def test_what_is_no_day_is_a_fault(written: Cell) -> None:
    with pytest.raises(Fault):
        first_day(written)


def test_an_empty_cell_says_nothing() -> None:
    assert first_day("") is None
    assert last_day(None) is None
