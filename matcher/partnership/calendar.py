"""Days and months: how far it is from one to the other, and which day it is where people live."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, datetime
from zoneinfo import ZoneInfo


def months_after(day: date, months: int) -> date:
    """The same day so many months later (earlier where negative); at most the month's last day.

    OverflowError where it would leave the calendar.

    >>> months_after(date(2026, 8, 31), 6), months_after(date(2028, 2, 29), -12)
    (datetime.date(2027, 2, 28), datetime.date(2027, 2, 28))
    """
    years, month = divmod(day.month - 1 + months, 12)
    year, month = day.year + years, month + 1
    if not date.min.year <= year <= date.max.year:
        raise OverflowError(f"{months} months from {day} is no date")
    return date(year, month, min(day.day, monthrange(year, month)[1]))


def midway(start: date, end: date) -> date:
    """The day in the middle; the earlier of two.

    >>> midway(date(2026, 1, 1), date(2026, 1, 4))
    datetime.date(2026, 1, 2)
    """
    return start + (end - start) // 2


def local_day(moment: datetime, zone: ZoneInfo) -> date:
    """The day it is in a time zone at a moment that knows its own zone.

    ValueError for a moment without a zone.

    >>> late = datetime.fromisoformat("2026-07-31T22:30:00+00:00")
    >>> local_day(late, ZoneInfo("Europe/Copenhagen"))
    datetime.date(2026, 8, 1)
    """
    if moment.tzinfo is None:
        raise ValueError("a moment without a time zone is no moment")
    return moment.astimezone(zone).date()
