"""What the house does: lay answers open, write the text that is agreed on, take it over."""

from __future__ import annotations

from datetime import date
from typing import Any

from matcher.errors import Refusal
from matcher.partnership import purpose as rules
from matcher.services.access import Actor, require
from matcher.services.conflicts import refuse_conflict
from matcher.services.forms import Form, Saved, refuse_errors
from matcher.services.installation import Installation
from matcher.services.parties import carried_on
from matcher.services.purposes.form import form_of, read_form
from matcher.services.purposes.state import agreed_in, purpose_of
from matcher.store import documents
from matcher.store.documents.purposes import EMPTY
from matcher.store.queries import purposes
from matcher.store.queries.purposes import NOT_WRITTEN
from matcher.store.unit_of_work import UnitOfWork
from matcher.wording.message import message


def lay_open(
    installation: Installation, actor: Actor, collaboration_id: str, *, as_of: date
) -> None:
    """Let the house read the answers that there are, though others are still awaited.

    Parties still read no other's before their own. Refusal (not_found) if there is no such
    collaboration; (conflict) where nobody has answered yet.
    """
    require(actor, "save_partnership")
    with installation.writing(actor) as work:
        carried_on(work, collaboration_id, as_of)
        purpose = purpose_of(work.session, collaboration_id, as_of)
        if not any(each.sent for each in purpose.parties):
            raise Refusal(
                "conflict", message("Nobody has answered yet, so there is nothing to read.")
            )
        before = _begun(work, collaboration_id)
        _write(work, collaboration_id, before, {**before, "laid_open": True})
        work.commit()


def save_text(
    installation: Installation,
    actor: Actor,
    collaboration_id: str,
    form: Form,
    *,
    version: int | None,
    as_of: date,
) -> Saved:
    """Write the text that the parties agree on. Another text has to be confirmed by all, again.

    Once there is a text, answers that could be read stay so. Refusal: not_found; invalid with
    `fields`; conflict as for `save_collaboration`.
    """
    require(actor, "save_partnership")
    with installation.writing(actor) as work:
        parties = carried_on(work, collaboration_id, as_of)
        opened = rules.is_open(purpose_of(work.session, collaboration_id, as_of))
        before = _begun(work, collaboration_id)
        there = purposes.lines(work.session, [collaboration_id])[collaboration_id].version
        refuse_conflict(
            work,
            "purpose",
            collaboration_id,
            version=None if version is None else max(version, 1),
            now=there,
            typed=form,
            form_at=lambda document: form_of(agreed_in(document)),
            current=before,
            actor=actor,
        )
        agreed, errors = read_form(form)
        refuse_errors(errors)
        after = {**before, **rules.to_json(agreed)}
        if after != before:
            given = purposes.confirmations(work.session, [each.id for each in parties])
            after["edition"] = rules.next_edition(there, [each.edition for each in given])
            after["laid_open"] = before["laid_open"] or opened
        _write(work, collaboration_id, before, after)
        work.commit()
    return Saved(id=collaboration_id, created=False, changed=after != before)


def take_over(
    installation: Installation,
    actor: Actor,
    collaboration_id: str,
    *,
    language: str,
    as_of: date,
) -> None:
    """Make the text that all have confirmed what the collaboration's own record says.

    Refusal: not_found; conflict where it is not confirmed by all (any more).
    """
    require(actor, "save_collaboration")
    with installation.writing(actor) as work:
        carried_on(work, collaboration_id, as_of)
        purpose = purpose_of(work.session, collaboration_id, as_of)
        if rules.stage(purpose) != "confirmed":
            raise Refusal(
                "conflict",
                message("Not all parties have confirmed the text."),
                message("It can be taken over when they have."),
            )
        found = documents.read(work.session, "collaboration", [collaboration_id])
        text = rules.as_one_text(purpose.agreed, language)
        after = {collaboration_id: {**found[collaboration_id], "purpose": text}}
        documents.write(work, "collaboration", after, before=found)
        work.commit()


def _begun(work: UnitOfWork, collaboration_id: str) -> dict[str, Any]:
    """The record, begun empty: so two who write the first words do so on the same nothing."""
    found = purposes.lines(work.session, [collaboration_id]).get(collaboration_id)
    if found is None:
        documents.write(work, "purpose", {collaboration_id: dict(EMPTY)}, before={})
    return dict((found or NOT_WRITTEN).content)


def _write(
    work: UnitOfWork, collaboration_id: str, before: dict[str, Any], after: dict[str, Any]
) -> None:
    documents.write(work, "purpose", {collaboration_id: after}, before={collaboration_id: before})
