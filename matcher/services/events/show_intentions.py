"""Intentions as they are read: what two mean to do, and what became of it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime

from matcher.errors import Refusal
from matcher.partnership.follow_up import Asked, FollowUp, is_alive, remaining
from matcher.services.access import Actor, may_see, require
from matcher.services.events.there import Event, event_there
from matcher.services.installation import Installation
from matcher.store.documents.events import EMPTY_INTENTION
from matcher.store.queries import events
from matcher.store.queries.events import IntentionRow, SignUpLine
from matcher.wording.message import message


@dataclass(frozen=True, kw_only=True, slots=True)
class Intention:
    """An intention with what became of it.

    `signed_by` is personal data, for editors. `left` are the follow-ups due or to come; `alive` by
    the last answer, None while there is none. `contacts` are the sign-ups of the two, for editors.
    """

    id: str
    version: int
    event_id: str
    a: tuple[str, str]
    b: tuple[str, str]
    text: str
    signed_by: str | None
    noted_by: str | None
    signed: datetime
    follow_ups: tuple[FollowUp, ...]
    left: tuple[Asked, ...]
    alive: bool | None
    contacts: tuple[SignUpLine, ...] = ()


def list_intentions(
    installation: Installation, actor: Actor, event_id: str, *, as_of: date
) -> tuple[Event, tuple[Intention, ...]]:
    """The event and what was noted at it, in the order noted. Refusal (not_found)."""
    require(actor, "list_events")
    with installation.reading() as session:
        event = event_there(session, event_id, as_of)
        rows = events.intentions(session, event_id)
    return event, tuple(intention_of(row, event.day, actor, as_of) for row in rows)


def show_intention(
    installation: Installation, actor: Actor, event_id: str, intention_id: str, *, as_of: date
) -> tuple[Event, Intention]:
    """One intention with whom to ask how it goes. Refusal (not_found)."""
    event, found = list_intentions(installation, actor, event_id, as_of=as_of)
    one = next((each for each in found if each.id == intention_id), None)
    if one is None:
        raise no_such_intention()
    if not may_see(actor, "email", {}):
        return event, one
    with installation.reading() as session:
        lines = events.sign_ups(session, event_id)
    ends = {one.a[0], one.b[0]}
    contacts = tuple(each for each in lines if each.organisation_id in ends and not each.withdrawn)
    return event, replace(one, contacts=contacts)


def intention_of(row: IntentionRow, day: date, actor: Actor, as_of: date) -> Intention:
    """The intention that a row holds, as this person may see it; `day` is the event's."""
    content = {**EMPTY_INTENTION, **row.content}
    done = tuple(
        FollowUp(**{**each, "day": date.fromisoformat(each["day"])})
        for each in content["follow_ups"]
    )
    return Intention(
        id=row.id,
        version=row.version,
        event_id=row.event_id,
        a=row.a,
        b=row.b,
        text=content["text"] or "",
        signed_by=content["signed_by"] if may_see(actor, "signed_by", {}) else None,
        noted_by=content["noted_by"],
        signed=datetime.fromisoformat(content["signed"]) if content["signed"] else row.created,
        follow_ups=done,
        left=remaining(day, done, as_of),
        alive=is_alive(done),
    )


def no_such_intention() -> Refusal:
    """What is said of an intention that is not there, or no longer."""
    return Refusal(
        "not_found",
        message("There is no such intention."),
        message("It may have been deleted. Its history can bring it back."),
    )
