"""What is due of matching events: planning one, holding it, asking what became of intentions."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator
from datetime import date, timedelta
from zoneinfo import ZoneInfo

from matcher.partnership.due import Due
from matcher.partnership.follow_up import Asked
from matcher.services.access import OPERATOR
from matcher.services.events.show_intentions import intention_of
from matcher.services.events.there import Event, event_of
from matcher.store.queries import events
from matcher.store.session import Session
from matcher.wording.message import Message, message, messages_n

PLANNED_BEFORE = timedelta(days=3)
"""So long before the event the rounds are to be planned and the cards printed."""


def due(
    session: Session, today: date, _zone: ZoneInfo, _of: Collection[str] | None = None
) -> Iterator[Due]:
    """What those who answer for events are to do; nothing of an event that has been but ask."""
    noted: dict[str, Counter[Asked]] = {}
    found = {row.id: event_of(row, today) for row in events.events(session)}
    for row in events.intentions(session):
        left = intention_of(row, found[row.event_id].day, OPERATOR, today).left
        noted.setdefault(row.event_id, Counter()).update(left)
    for event in found.values():
        if event.day >= today:
            yield from _coming(event)
        for asked, number in sorted(noted.get(event.id, Counter()).items(), key=_first):
            yield _asking(event, asked, number)


def _coming(event: Event) -> Iterator[Due]:
    if event.plan is None:
        yield _due(event, "plan", event.day - PLANNED_BEFORE,
                   message("Plan the rounds and print the cards."))  # fmt: skip
    yield _due(event, "day", event.day,
               message("Hold the event: open “Run the rounds” before the first one begins."),
               "/run")  # fmt: skip


def _asking(event: Event, asked: Asked, number: int) -> Due:
    text = messages_n(
        "Ask how it goes with {n} intention, {weeks} weeks after the event.",
        "Ask how it goes with {n} intentions, {weeks} weeks after the event.",
        n=number,
        weeks=asked.weeks,
    )
    return Due(
        key=f"follow_up:{event.id}:{asked.weeks}",
        kind="follow_up",
        day=asked.day,
        about=event.title,
        text=text,
        path=f"/events/{event.id}/intentions",
        user=None if event.owner is None else event.owner[0],
    )


def _due(event: Event, what: str, day: date, text: Message, path: str = "") -> Due:
    return Due(
        key=f"event:{event.id}:{what}",
        kind="event",
        day=day,
        about=event.title,
        text=text,
        path=f"/events/{event.id}{path}",
        user=None if event.owner is None else event.owner[0],
    )


def _first(asked: tuple[Asked, int]) -> int:
    return asked[0].weeks
