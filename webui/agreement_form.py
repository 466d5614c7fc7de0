"""The form of a draft agreement: one section or all, suggestions taken with one click."""

from __future__ import annotations

from dataclasses import replace

from flask import render_template, request, url_for

from matcher.partnership.agreement_texts import Field, Section, agreement_texts
from matcher.services.agreements import edit_agreement
from matcher.services.agreements.draft import DraftForm
from matcher.services.agreements.form import name_of, shape_of
from webui import here
from webui.record_forms import Filled, Shape, sent, with_empty_rows
from webui.record_words import date_type
from webui.say import say


def page(collaboration_id: str, section: str | None, filled: Filled | None) -> str:
    """The page with the form; `filled` None shows the draft as it is."""
    shown = _shown(collaboration_id, section)
    if filled is None:
        form = with_empty_rows(shown.form, _shape(shown))
        filled = Filled(form=form, version=shown.version)
    order = [each.id for each in agreement_texts().sections]
    at = order.index(section) if section in order else None
    return render_template(
        "agreement/form.html",
        collaboration_id=collaboration_id,
        page=shown,
        filled=filled,
        section=shown.sections[0] if at is not None else None,
        number=None if at is None else at + 1,
        order=order,
        name_of=name_of,
        date_type=date_type,
        part_options=_part_options,
        has_rows=_has_rows,
    )


def shape(collaboration_id: str, section: str | None) -> Shape:
    """The names of the form's fields; a grid has one for each party that takes part."""
    return _shape(_shown(collaboration_id, section))


def with_suggestion(shape: Shape, section: str | None) -> Filled | None:
    """The form with the suggestion that was taken, if that is what the pressed button asks for."""
    wanted = request.form.get("suggest", "")
    found = next((each for each in _fields(section) if each[0] == wanted), None)
    if found is None or found[1].suggestion is None:
        return None
    form, version = sent(request.form, shape), request.form.get("version", 0, type=int)
    text = say(found[1].suggestion)
    if wanted in shape.rows:
        there = tuple(row for row in form.rows[wanted] if any(row.values()))
        empty = dict.fromkeys(shape.rows[wanted], "")
        new = tuple({**empty, "task": line} for line in text.splitlines())
        rows = {**form.rows, wanted: (*there, *new)}
        focus = f"{wanted}-{len(there)}-task"
        return Filled(form=replace(form, rows=rows), version=version, focus=focus)
    before = form.values[wanted].strip()
    values = {**form.values, wanted: f"{before}\n\n{text}" if before else text}
    return Filled(form=replace(form, values=values), version=version, focus=wanted)


def after(collaboration_id: str, section: str | None) -> str:
    """Where saving leads: to the next section if that was asked for, else back to the whole."""
    order = [each.id for each in agreement_texts().sections]
    if section in order and request.form.get("then") == "next" and section != order[-1]:
        following = order[order.index(section) + 1]
        return url_for("agreement.edit", collaboration_id=collaboration_id, section=following)
    anchor = f"section-{section}" if section else None
    return url_for("agreement.show", collaboration_id=collaboration_id, _anchor=anchor)


def _shown(collaboration_id: str, section: str | None) -> DraftForm:
    return edit_agreement(
        here.installation(),
        here.actor(),
        collaboration_id,
        section,
        language=here.language(),
        as_of=here.today(),
    )


def _shape(shown: DraftForm) -> Shape:
    fields, rows = shape_of(shown.sections, [key for key, _ in shown.parties])
    return Shape(fields=fields, choices=(), rows=rows)


def _fields(section: str | None) -> list[tuple[str, Field]]:
    wanted: list[Section] = [
        each for each in agreement_texts().sections if section in (None, each.id)
    ]
    return [(name_of(each, field), field) for each in wanted for field in each.fields]


def _part_options(field: Field, nothing: str = "–") -> list[tuple[str, str]]:
    """What there is to choose from, and nothing yet: first in a list, last among buttons."""
    options = [(key, say(label)) for key, label in (field.choices or {}).items()]
    return [*options, ("", nothing)] if field.kind == "choice" else [("", nothing), *options]


def _has_rows(filled: Filled, name: str) -> bool:
    return any(any(row.values()) for row in filled.form.rows.get(name, ()))
