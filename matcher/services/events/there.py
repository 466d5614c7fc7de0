"""An event as use cases work on it, and what is said where it is not there."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, time
from typing import Any

from matcher.errors import Refusal
from matcher.partnership.events import State, Times, state, times
from matcher.store.documents.events import CONTENT
from matcher.store.queries import events
from matcher.store.queries.events import EventRow
from matcher.store.session import Session
from matcher.wording.message import message


@dataclass(frozen=True, kw_only=True, slots=True)
class Event:
    """An event. `owner` (id, name) answers for it; `times` are those of its rounds, in order."""

    id: str
    version: int
    title: str
    owner: tuple[str, str] | None
    day: date
    starts: time
    place: str | None
    note: str | None
    rounds: int
    minutes: int
    pause: int
    closed: bool
    state: State
    never: tuple[tuple[str, str], ...]
    plan: dict[str, Any] | None

    @property
    def times(self) -> tuple[Times, ...]:
        """When each round is."""
        return times(self.starts, self.rounds, self.minutes, self.pause)


def event_of(row: EventRow, today: date) -> Event:
    """The event that a row holds."""
    content = {**CONTENT, **row.content}
    day = date.fromisoformat(content["day"])
    return Event(
        id=row.id,
        version=row.version,
        title=row.title,
        owner=(row.owner_id, row.owner or "") if row.owner_id else None,
        day=day,
        starts=time.fromisoformat(content["starts"]),
        state=state(day, content["closed"], today),
        never=tuple((a, b) for a, b in content["never"]),
        **{
            name: content[name]
            for name in ("place", "note", "rounds", "minutes", "pause", "closed", "plan")
        },
    )


def event_there(session: Session, event_id: str, today: date) -> Event:
    """The event; Refusal (not_found) if there is none."""
    row = events.event(session, event_id)
    if row is None:
        raise no_such_event()
    return event_of(row, today)


def no_such_event() -> Refusal:
    """What is said of an event that is not there, or no longer."""
    return Refusal(
        "not_found",
        message("There is no such event."),
        message("It may have been deleted. Its history can bring it back."),
    )
