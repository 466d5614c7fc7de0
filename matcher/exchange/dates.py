"""Dates as people and spreadsheets write them."""

from __future__ import annotations

import re
from datetime import date, datetime, time, timedelta

from matcher.exchange.fault import Fault
from matcher.exchange.sheet import Cell
from matcher.exchange.text_cells import text
from matcher.wording.message import message

_TIME = r"(?:[T ][0-9]{1,2}:[0-9]{2}.*)?"
_ISO = re.compile(rf"([0-9]{{4}})[-/.]([0-9]{{1,2}})[-/.]([0-9]{{1,2}}){_TIME}")
_DANISH = re.compile(rf"([0-9]{{1,2}})[-/.]\s?([0-9]{{1,2}})[-/.]\s?([0-9]{{4}}){_TIME}")
_YEAR = re.compile(r"[0-9]{4}")
# A day outside these years is a slip of the pen: no local partnership is that old or far ahead.
_YEARS = range(1500, 2200)
_EXCEL_DAY_ZERO = date(1899, 12, 30)
_EXCEL_FIRST = 10_000  # in 1927: a smaller number is rather a number than an old day


def first_day(cell: Cell) -> date | None:
    """A date; a year alone is its first day. Days stand before months, as in 31-12-2026.

    >>> first_day("01.02.2026"), first_day("2026")
    (datetime.date(2026, 2, 1), datetime.date(2026, 1, 1))
    """
    return _day(cell, month=1, day=1)


def last_day(cell: Cell) -> date | None:
    """A date; a year alone is its last day."""
    return _day(cell, month=12, day=31)


def _day(cell: Cell, *, month: int, day: int) -> date | None:
    if isinstance(cell, datetime):
        return _sensible(cell.date())
    if isinstance(cell, date):
        return _sensible(cell)
    if isinstance(cell, int | float) and not isinstance(cell, bool):
        return _of_number(float(cell), month, day)
    written = text(cell)
    if written is None:
        return None
    if isinstance(cell, time):
        raise _no_date()
    if _YEAR.fullmatch(written):
        return _of_parts(int(written), month, day)
    if found := _ISO.fullmatch(written):
        return _of_parts(int(found[1]), int(found[2]), int(found[3]))
    if found := _DANISH.fullmatch(written):
        return _of_parts(int(found[3]), int(found[2]), int(found[1]))
    raise _no_date()


def _of_number(number: float, month: int, day: int) -> date:
    """A year, or a day as Excel counts them."""
    if number in _YEARS:
        return _of_parts(int(number), month, day)
    if number < _EXCEL_FIRST:
        raise _no_date()
    try:
        return _sensible(_EXCEL_DAY_ZERO + timedelta(days=int(number)))
    except (OverflowError, ValueError):
        raise _no_date() from None


def _of_parts(year: int, month: int, day: int) -> date:
    try:
        return _sensible(date(year, month, day))
    except ValueError:
        raise Fault(message("There is no such date.")) from None


def _sensible(day: date) -> date:
    if day.year not in _YEARS:
        raise Fault(message("There is no such date."))
    return day


def _no_date() -> Fault:
    return Fault(message("This is not a date. Write it as 2026-12-31 or 31-12-2026."))
