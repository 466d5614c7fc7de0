"""Intentions: noted at the table, also without network, changed and deleted afterwards."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from matcher.errors import Refusal
from matcher.exchange.text_cells import plain
from matcher.services.access import Actor, require
from matcher.services.conflicts import refuse_other_version
from matcher.services.events.save import document_of
from matcher.services.events.show_intentions import no_such_intention
from matcher.services.events.there import event_there
from matcher.services.forms import Errors, refuse_errors
from matcher.services.history.removal import remove
from matcher.services.installation import Installation
from matcher.store import documents
from matcher.store.documents.events import EMPTY_INTENTION
from matcher.store.queries import events, history, organisations
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
