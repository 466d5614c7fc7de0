"""The draft of an agreement: shown, written section by section or as a whole."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from matcher.errors import Refusal
from matcher.partnership.agreement import with_dates
from matcher.partnership.agreement_texts import Section, agreement_texts
from matcher.services import forms
from matcher.services.access import Actor, require
from matcher.services.agreements.content import Today, today
from matcher.services.agreements.form import form_of, read_form
from matcher.services.agreements.taken_over import TakenOver, taken_over
from matcher.services.conflicts import refuse_conflict
from matcher.services.forms import Form, Saved
from matcher.services.installation import Installation
from matcher.services.parties import carried_on
from matcher.store import documents
from matcher.store.documents.agreements import EMPTY
from matcher.store.queries import agreements, history
from matcher.store.unit_of_work import UnitOfWork
from matcher.wording.message import message


@dataclass(frozen=True, kw_only=True, slots=True)
class DraftForm:
    """A form of some sections, with what it was filled from; version 0 before anything is written.

    `parties` are the columns of a grid: organisation and name; `over` is what sections take over.
    """

    title: str
    version: int
    sections: tuple[Section, ...]
    parties: tuple[tuple[str, str], ...]
    over: Mapping[str, TakenOver]
    form: Form


def edit_agreement(
    installation: Installation,
    actor: Actor,
    collaboration_id: str,
    section: str | None = None,
    *,
    language: str,
    as_of: date,
) -> DraftForm:
    """The form of one section, or of all; Refusal (not_found) for what there is not."""
    require(actor, "save_partnership")
    wanted = sections_of(section)
    with installation.reading() as session:
        now = today(session, collaboration_id, as_of)
        stamp = agreements.stamp(session, collaboration_id)
    return DraftForm(
        title=now.title,
        version=stamp.version if stamp else 0,
        sections=wanted,
        parties=tuple((each["organisation"], each["name"]) for each in now.content["parties"]),
        over={each.id: taken_over(now.content, each, language, contacts=True) for each in wanted},
        form=_form(now, wanted, now.draft),
    )


def save_agreement(
    installation: Installation,
    actor: Actor,
    collaboration_id: str,
    form: Form,
    section: str | None = None,
    *,
    version: int | None,
    as_of: date,
) -> Saved:
    """Write what a form says into the draft.

    Refusal: not_found; invalid with `fields`; conflict as for `save_collaboration`, only where
    somebody changed the same sections meanwhile.
    """
    require(actor, "save_partnership")
    wanted = sections_of(section)
    with installation.writing(actor) as work:
        carried_on(work, collaboration_id, as_of)
        now = today(work.session, collaboration_id, as_of)
        before = _begun(work, collaboration_id)
        _refuse_conflict(work, actor, collaboration_id, wanted, form, now, before, version)
        keys = [each["organisation"] for each in now.content["parties"]]
        after, errors = read_form(wanted, form, _form(now, wanted, now.draft), now.draft, keys)
        forms.refuse_errors(errors)
        done = documents.write(
            work,
            "agreement",
            {collaboration_id: {**before, "sections": after}},
            before={collaboration_id: before},
        )
        work.commit()
    return Saved(id=collaboration_id, created=False, changed=bool(done["updated"]))


def sections_of(key: str | None) -> tuple[Section, ...]:
    """One section, or all where none is named; Refusal (not_found) if there is none such."""
    if key is None:
        return agreement_texts().sections
    found = agreement_texts().section(key)
    if found is None:
        raise Refusal("not_found", message("The agreement has no such section."))
    return (found,)


def _form(now: Today, wanted: Sequence[Section], draft: Any) -> Form:
    keys = [each["organisation"] for each in now.content["parties"]]
    return form_of(wanted, with_dates(draft, start=now.start, end=now.end), keys)


def _begun(work: UnitOfWork, collaboration_id: str) -> dict[str, Any]:
    """The draft, begun empty: so two people who write the first words do so on the same nothing."""
    found = documents.read(work.session, "agreement", [collaboration_id])
    if collaboration_id not in found:
        documents.write(work, "agreement", {collaboration_id: dict(EMPTY)}, before={})
    return found.get(collaboration_id, dict(EMPTY))


def _refuse_conflict(
    work: UnitOfWork,
    actor: Actor,
    collaboration_id: str,
    wanted: Sequence[Section],
    form: Form,
    now: Today,
    before: dict[str, Any],
    version: int | None,
) -> None:
    stamp = agreements.stamp(work.session, collaboration_id)
    current = stamp.version if stamp else 0
    if version is None or version == current:
        return
    base = _at(work, collaboration_id, before, current - max(0, version))
    if all(base.get(each.id) == before["sections"].get(each.id) for each in wanted):
        return  # what they changed are other sections
    refuse_conflict(
        work,
        "agreement",
        collaboration_id,
        version=version,
        now=current,
        typed=form,
        form_at=lambda document: _form(now, wanted, document["sections"]),
        current=before,
        actor=actor,
    )


def _at(
    work: UnitOfWork, collaboration_id: str, current: dict[str, Any], changes_ago: int
) -> dict[str, Any]:
    """The sections as they were so many changes ago."""
    base = dict(current)
    for change in history.changes(
        work.session, ["agreement"], collaboration_id, offset=0, limit=max(0, changes_ago)
    ):
        base.update(change.before or {})
    sections: dict[str, Any] = base["sections"]
    return sections
