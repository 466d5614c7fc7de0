"""Intentions: noted at the table, also without network, read, changed and deleted afterwards."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from typing import Any

from matcher.errors import Refusal
from matcher.exchange.text_cells import plain
from matcher.partnership.follow_up import Asked, FollowUp, is_alive, remaining
from matcher.services.access import Actor, may_see, require
from matcher.services.conflicts import refuse_other_version
from matcher.services.events.save import document_of
from matcher.services.events.there import Event, event_there
from matcher.services.forms import Errors, refuse_errors
from matcher.services.history.removal import remove
from matcher.services.installation import Installation
from matcher.store import documents
from matcher.store.documents.events import EMPTY_INTENTION
from matcher.store.queries import events, history, organisations
from matcher.store.queries.events import IntentionRow, SignUpLine
from matcher.store.tables.base import now
from matcher.store.unit_of_work import UnitOfWork
from matcher.wording.message import message

LONGEST = 2000
_LINE = 200
_OLDEST = timedelta(days=366)
_ID = re.compile(r"[0-9A-Za-z][0-9A-Za-z-]{7,63}")


@dataclass(frozen=True, kw_only=True, slots=True)
class Said:
    """What is written of an intention; `signed` is an ISO moment, empty for now."""

    a: str = ""
    b: str = ""
    text: str = ""
    signed_by: str = ""
    noted_by: str = ""
    signed: str = ""


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


def note_intention(
    installation: Installation,
    actor: Actor,
    event_id: str,
    intention_id: str,
    said: Said,
    *,
    as_of: date,
) -> bool:
    """Keep an intention under the id that was made where it was written; False if it is known.

    What is sent again is kept once, as it was the first time, also when it was changed or deleted
    here since. Refusal: not_found for the event; invalid, with `fields`.
    """
    require(actor, "save_event")
    with installation.writing(actor) as work:
        event_there(work.session, event_id, as_of)
        if not _ID.fullmatch(intention_id):
            raise Refusal("invalid", message("This is not the id of an intention."))
        if history.newest(work.session, "intention", intention_id) is not None:
            return False
        document = {
            **EMPTY_INTENTION,
            "event_id": event_id,
            **_read(work, said, document={}),
            "noted_by": plain(said.noted_by)[:_LINE] or actor.name or None,
            "signed": _moment(said.signed).isoformat(),
        }
        documents.write(work, "intention", {intention_id: document}, before={})
        work.commit()
    return True


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


def change_intention(
    installation: Installation,
    actor: Actor,
    intention_id: str,
    said: Said,
    *,
    version: int | None = None,
) -> None:
    """Make an intention say this; when and by whom it was noted stays.

    Refusal: not_found; invalid, with `fields`; conflict when somebody else changed it meanwhile.
    """
    require(actor, "save_event")
    with installation.writing(actor) as work:
        before = intention_there(work, intention_id, version)
        after = {**before, **_read(work, said, before)}
        documents.write(work, "intention", {intention_id: after}, before={intention_id: before})
        work.commit()


def delete_intention(installation: Installation, actor: Actor, intention_id: str) -> None:
    """Delete an intention; the history can bring it back. Refusal (not_found)."""
    require(actor, "save_event")
    with installation.writing(actor) as work:
        remove(work, "intention", intention_id, intention_there(work, intention_id, None))
        work.commit()


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


def intention_there(work: UnitOfWork, intention_id: str, version: int | None) -> dict[str, Any]:
    """The intention as it is written; Refusal: not_found, or conflict at another version."""
    found = documents.read(work.session, "intention", [intention_id])
    if intention_id not in found:
        raise no_such_intention()
    document = found[intention_id]
    row = next(
        each for each in events.intentions(work.session, document["event_id"])
        if each.id == intention_id
    )  # fmt: skip
    refuse_other_version(version=version, now=row.version, document=document)
    document_of(work, document["event_id"])
    return document


def no_such_intention() -> Refusal:
    """What is said of an intention that is not there, or no longer."""
    return Refusal(
        "not_found",
        message("There is no such intention."),
        message("It may have been deleted. Its history can bring it back."),
    )


def _read(work: UnitOfWork, said: Said, document: Mapping[str, Any]) -> dict[str, Any]:
    """The fields that are written; an end that is not written stays as the document has it."""
    errors: Errors = {}
    a, b = said.a or document.get("a_id", ""), said.b or document.get("b_id", "")
    there = organisations.names(work.session, {a, b})
    for field, key in (("a", a), ("b", b)):
        if key not in there:
            errors[field] = message("Choose which organisation it is.")
    if a == b and not errors:
        errors["b"] = message("Choose two different organisations.")
    text, signed_by = plain(said.text), plain(said.signed_by)
    if not text:
        errors["text"] = message("Write what they mean to do together.")
    for field, written, limit in (("text", text, LONGEST), ("signed_by", signed_by, _LINE)):
        if len(written) > limit:
            errors[field] = message("Write at most {limit} characters.", limit=limit)
    refuse_errors(errors)
    return {"a_id": a, "b_id": b, "text": text, "signed_by": signed_by or None}


def _moment(text: str) -> datetime:
    """When it was signed, by the clock where it was; now where that cannot be."""
    try:
        found = datetime.fromisoformat(text)
        age = now() - found
    except (ValueError, TypeError, OverflowError):  # no moment, no zone, or before all calendars
        return now()
    return found if timedelta(0) <= age <= _OLDEST else now()
