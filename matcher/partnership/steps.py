"""The steps taken with a candidate: from suggested to agreed, or to a no."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from matcher.wording.labels import STATES, WHY_NOT
from matcher.wording.message import Message, message

SILENT_AFTER = 14
"""Days without a word after which silence is pointed out: long enough for a board to have met."""

LONGEST_NOTE = 5000

_WAITING = frozenset({"contacted", "answered"})
"""The states at which the next word is theirs, or has been forgotten here."""

_ORDER = {state: place for place, state in enumerate(STATES)}
_ENDS = frozenset({"agreed", "declined"})


@dataclass(frozen=True, kw_only=True, slots=True)
class Step:
    """One step: to which state, on which day, by whom, and when to go on.

    `by` (a name) and `by_id` are None for those who may not know; `reason` says why they declined.
    """

    state: str
    day: date
    by: str | None = None
    by_id: str | None = None
    note: str | None = None
    reason: str | None = None
    next_day: date | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Standing:
    """Where one stands with a candidate on a day.

    `last` is None where no step was noted: the state may still be known from before steps were
    kept, but not since when. `due` is the day from which something is to be done, past or future;
    None where nothing is waited for.
    """

    state: str
    last: Step | None
    days: int | None
    silent: bool
    due: date | None
    overdue: bool


def standing(state: str, steps: Sequence[Step], today: date) -> Standing:
    """Where one stands with a candidate of this state after these steps."""
    last = steps[-1] if steps else None
    due = None if last is None else due_day(last)
    return Standing(
        state=state,
        last=last,
        days=None if last is None else max(0, (today - last.day).days),
        silent=last is not None and _silent(last, today),
        due=due,
        overdue=due is not None and due <= today,
    )


def due_day(last: Step) -> date | None:
    """When something is to be done after a last step: on its next day, else after the silence.

    >>> due_day(Step(state="contacted", day=date(2026, 2, 20)))
    datetime.date(2026, 3, 6)
    """
    if last.next_day is not None:
        return last.next_day
    if last.state not in _WAITING:
        return None
    try:
        return last.day + timedelta(days=SILENT_AFTER)
    except OverflowError:
        return None


def goes_back(before: str, after: str) -> bool:
    """Whether a step leads back: it is a correction then, or a new beginning after a no."""
    return _ORDER[after] < _ORDER[before]


def next_states(state: str) -> tuple[str, ...]:
    """All states, those that may well follow first: forward, then the same again, then back.

    >>> next_states("met")
    ('agreed', 'declined', 'met', 'answered', 'contacted', 'suggested')
    """
    place = _ORDER[state]
    states = tuple(STATES)
    return (*states[place + 1 :], *reversed(states[: place + 1]))


def likely_next(state: str) -> str:
    """The step that a form offers first: the next one forward, and again the same at the end."""
    return state if state in _ENDS else tuple(STATES)[_ORDER[state] + 1]


def faults(step: Step, *, previous: Step | None, today: date) -> dict[str, Message]:
    """What is wrong with a step by the name of its field; empty if nothing is."""
    found: dict[str, Message] = {}
    if step.state not in STATES:
        found["state"] = message("Choose one from the list.")
    if step.day > today:
        found["day"] = message("This day is yet to come. Write what is planned as the next day.")
    elif previous is not None and step.day < previous.day:
        found["day"] = message("The step before was on {day}; this one cannot be earlier.",
                               day=previous.day)  # fmt: skip
    if step.next_day is not None and step.next_day < step.day:
        found["next_day"] = message("The next day is before the day of the step.")
    if step.reason is not None and step.reason not in WHY_NOT:
        found["reason"] = message("Choose one from the list.")
    if len(step.note or "") > LONGEST_NOTE:
        found["note"] = message("Write at most {limit} characters.", limit=LONGEST_NOTE)
    return found


def remarks(step: Step, *, before: str, added: date) -> tuple[Message, ...]:
    """What is worth saying of a step that is taken all the same."""
    found = []
    if goes_back(before, step.state):
        found.append(message("This goes back from “{before}” to “{after}”.",
                             before=STATES[before], after=STATES[step.state]))  # fmt: skip
    if step.day < added:
        found.append(message("That was before the candidate came on the list ({day}).", day=added))
    return tuple(found)


def mark_of(state: str, steps: Sequence[Step]) -> str:
    """A short mark that differs when the steps do: a form that carries it notices what came since.

    >>> mark_of("suggested", ()) == mark_of("contacted", ())
    False
    """
    told = [state, *(repr(to_json(step)) for step in steps)]
    return hashlib.sha256("\x1f".join(told).encode()).hexdigest()[:16]


def to_json(step: Step) -> dict[str, Any]:
    """A step as records keep it."""
    return {
        "state": step.state,
        "day": step.day.isoformat(),
        "by_id": step.by_id,
        "by": step.by,
        "note": step.note,
        "reason": step.reason,
        "next_day": None if step.next_day is None else step.next_day.isoformat(),
    }


def from_json(kept: Mapping[str, Any]) -> Step:
    """What `to_json` was given; other things that are kept beside it are left out."""
    following = kept["next_day"]
    return Step(
        **{name: kept[name] for name in ("state", "by", "by_id", "note", "reason")},
        day=date.fromisoformat(kept["day"]),
        next_day=None if following is None else date.fromisoformat(following),
    )


def _silent(last: Step, today: date) -> bool:
    """Whether nothing was heard for long, and nothing is planned for a day yet to come."""
    if last.state not in _WAITING or (last.next_day is not None and last.next_day > today):
        return False
    return (today - last.day).days >= SILENT_AFTER
