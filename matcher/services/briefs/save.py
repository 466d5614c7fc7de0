"""Keeping a brief, copying one, deleting one."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from matcher.exchange.brief_file import brief_of
from matcher.exchange.brief_text import BriefText
from matcher.services.access import Actor, require
from matcher.services.briefs.ids import with_ids
from matcher.services.briefs.show import brief_among
from matcher.services.conflicts import refuse_other_version
from matcher.services.forms import Saved, refuse_errors
from matcher.services.history.removal import remove
from matcher.services.installation import Installation
from matcher.store import documents
from matcher.store.queries.briefs import stamp
from matcher.store.tables.base import new_id
from matcher.store.unit_of_work import UnitOfWork
from matcher.wording.message import message
from matcher.wording.say import say

LONGEST_TITLE = 200
LONGEST_PURPOSE = 5000


def save_brief(
    installation: Installation,
    actor: Actor,
    said: BriefText | Mapping[str, Any],
    *,
    brief_id: str | None = None,
    version: int | None = None,
) -> Saved:
    """Keep a new brief, or make the one that is there be as it is said.

    `said` is a brief or a document with the keys of a brief's file, in names or ids; it is kept
    with ids. It need not be complete, but for its title. `version` is the one that the form was
    filled from; None does not ask. Refusal: invalid with `fields`; not_found; conflict, with the
    `document` that is there now and its `version`, when somebody else saved meanwhile. A brief
    that says the same as before is not written again.
    """
    require(actor, "save_brief")
    text = said if isinstance(said, BriefText) else brief_of(said)
    with installation.writing(actor) as work:
        before = {} if brief_id is None else _there(work, brief_id)
        if brief_id is not None:
            written = stamp(work.session, brief_id)
            refuse_other_version(
                version=version, now=None if written is None else written.version, document=before
            )
        key = brief_id or new_id()
        done = documents.write(
            work,
            "brief",
            {key: _document(work, text, before)},
            before={} if brief_id is None else {key: before},
        )
        work.commit()
    return Saved(id=key, created=bool(done["created"]), changed=not done["unchanged"])


def copy_brief(
    installation: Installation, actor: Actor, brief_id: str, *, language: str = "da"
) -> Saved:
    """Keep a brief once more, to be changed; verdicts stay with the first. Refusal (not_found)."""
    require(actor, "save_brief")
    with installation.writing(actor) as work:
        document, key = _there(work, brief_id), new_id()
        title = say(message("Copy of {title}", title=document["title"]), language)
        copied = {**document, "title": title[:LONGEST_TITLE]}
        documents.write(work, "brief", {key: copied}, before={})
        work.commit()
    return Saved(id=key, created=True, changed=True)


def delete_brief(installation: Installation, actor: Actor, brief_id: str) -> str:
    """Delete a brief with the verdicts for it, and give its title; the history can bring it back.

    Refusal (not_found) if there is none.
    """
    require(actor, "delete_brief")
    with installation.writing(actor) as work:
        document = _there(work, brief_id)
        remove(work, "brief", brief_id, document)
        work.commit()
    return str(document["title"])


def _there(work: UnitOfWork, brief_id: str) -> dict[str, Any]:
    return brief_among(documents.read(work.session, "brief", [brief_id]), brief_id)


def _document(work: UnitOfWork, text: BriefText, before: Mapping[str, Any]) -> dict[str, Any]:
    kept, errors = with_ids(work, text, before)
    for field, limit in (("title", LONGEST_TITLE), ("purpose", LONGEST_PURPOSE)):
        if len(getattr(kept, field) or "") > limit:
            errors[field] = message("Write at most {limit} characters.", limit=limit)
    if not kept.title:
        errors["title"] = message("Write a title.")
    refuse_errors(errors)
    return kept.as_document()
