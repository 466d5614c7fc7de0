"""Where a collaboration stands in time."""

from __future__ import annotations

from calendar import monthrange
from datetime import date
from typing import Literal

from matcher.wording.message import Message, message

State = Literal["planned", "current", "past"]
EXPIRING_MONTHS = 6
"""How far ahead a collaboration counts as expiring: time enough to find the next money."""


def state(start: date | None, end: date | None, as_of: date) -> State:
    """Whether it is yet to come, is going on, or is over on a day; unknown ends are open."""
    if end is not None and end < as_of:
        return "past"
    return "planned" if start is not None and start > as_of else "current"


def expiring_until(as_of: date) -> date:
    """The last day that counts as soon.

    >>> expiring_until(date(2026, 8, 31))
    datetime.date(2027, 2, 28)
    """
    years, month = divmod(as_of.month - 1 + EXPIRING_MONTHS, 12)
    year, month = as_of.year + years, month + 1
    return date(year, month, min(as_of.day, monthrange(year, month)[1]))


def warning(end: date | None, funding_end: date | None, as_of: date) -> Message | None:
    """What ends soon, the money or the collaboration, whichever is first; None if neither does."""
    soon = expiring_until(as_of)
    if end is not None and end < as_of:
        return None
    if funding_end is not None and as_of <= funding_end <= soon and (not end or funding_end < end):
        return message("The money ends on {day}", day=funding_end)
    if end is not None and end <= soon:
        return message("Ends on {day}", day=end)
    return None
