"""Matching events, who signed up to them, and what was agreed to there."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from matcher.store.tables import Event, Intention, Organisation, SignUp, User
from matcher.text import danish_key


@dataclass(frozen=True, kw_only=True, slots=True)
class EventRow:
    """An event as it is kept; `content` as in matcher.store.documents.events."""

    id: str
    version: int
    title: str
    owner_id: str | None
    owner: str | None
    content: dict[str, Any]


@dataclass(frozen=True, kw_only=True, slots=True)
class SignUpLine:
    """Who signed up. `name` is the organisation's own where it is known which, else as `written`.

    `absent` are the rounds (from 1) that they cannot; `missing_from` the first one in which they
    were missed on the evening. Person and e-mail are personal data, for editors and themselves.
    """

    id: str
    event_id: str
    organisation_id: str | None
    name: str
    written: str
    hidden: bool
    person: str | None
    email: str | None
    language: str
    signed: datetime
    by_guest: bool
    absent: tuple[int, ...]
    missing_from: int | None
    withdrawn: bool


@dataclass(frozen=True, kw_only=True, slots=True)
class IntentionRow:
    """An intention as it is kept; `content` as in matcher.store.documents.events."""

    id: str
    version: int
    event_id: str
    a: tuple[str, str]
    b: tuple[str, str]
    created: datetime
    content: dict[str, Any]


def events(session: Session, ids: Collection[str] | None = None) -> tuple[EventRow, ...]:
    """These events, all where none is named: by their day, the last first, then by title."""
    statement = select(Event, User.name, User.email).outerjoin(User, User.id == Event.owner_id)
    if ids is not None:
        statement = statement.where(Event.id.in_(ids))
    found = [
        EventRow(
            id=event.id,
            version=event.version,
            title=event.title,
            owner_id=event.owner_id,
            owner=(name or email) if event.owner_id else None,
            content=event.content,
        )
        for event, name, email in session.execute(statement)
    ]
    found.sort(key=lambda each: (danish_key(each.title), each.id))
    return tuple(sorted(found, key=lambda each: each.content.get("day") or "", reverse=True))


def event(session: Session, event_id: str) -> EventRow | None:
    """One event; None if there is none."""
    return next(iter(events(session, [event_id])), None)


def hold(session: Session, event_id: str) -> bool:
    """Keep others from signing up to an event until the work is done; False if there is none."""
    statement = select(Event.id).where(Event.id == event_id).with_for_update()
    return session.scalar(statement) is not None


def sign_ups(session: Session, event_id: str) -> tuple[SignUpLine, ...]:
    """Everybody who signed up to an event, those who withdrew too, in Danish order."""
    rows = session.execute(
        select(SignUp, Organisation.name, Organisation.hidden)
        .outerjoin(Organisation, Organisation.id == SignUp.organisation_id)
        .where(SignUp.event_id == event_id)
    )
    found = [_sign_up(row, name, hidden) for row, name, hidden in rows]
    return tuple(sorted(found, key=lambda each: (danish_key(each.name), each.id)))


def sign_up(session: Session, event_id: str, sign_up_id: str) -> SignUp | None:
    """A sign-up to this event, to be changed; None if there is none."""
    found = session.get(SignUp, sign_up_id)
    return found if found is not None and found.event_id == event_id else None


def add_sign_up(session: Session, event_id: str, **fields: Any) -> SignUp:
    """Keep a new sign-up."""
    made = SignUp(event_id=event_id, **fields)
    session.add(made)
    session.flush()
    return made


def counts(session: Session) -> tuple[dict[str, int], dict[str, int]]:
    """How many have signed up to each event and not withdrawn, and how many intentions it has."""
    signed: dict[str, int] = {}
    for event_id, content in session.execute(select(SignUp.event_id, SignUp.content)):
        if not content.get("withdrawn"):
            signed[event_id] = signed.get(event_id, 0) + 1
    noted = select(Intention.event_id, func.count()).group_by(Intention.event_id)
    return signed, {row[0]: row[1] for row in session.execute(noted)}


def intentions(session: Session, event_id: str | None = None) -> tuple[IntentionRow, ...]:
    """What was noted at an event, at all events where none is named, in the order noted."""
    statement = select(Intention).order_by(Intention.created, Intention.id)
    if event_id is not None:
        statement = statement.where(Intention.event_id == event_id)
    found = session.scalars(statement).all()
    ids = {key for each in found for key in (each.a_id, each.b_id)}
    names = select(Organisation.id, Organisation.name).where(Organisation.id.in_(ids))
    called = {row[0]: row[1] for row in session.execute(names)}
    return tuple(
        IntentionRow(
            id=each.id,
            version=each.version,
            event_id=each.event_id,
            a=(each.a_id, called[each.a_id]),
            b=(each.b_id, called[each.b_id]),
            created=each.created,
            content=each.content,
        )
        for each in found
    )


def _sign_up(row: SignUp, name: str | None, hidden: bool | None) -> SignUpLine:
    return SignUpLine(
        id=row.id,
        event_id=row.event_id,
        organisation_id=row.organisation_id,
        name=name or row.name,
        written=row.name,
        hidden=bool(hidden),
        person=row.person,
        email=row.email,
        language=row.language,
        signed=row.signed,
        by_guest=bool(row.content.get("by_guest")),
        absent=tuple(row.content.get("absent", ())),
        missing_from=row.content.get("missing_from"),
        withdrawn=bool(row.content.get("withdrawn")),
    )
