"""Making an event, changing one, deleting one."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from matcher.services import personal_links
from matcher.services.access import Actor, require
from matcher.services.conflicts import refuse_conflict
from matcher.services.events.form import form_of, read_form
from matcher.services.events.there import no_such_event
from matcher.services.forms import Form, Saved, refuse_errors
from matcher.services.history.removal import remove
from matcher.services.installation import Installation
from matcher.store import documents
from matcher.store.documents.events import EMPTY
from matcher.store.queries import events, people
from matcher.store.session import Session
from matcher.store.tables.base import new_id
from matcher.store.unit_of_work import UnitOfWork


@dataclass(frozen=True, kw_only=True, slots=True)
class EventForm:
    """An event's form as it begins; `owners` are those who may answer for it, by id."""

    title: str
    version: int
    form: Form
    owners: Mapping[str, str]


def edit_event(installation: Installation, actor: Actor, event_id: str | None) -> EventForm:
    """The form of an event, or of a new one that its maker answers for. Refusal (not_found)."""
    require(actor, "save_event")
    with installation.reading() as session:
        owners = _owners(session)
        row = None if event_id is None else events.event(session, event_id)
    if row is None:
        if event_id is not None:
            raise no_such_event()
        new = {**EMPTY, "starts": "18:30", "owner_id": actor.id if actor.id in owners else None}
        return EventForm(title="", version=0, form=form_of(new), owners=owners)
    document = {**row.content, "title": row.title, "owner_id": row.owner_id}
    return EventForm(title=row.title, version=row.version, form=form_of(document), owners=owners)


def save_event(
    installation: Installation,
    actor: Actor,
    form: Form,
    *,
    event_id: str | None = None,
    version: int | None = None,
) -> Saved:
    """Make an event, or have one be as the form says.

    Refusal: invalid with `fields`; not_found; conflict as `refuse_conflict`.
    """
    require(actor, "save_event")
    with installation.writing(actor) as work:
        before = dict(EMPTY) if event_id is None else document_of(work, event_id)
        if event_id is not None:
            _refuse_conflict(work, event_id, version, form, before, actor)
        document, errors = read_form(form, before, _owners(work.session))
        refuse_errors(errors)
        key = event_id or new_id()
        there = {} if event_id is None else {key: before}
        done = documents.write(work, "event", {key: document}, before=there)
        work.commit()
    return Saved(id=key, created=event_id is None, changed=not done["unchanged"])


def delete_event(installation: Installation, actor: Actor, event_id: str) -> str:
    """Delete an event and say what it was called.

    The history can bring back the event and the intentions noted at it; who had signed up is
    personal data and gone for good, and so is the link. Refusal (not_found) if there is none.
    """
    require(actor, "save_event")
    with installation.writing(actor) as work:
        document = document_of(work, event_id)
        noted = events.intentions(work.session, event_id)
        documents.write(work, "intention", dict.fromkeys(each.id for each in noted))
        personal_links.withdraw(work, "event", event_id)
        remove(work, "event", event_id, document)
        work.commit()
    return str(document["title"])


def document_of(work: UnitOfWork, event_id: str) -> dict[str, Any]:
    """The event as it is written; Refusal (not_found) if there is none."""
    found = documents.read(work.session, "event", [event_id])
    if event_id not in found:
        raise no_such_event()
    return found[event_id]


def _refuse_conflict(
    work: UnitOfWork,
    event_id: str,
    version: int | None,
    form: Form,
    before: dict[str, Any],
    actor: Actor,
) -> None:
    row = events.event(work.session, event_id)
    refuse_conflict(
        work,
        "event",
        event_id,
        version=version,
        now=0 if row is None else row.version,
        typed=form,
        form_at=form_of,
        current=before,
        actor=actor,
    )


def _owners(session: Session) -> dict[str, str]:
    """Those who can do something about an event, in Danish order."""
    return {
        user.id: user.name or user.email
        for user in people.everybody(session)
        if user.active and user.role in {"editor", "administrator"}
    }
