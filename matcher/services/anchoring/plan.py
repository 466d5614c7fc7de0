"""The anchoring plan: the answers to its questions, and by when they are to be so."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from matcher.exchange.dates import last_day
from matcher.partnership.anchoring_texts import PlanQuestion, anchoring_texts
from matcher.services import form_readers, forms
from matcher.services.access import Actor, require
from matcher.services.anchoring.writing import begun, line_of
from matcher.services.conflicts import refuse_conflict
from matcher.services.forms import Form, Reader, Saved
from matcher.services.installation import Installation
from matcher.store import documents
from matcher.store.documents.anchoring import EMPTY
from matcher.store.queries import anchoring
from matcher.wording.message import message

_TEXT = 5000


@dataclass(frozen=True, kw_only=True, slots=True)
class PlanForm:
    """The form of a plan, with its questions."""

    title: str
    version: int
    form: Form
    questions: tuple[PlanQuestion, ...]


def plan_fields() -> tuple[str, ...]:
    """The names of the form's fields: one a question, and the day."""
    return (*(each.id for each in anchoring_texts().questions), "by_when")


def edit_plan(installation: Installation, actor: Actor, collaboration_id: str) -> PlanForm:
    """The form as it stands; Refusal (not_found) if there is no such collaboration."""
    require(actor, "save_partnership")
    with installation.reading() as session:
        line = line_of(session, collaboration_id)
        plan = documents.read(session, "anchoring_plan", [collaboration_id]).get(collaboration_id)
        version = anchoring.plan_version(session, collaboration_id)
    return PlanForm(
        title=line.title,
        version=version,
        form=_form(plan or EMPTY),
        questions=anchoring_texts().questions,
    )


def save_plan(
    installation: Installation,
    actor: Actor,
    collaboration_id: str,
    form: Form,
    *,
    version: int | None = None,
    as_of: date,
) -> Saved:
    """Write the answers; Refusal: invalid with what is wrong by field, conflict.

    Answers to questions that are asked no more stay as they are.
    """
    require(actor, "save_partnership")
    with installation.writing(actor) as work:
        line = line_of(work.session, collaboration_id)
        found = documents.read(work.session, "anchoring_plan", [collaboration_id])
        plan = found.get(collaboration_id, dict(EMPTY))
        refuse_conflict(
            work,
            "anchoring_plan",
            collaboration_id,
            version=version,
            now=anchoring.plan_version(work.session, collaboration_id),
            typed=form,
            form_at=_form,
            current=plan,
            actor=actor,
        )
        keys = [each.id for each in anchoring_texts().questions]
        readers: dict[str, Reader] = dict.fromkeys(keys, form_readers.text_within(_TEXT))
        readers["by_when"] = form_readers.iso_day(last_day)
        before = {key: plan["answers"].get(key) for key in keys} | {"by_when": plan["by_when"]}
        values, errors = forms.read_fields(form, _form(plan), before, readers)
        by_when = values.pop("by_when")
        moved = by_when is not None and by_when != plan["by_when"]
        if moved and line.start is not None and by_when < line.start.isoformat():
            errors["by_when"] = message("This is before the collaboration begins.")
        forms.refuse_errors(errors)
        answers = {k: v for k, v in {**plan["answers"], **values}.items() if v}
        begun(work, collaboration_id, as_of)
        after = {**plan, "answers": answers, "by_when": by_when}
        done = documents.write(work, "anchoring_plan", {collaboration_id: after})
        work.commit()
    return Saved(id=collaboration_id, created=False, changed=bool(done["updated"]))


def _form(plan: Mapping[str, Any]) -> Form:
    answers = plan["answers"]
    values = {each.id: answers.get(each.id, "") for each in anchoring_texts().questions}
    return Form(values={**values, "by_when": form_readers.shown(plan["by_when"])})
