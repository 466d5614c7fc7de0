"""The form of an organisation, as it begins, comes back with faults, or after somebody else."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from flask import render_template
from flask_babel import gettext as _

from matcher.services.forms import Form
from matcher.services.organisations import edit_organisation
from matcher.services.organisations.form import CAPACITY, CHOICES, FIELDS, SIDES
from matcher.services.vocabularies import Vocabularies
from matcher.text import danish_key
from matcher.wording.labels import NOT_KNOWN, SECTORS
from webui import here
from webui.record_forms import Filled, Shape, with_empty_rows
from webui.record_words import WORDS, labelled, term_options
from webui.say import say

SHAPE = Shape(fields=FIELDS, choices=tuple(CHOICES), rows=dict.fromkeys(SIDES, CAPACITY))


def organisation_form(organisation_id: str | None, filled: Filled | None) -> str:
    """The page with the form; `filled` None shows the record as it is, or an empty form."""
    page = edit_organisation(here.installation(), here.actor(), organisation_id)
    if filled is None:
        form = with_empty_rows(_by_label(page.form, page.vocabularies), SHAPE)
        filled = Filled(form=form, version=page.version)
    return render_template(
        "organisations/form.html",
        organisation_id=organisation_id,
        page=page,
        filled=filled,
        sectors=SECTORS,
        sector_options=[*labelled(SECTORS), ("", say(NOT_KNOWN))],
        capacity_options=[("", _("Choose")), *term_options(page.vocabularies, "capacity")],
        **WORDS,
    )


def _by_label(form: Form, terms: Vocabularies) -> Form:
    """The form with what is offered and needed in the order of the reader's language."""

    def label(row: Mapping[str, str]) -> str:
        return danish_key(say(terms.words("capacity", row["term"])))

    return replace(form, rows={side: tuple(sorted(form.rows[side], key=label)) for side in SIDES})
