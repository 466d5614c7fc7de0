"""What becomes of intentions: when to ask, what has been answered, how many are alive."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal, get_args

Outcome = Literal["going_on", "collaboration", "nothing", "not_reached"]
OUTCOMES: tuple[Outcome, ...] = get_args(Outcome)

WEEKS = (2, 8, 26)
"""How long after the event to ask: while it is fresh, when it should have begun, and whether it
lasted."""


@dataclass(frozen=True, kw_only=True, slots=True)
class FollowUp:
    """What was answered when it was asked for the time so many weeks after the event."""

    weeks: int
    day: date
    outcome: Outcome
    note: str | None = None
    by: str | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Asked:
    """A follow-up to come or to do: so many weeks after the event, which is on `day`."""

    weeks: int
    day: date


def day_of(event: date, weeks: int) -> date:
    """The day to ask.

    >>> day_of(date(2028, 2, 15), 2)
    datetime.date(2028, 2, 29)
    """
    return event + timedelta(weeks=weeks)


def remaining(event: date, done: Sequence[FollowUp], today: date) -> tuple[Asked, ...]:
    """The follow-ups that are due or still to come, in their order; at most one of them is due.

    Where two have fallen due, the earlier has lapsed: one call answers both. What came to nothing
    is asked for no more; what became a collaboration only at the end, whether it lasted.
    """
    if any(each.outcome == "nothing" for each in done):
        return ()
    answered = max((each.weeks for each in done), default=0)
    left = [weeks for weeks in WEEKS if weeks > answered]
    if any(each.outcome == "collaboration" for each in done):
        left = [weeks for weeks in left if weeks == WEEKS[-1]]
    lapsed = [weeks for weeks in left if day_of(event, weeks) <= today][:-1]
    return tuple(
        Asked(weeks=weeks, day=day_of(event, weeks)) for weeks in left if weeks not in lapsed
    )


def is_alive(done: Sequence[FollowUp]) -> bool | None:
    """Whether an intention lives, by the last answer; None while nobody has been reached."""
    reached = [each for each in done if each.outcome != "not_reached"]
    return None if not reached else reached[-1].outcome != "nothing"


def lasted(done: Sequence[FollowUp]) -> bool | None:
    """Whether it was alive when it was asked for the last time; None where that is not known.

    What came to nothing before has not lasted, whenever that was.
    """
    if any(each.outcome == "nothing" for each in done):
        return False
    at_the_end = [each for each in done if each.weeks == WEEKS[-1]]
    return is_alive(at_the_end)
