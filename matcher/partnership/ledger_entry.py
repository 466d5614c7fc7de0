"""A candidate of the ledger: how far it has come, and how long each stage took."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import pairwise

from matcher.partnership.calendar import months_after

STAGES = ("suggested", "contacted", "answered", "met", "agreed", "written", "alive")
"""What there is to pass, in order: after the steps a written agreement, and lasting on."""

AFTER_THE_GRANT = 12
"""Months after the money's end at which it is known whether a collaboration goes on without it."""

_PLACE = {stage: place for place, stage in enumerate(STAGES)}


@dataclass(frozen=True, kw_only=True, slots=True)
class Move:
    """A step with a candidate; `came_from` is the state before, where that is known."""

    state: str
    came_from: str | None
    day: date
    reason: str | None = None
    judged: bool = False


@dataclass(frozen=True, kw_only=True, slots=True)
class Outcome:
    """What became of a candidate's collaborations from the same list.

    `written` says that one has a written agreement, `written_day` when that was first laid before
    the parties. `alive` as in `lasts`; None where it is not known yet.
    """

    written: bool = False
    written_day: date | None = None
    alive: bool | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Entry:
    """A candidate on a shortlist: since when, where it stands, its moves in order.

    `themes` are those of the kept idea that the list is for, else of the organisation it is for;
    `sector` and `district` are the candidate's own. `passed` is the last stage that it has passed,
    `took` the days from the stage before by stage, where both are known.
    """

    listed: date
    state: str
    moves: Sequence[Move] = ()
    themes: frozenset[str] = frozenset()
    sector: str | None = None
    district: str | None = None
    outcome: Outcome = Outcome()

    passed: str = field(init=False, compare=False)
    took: Mapping[str, int] = field(init=False, compare=False)

    def __post_init__(self) -> None:
        # Found out once: a candidate stands in several tables.
        object.__setattr__(self, "passed", passed(self))
        object.__setattr__(self, "took", took(self))


def lasts(end: date | None, grant_ends: Iterable[date], today: date) -> bool | None:
    """Whether a collaboration was alive twelve months after its last grant ended.

    None where no end of a grant is known, or those twelve months have not passed: that is no "no".

    >>> lasts(None, [date(2024, 2, 29)], date(2025, 2, 28))
    True
    >>> lasts(date(2024, 12, 31), [date(2024, 2, 29)], date(2026, 1, 1))
    False
    """
    last = max(grant_ends, default=None)
    if last is None or (day := months_after(last, AFTER_THE_GRANT)) > today:
        return None
    return end is None or end >= day


def passed(entry: Entry) -> str:
    """The last stage that a candidate has passed.

    It has passed where it stands and all before. Who declined has passed what it stood at before;
    a no after a contact is an answer, and who had agreed has at least met. Who takes part in a
    collaboration with a written agreement has agreed, whatever the list says.
    """
    if entry.outcome.written:
        return "alive" if entry.outcome.alive else "written"
    if entry.state != "declined":
        return entry.state
    before = next(
        (
            each.came_from
            for each in reversed(entry.moves)
            if each.state == "declined" and each.came_from != "declined"
        ),
        None,
    )
    match before:
        case "contacted":
            return "answered"
        case "agreed":
            return "met"
        case None:
            return "suggested"
        case _:
            return before


def days_of(entry: Entry) -> dict[str, date]:
    """The day on which each stage was passed, as far as it was noted.

    A step back takes back what came after it. What was passed without being noted has no day.
    """
    days = {"suggested": entry.listed}
    for move in entry.moves:
        state = move.state
        if state == "declined":
            if move.came_from != "contacted":
                continue
            state = "answered"
        _take_back(days, state)
        days.setdefault(state, move.day)
    if entry.outcome.written and entry.outcome.written_day is not None:
        days["written"] = entry.outcome.written_day
    _take_back(days, entry.passed)
    return days


def _take_back(days: dict[str, date], state: str) -> None:
    """Forget the days of what comes after a state."""
    for later in STAGES[_PLACE[state] + 1 :]:
        days.pop(later, None)


def took(entry: Entry) -> Mapping[str, int]:
    """The days from the stage before, by stage, where the days of both are known.

    A day before that of the stage before says that one was written wrong: it is left out.
    """
    days = days_of(entry)
    return {
        after: (days[after] - days[before]).days
        for before, after in pairwise(STAGES)
        if before in days and after in days and days[before] <= days[after]
    }
