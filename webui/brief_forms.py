"""The form of an idea: read from what was sent, shown, and carried along while it is not kept."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from flask import render_template, request
from flask_babel import gettext as _
from werkzeug.datastructures import MultiDict

from matcher.services.brief_forms import (
    CHOICES,
    FIELDS,
    ROWS,
    SLOT_NEEDS,
    form_of,
    offered,
    said,
)
from matcher.services.briefs import BriefView
from matcher.services.forms import Form
from matcher.wording.labels import SECTORS
from webui import here
from webui.list_settings import Settings, settings
from webui.record_forms import Filled, Shape, sent, with_empty_rows
from webui.record_words import WORDS, labelled, term_options

SHAPE = Shape(fields=FIELDS, choices=CHOICES, rows=ROWS)

CARRIED = "idea-"
"""What the names of an idea's fields begin with in a form that is not the idea's own."""

_FEW_NEEDS = 3


def sent_idea() -> Form:
    """The idea that the address says, or the form that was sent."""
    return sent(request.values, SHAPE)


def carried_idea() -> Form:
    """The idea that a form carries along."""
    fields = [
        (name.removeprefix(CARRIED), text)
        for name, texts in request.form.lists()
        if name.startswith(CARRIED)
        for text in texts
    ]
    return sent(MultiDict(fields), SHAPE)


def carried(form: Form) -> list[tuple[str, str]]:
    """The fields of an idea by name, each as often as it has values; nothing empty."""
    return [
        (name, text)
        for name, texts in said(form).items()
        for text in ([texts] if isinstance(texts, str) else texts)
    ]


def begun(form: Form) -> bool:
    """Whether it says more than what it is called and whose it is."""
    return bool(said(form).keys() - {"title", "asker", "asker_id"})


def filled_from(view: BriefView) -> Filled:
    """The form of an idea that is kept."""
    return Filled(form=form_of(view.text, view.names), version=view.version)


def idea_form(template: str, filled: Filled, wanted: Settings | None = None, **context: Any) -> str:
    """A page with the form; rows that are empty are put in where a part has none to write in."""
    page = offered(here.installation(), here.actor())
    filled = replace(filled, form=_with_room(filled.form))
    return render_template(
        template,
        filled=filled,
        page=page,
        settings=settings(request.values) if wanted is None else wanted,
        sector_options=labelled(SECTORS),
        capacity_options=[("", _("Choose")), *term_options(page.vocabularies, "capacity")],
        slot_needs=slot_needs,
        **WORDS,
        **context,
    )


def _with_room(form: Form) -> Form:
    """The form with empty rows where a part has none to write in."""
    more = with_empty_rows(form, SHAPE).rows
    full = {part for part in ROWS if all(any(row.values()) for row in form.rows.get(part, ()))}
    return replace(
        form, rows={part: more[part] if part in full else form.rows[part] for part in ROWS}
    )


def slot_needs(row: Mapping[str, str]) -> tuple[str, ...]:
    """The fields of a slot for what it needs: those that are filled, and always a few."""
    filled = max((at for at, name in enumerate(SLOT_NEEDS, 1) if row.get(name)), default=0)
    return SLOT_NEEDS[: max(_FEW_NEEDS, filled + 1)]
