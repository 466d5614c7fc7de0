"""Adding a collaboration and changing one."""

from __future__ import annotations

from typing import Any

from matcher.errors import Refusal
from matcher.services import forms
from matcher.services.access import Actor, require
from matcher.services.collaborations.form import form_of, read_form
from matcher.services.conflicts import refuse_conflict
from matcher.services.forms import Form, Saved
from matcher.services.installation import Installation
from matcher.services.references import organisations_in
from matcher.services.vocabularies import Vocabularies
from matcher.store import documents
from matcher.store.documents.collaborations import EMPTY
from matcher.store.queries import collaborations, organisations
from matcher.store.queries.terms import terms
from matcher.store.tables.base import new_id
from matcher.store.unit_of_work import UnitOfWork
from matcher.wording.message import Message, message


def save_collaboration(
    installation: Installation,
    actor: Actor,
    form: Form,
    *,
    collaboration_id: str | None = None,
    version: int | None = None,
) -> Saved:
    """Add a collaboration, or make one be as the form says.

    Version, refusals and a form that changes nothing are as for `save_organisation`.
    """
    require(actor, "save_collaboration")
    with installation.writing(actor) as work:
        before = _before(work, collaboration_id)
        unchanged = None
        if collaboration_id is not None:
            unchanged = _as_form(work, before)
            refuse_conflict(
                work,
                "collaboration",
                collaboration_id,
                version=version,
                now=collaborations.version(work.session, collaboration_id) or 0,
                typed=form,
                form_at=lambda document: _as_form(work, document),
                current=before,
                actor=actor,
            )
        document, errors = read_form(
            work, form, unchanged, before, Vocabularies(terms(work.session))
        )
        forms.refuse_errors(errors)
        key = collaboration_id or new_id()
        known = {} if collaboration_id is None else {key: before}
        done = documents.write(work, "collaboration", {key: document}, before=known)
        work.commit()
    return Saved(
        id=key,
        created=bool(done["created"]),
        changed=not done["unchanged"],
        notes=_notes(document),
    )


def _before(work: UnitOfWork, collaboration_id: str | None) -> dict[str, Any]:
    if collaboration_id is None:
        return dict(EMPTY)
    found = documents.read(work.session, "collaboration", [collaboration_id])
    if collaboration_id not in found:
        raise Refusal("not_found", message("There is no such collaboration."))
    return found[collaboration_id]


def _as_form(work: UnitOfWork, document: dict[str, Any]) -> Form:
    wanted = organisations_in("collaboration", document)
    return form_of(document, organisations.names(work.session, wanted))


def _notes(document: dict[str, Any]) -> tuple[Message, ...]:
    if len(document["participants"]) != 1:
        return ()
    return (message("Only one organisation takes part: it gives no tie until there is another."),)
