"""The grants of a collaboration: its own, which stands in its record, and further ones."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from matcher.exchange.dates import last_day
from matcher.exchange.numbers import amount
from matcher.services import form_readers, forms
from matcher.services.access import Actor, require
from matcher.services.anchoring.writing import begun, line_of
from matcher.services.conflicts import refuse_conflict
from matcher.services.forms import Errors, Form, Reader, Saved
from matcher.services.installation import Installation
from matcher.store import documents
from matcher.store.documents.anchoring import EMPTY
from matcher.store.queries import anchoring
from matcher.wording.message import message

FIELDS = ("funding_source", "funding_amount", "funding_end")
ROW = ("source", "amount", "end")

_LINE, _MOST = 500, 20
_MONEY: tuple[Reader, ...] = (
    form_readers.text_within(_LINE),
    form_readers.not_negative(amount),
    form_readers.iso_day(last_day),
)
_OWN: Mapping[str, Reader] = dict(zip(FIELDS, _MONEY, strict=True))
_FURTHER: Mapping[str, Reader] = dict(zip(ROW, _MONEY, strict=True))


@dataclass(frozen=True, kw_only=True, slots=True)
class GrantsForm:
    """The form of a collaboration's grants; `start` is its first day, if that is known."""

    title: str
    start: date | None
    version: int
    form: Form


def edit_grants(installation: Installation, actor: Actor, collaboration_id: str) -> GrantsForm:
    """The form as it stands; Refusal (not_found) if there is no such collaboration."""
    require(actor, "save_partnership")
    with installation.reading() as session:
        line = line_of(session, collaboration_id)
        record = documents.read(session, "collaboration", [collaboration_id])[collaboration_id]
        plan = documents.read(session, "anchoring_plan", [collaboration_id]).get(collaboration_id)
        version = line.version + anchoring.plan_version(session, collaboration_id)
    return GrantsForm(
        title=line.title,
        start=line.start,
        version=version,
        form=_form({**EMPTY, **(plan or {}), **record}),
    )


def save_grants(
    installation: Installation,
    actor: Actor,
    collaboration_id: str,
    form: Form,
    *,
    version: int | None = None,
    as_of: date,
) -> Saved:
    """Write the own grant into the collaboration's record, and the others into the plan.

    Refusal: invalid with what is wrong by field; conflict, as `refuse_conflict` has it.
    """
    require(actor, "save_partnership")
    with installation.writing(actor) as work:
        line = line_of(work.session, collaboration_id)
        record = documents.read(work.session, "collaboration", [collaboration_id])[collaboration_id]
        found = documents.read(work.session, "anchoring_plan", [collaboration_id])
        plan = found.get(collaboration_id, dict(EMPTY))
        now = {**plan, **record}
        refuse_conflict(
            work,
            "collaboration",
            collaboration_id,
            version=version,
            now=line.version + anchoring.plan_version(work.session, collaboration_id),
            typed=form,
            form_at=_form,
            current=now,
            actor=actor,
            beside=("anchoring_plan",),
        )
        unchanged = _form(now)
        own, errors = forms.read_fields(form, unchanged, now, _OWN)
        further = _read_further(form, unchanged, plan["grants"], line.start, errors)
        if own["funding_end"] != record["funding_end"]:
            _refuse_early(own["funding_end"], line.start, "funding_end", errors)
        forms.refuse_errors(errors)
        begun(work, collaboration_id, as_of)
        written = documents.write(
            work, "collaboration", {collaboration_id: {**record, **own}},
            before={collaboration_id: record},
        )  # fmt: skip
        changed = bool(written["updated"])
        if further != plan["grants"]:
            changed = True
            documents.write(work, "anchoring_plan", {collaboration_id: {**plan, "grants": further}})
        work.commit()
    return Saved(id=collaboration_id, created=False, changed=changed)


def _form(document: Mapping[str, Any]) -> Form:
    return Form(
        values={name: form_readers.shown(document[name]) for name in FIELDS},
        rows={
            "grants": tuple(
                {name: form_readers.shown(each[name]) for name in ROW}
                for each in document["grants"]
            )
        },
    )


def _read_further(
    form: Form,
    unchanged: Form,
    before: list[dict[str, Any]],
    start: date | None,
    errors: Errors,
) -> list[dict[str, Any]]:
    """The further grants, in the order written; those that were not touched stay as they are."""
    rows = unchanged.rows["grants"]
    kept = {tuple(row.values()): each for row, each in zip(rows, before, strict=True)}
    found = []
    for number, row in forms.filled_rows(form, "grants"):
        at = f"grants-{number}"
        same = kept.get(tuple(row[name] for name in ROW))
        values = same or forms.read_cells(row, at, _FURTHER, errors)
        if same is None:
            _refuse_early(values["end"], start, f"{at}-end", errors)
        found.append(values)
    if len(found) > _MOST:
        errors["grants-0-source"] = message("Write at most {most} grants.", most=_MOST)
    return found


def _refuse_early(end: str | None, start: date | None, field: str, errors: Errors) -> None:
    if end is not None and start is not None and end < start.isoformat():
        told = message("The money would end before the collaboration begins ({day}).", day=start)
        errors.setdefault(field, told)
