"""`/collaborations/<id>/purpose`: who has answered, the answers side by side, the agreed text."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from matcher.partnership.purpose_texts import purpose_texts
from matcher.services import purposes as service
from matcher.services.forms import Form, Saved
from matcher.services.purposes import PurposePage
from matcher.services.purposes.form import fields
from webui import here
from webui.record_forms import Filled, Shape, sent, submitted
from webui.record_words import by_label

blueprint = Blueprint("purpose", __name__, url_prefix="/collaborations/<collaboration_id>/purpose")

SHAPE = Shape(fields=fields(), choices=(), rows={})


@blueprint.get("")
def show(collaboration_id: str) -> str:
    """All of it on one page."""
    return _page(collaboration_id, None)


@blueprint.post("")
def save(collaboration_id: str) -> ResponseReturnValue:
    """Write the text; a party's answer is put into it first, to be changed, where that is asked."""

    def saving(form: Form, version: int) -> Saved:
        return service.save_text(
            here.installation(),
            here.actor(),
            collaboration_id,
            form,
            version=version,
            as_of=here.today(),
        )

    def render(filled: Filled) -> str:
        return _page(collaboration_id, filled)

    def done(saved: Saved) -> tuple[str, str]:
        return _told(collaboration_id, saved), _address(collaboration_id)

    if "take" in request.form:
        return _page(collaboration_id, _with_answer(collaboration_id))
    return submitted(SHAPE, render=render, save=saving, done=done)


@blueprint.post("/lay-open")
def lay_open(collaboration_id: str) -> ResponseReturnValue:
    """Read the answers though some are still awaited."""
    service.lay_open(here.installation(), here.actor(), collaboration_id, as_of=here.today())
    flash(_("The answers are laid open. Those who have not answered can still do so."), "success")
    return redirect(_address(collaboration_id), 303)


@blueprint.post("/take-over")
def take_over(collaboration_id: str) -> ResponseReturnValue:
    """Make the confirmed text what the collaboration's own record says."""
    service.take_over(
        here.installation(),
        here.actor(),
        collaboration_id,
        language=here.language(),
        as_of=here.today(),
    )
    flash(_("The text is the collaboration’s purpose now."), "success")
    return redirect(_address(collaboration_id), 303)


def _page(collaboration_id: str, filled: Filled | None) -> str:
    page = _read(collaboration_id)
    return render_template(
        "purpose/show.html",
        collaboration_id=collaboration_id,
        page=page,
        texts=purpose_texts(),
        filled=filled or Filled(form=page.form, version=page.purpose.version),
        by_label=by_label,
    )


def _read(collaboration_id: str) -> PurposePage:
    return service.show_purpose(
        here.installation(),
        here.actor(),
        collaboration_id,
        language=here.language(),
        as_of=here.today(),
    )


def _with_answer(collaboration_id: str) -> Filled:
    """The form as it was sent, with a party's answer below what is written there already."""
    form, version = sent(request.form, SHAPE), request.form.get("version", 0, type=int)
    question, _colon, party = request.form["take"].partition(":")
    said = _answers(collaboration_id, question).get(party, "")
    if question in form.values and said and said not in form.values[question]:
        written = "\n".join(filter(None, (form.values[question].rstrip(), said)))
        form = replace(form, values={**form.values, question: written})
    return Filled(form=form, version=version, focus=question)


def _answers(collaboration_id: str, question: str) -> Mapping[str, str]:
    """What may be read of the answers to a question, by party."""
    return {
        party: "".join(piece.text for piece in pieces)
        for each in _read(collaboration_id).compared
        if each.question.id == question
        for party, pieces in each.comparison.answers.items()
    }


def _told(collaboration_id: str, saved: Saved) -> str:
    if not saved.changed:
        return _("Nothing was changed.")
    found = service.purpose_stage(
        here.installation(), here.actor(), collaboration_id, as_of=here.today()
    )
    if found.stage == "agreeing":
        return _("The text is saved. It must say what it is for and for whom to be confirmed.")
    return _("The text is saved. Now every party confirms it by its link.")


def _address(collaboration_id: str) -> str:
    return url_for(".show", collaboration_id=collaboration_id)
