"""Adding an organisation and changing one."""

from __future__ import annotations

from typing import Any

from matcher.errors import Refusal
from matcher.exchange.fault import Fault
from matcher.services import forms, references
from matcher.services.access import Actor, require
from matcher.services.conflicts import refuse_conflict
from matcher.services.forms import Form, Saved
from matcher.services.installation import Installation
from matcher.services.organisations.form import form_of, read_form
from matcher.services.vocabularies import Vocabularies
from matcher.store import documents
from matcher.store.documents.organisations import EMPTY
from matcher.store.queries import organisations, profiles
from matcher.store.queries.terms import terms
from matcher.store.tables.base import new_id
from matcher.store.unit_of_work import UnitOfWork
from matcher.text import fold
from matcher.wording.message import Message, message


def save_organisation(
    installation: Installation,
    actor: Actor,
    form: Form,
    *,
    organisation_id: str | None = None,
    version: int | None = None,
) -> Saved:
    """Add an organisation, or make one be as the form says.

    `version` is the one that the form was filled from; None does not ask. Refusal: invalid with
    `fields` for what cannot be saved; not_found; conflict with `form` (what was typed on top of
    what is there now), `version` and `changes` when somebody else saved meanwhile. A form that
    changes nothing writes nothing.
    """
    require(actor, "save_organisation")
    with installation.writing(actor) as work:
        before = _before(work, organisation_id)
        unchanged = None if organisation_id is None else _as_form(work, before)
        if unchanged is not None and organisation_id is not None:
            now = profiles.version(work.session, organisation_id) or 0
            refuse_conflict(
                work,
                "organisation",
                organisation_id,
                version=version,
                now=now,
                typed=form,
                form_at=lambda document: _as_form(work, document),
                current=before,
                actor=actor,
            )
        document = _read(work, form, unchanged, before, organisation_id)
        notes = _notes(work, document, organisation_id, before)
        key = organisation_id or new_id()
        done = documents.write(
            work,
            "organisation",
            {key: document},
            before={} if organisation_id is None else {key: before},
        )
        work.commit()
    changed = not done["unchanged"]
    return Saved(id=key, created=bool(done["created"]), changed=changed, notes=notes)


def hide_organisation(
    installation: Installation, actor: Actor, organisation_id: str, *, hidden: bool
) -> None:
    """Leave an organisation out of search, lists and suggestions, or take it back in."""
    require(actor, "save_organisation")
    with installation.writing(actor) as work:
        document = _before(work, organisation_id)
        documents.write(work, "organisation", {organisation_id: {**document, "hidden": hidden}})
        work.commit()


def _before(work: UnitOfWork, organisation_id: str | None) -> dict[str, Any]:
    if organisation_id is None:
        return dict(EMPTY)
    found = documents.read(work.session, "organisation", [organisation_id])
    if organisation_id not in found:
        raise Refusal("not_found", message("There is no such organisation."))
    return found[organisation_id]


def _as_form(work: UnitOfWork, document: dict[str, Any]) -> Form:
    parent = document["parent"]
    names = organisations.names(work.session, [parent]) if parent else {}
    return form_of(document, names.get(parent, ""))


def _read(
    work: UnitOfWork,
    form: Form,
    unchanged: Form | None,
    before: dict[str, Any],
    organisation_id: str | None,
) -> dict[str, Any]:
    """The document that the form asks for; Refusal (invalid) with what is wrong."""
    vocabularies = Vocabularies(terms(work.session))
    document, errors = read_form(form, unchanged, before, vocabularies)
    if unchanged is None or form.text("parent") != unchanged.text("parent"):
        try:
            document["parent"] = _parent(work, form, organisation_id)
        except Fault as fault:
            errors["parent"] = fault.reason
    forms.refuse_errors(errors)
    return document


def _parent(work: UnitOfWork, form: Form, organisation_id: str | None) -> str | None:
    found = references.find_organisation(work, form.text("parent"), form.text("parent_id"))
    if organisation_id is not None:
        if found == organisation_id:
            raise Fault(message("An organisation cannot be a part of itself."))
        if references.would_circle(work, organisation_id, found):
            raise Fault(message("That organisation is itself a part of this one."))
    return found


def _notes(
    work: UnitOfWork,
    document: dict[str, Any],
    organisation_id: str | None,
    before: dict[str, Any],
) -> tuple[Message, ...]:
    """What the person may want to know: others that look like the same organisation."""
    if organisation_id is not None and fold(document["name"]) == fold(before["name"]):
        return ()
    others = set(organisations.named(work.session, document["name"])) - {organisation_id}
    if not others:
        return ()
    return (message("There is another organisation with the same name. Is it the same one?"),)
