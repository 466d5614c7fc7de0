"""`/shortlists/…/candidates/…`: the steps with a candidate: taken, corrected, taken back."""

from __future__ import annotations

from dataclasses import asdict

from flask import Blueprint, abort, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from matcher.errors import Refusal
from matcher.services import shortlists as service
from matcher.services.forms import Saved
from matcher.services.shortlists import EntryView, ShortlistView, StepText
from matcher.wording.labels import STATES
from webui import here
from webui.errors import field_errors, status_of
from webui.say import say
from webui.shortlist_page import WORDS, Typed, shortlist_page, state_options, typed

blueprint = Blueprint("steps", __name__, url_prefix="/shortlists/<shortlist_id>/candidates")


@blueprint.post("/<organisation_id>/steps")
def take(shortlist_id: str, organisation_id: str) -> ResponseReturnValue:
    """Note a step."""
    text = _text(organisation_id)
    try:
        saved = service.take_step(
            here.installation(),
            here.actor(),
            shortlist_id,
            organisation_id,
            text,
            as_of=here.today(),
            mark=request.form.get("mark", ""),
        )
    except Refusal as refusal:
        return shortlist_page(shortlist_id, _refused(organisation_id, text, refusal)), status_of(
            refusal
        )
    if saved.changed:
        flash(_("Noted: %(state)s.", state=say(STATES[text.state])), "success")
    else:
        flash(_("This step was noted already."), "info")
    return _done(shortlist_id, organisation_id, saved)


@blueprint.get("/<organisation_id>/correct")
def correct(shortlist_id: str, organisation_id: str) -> str:
    """The form of the last step."""
    return _page(shortlist_id, organisation_id, Typed())


@blueprint.post("/<organisation_id>/correct")
def save(shortlist_id: str, organisation_id: str) -> ResponseReturnValue:
    """Make the last step be what the form says."""
    text = _text(organisation_id)
    try:
        saved = service.correct_step(
            here.installation(),
            here.actor(),
            shortlist_id,
            organisation_id,
            text,
            as_of=here.today(),
            mark=request.form.get("mark", ""),
        )
    except Refusal as refusal:
        sent = _refused(organisation_id, text, refusal)
        return _page(shortlist_id, organisation_id, sent), status_of(refusal)
    flash(_("Your changes are saved.") if saved.changed else _("Nothing was changed."), "success")
    return _done(shortlist_id, organisation_id, saved)


@blueprint.post("/<organisation_id>/take-back")
def take_back(shortlist_id: str, organisation_id: str) -> ResponseReturnValue:
    """Take the last step back."""
    saved = service.take_back_step(
        here.installation(),
        here.actor(),
        shortlist_id,
        organisation_id,
        mark=request.form.get("mark", ""),
    )
    flash(_("The step has been taken back."), "success")
    return _done(shortlist_id, organisation_id, saved)


def _page(shortlist_id: str, organisation_id: str, sent: Typed) -> str:
    shortlist = service.show_shortlist(here.installation(), here.actor(), shortlist_id)
    entry = _entry(shortlist, organisation_id)
    last = entry.steps[-1]
    kept = StepText(
        state=last.state,
        day=last.day.isoformat(),
        note=last.note or "",
        next_day="" if last.next_day is None else last.next_day.isoformat(),
        reason=last.reason or "",
    )
    return render_template(
        "shortlists/correct.html",
        shortlist=shortlist,
        entry=entry,
        options=state_options(last.state),
        texts={**asdict(kept), **sent.texts},
        sent=sent,
        **WORDS,
    )


def _entry(shortlist: ShortlistView, organisation_id: str) -> EntryView:
    found = [each for each in shortlist.entries if each.id == organisation_id and each.steps]
    return found[0] if found else abort(404)


def _text(suffix: str) -> StepText:
    def sent(name: str) -> str:
        return request.form.get(f"{name}-{suffix}", "")

    return StepText(
        state=sent("state"),
        day=sent("day"),
        note=sent("step_note"),
        next_day=sent("next_day"),
        reason=sent("reason"),
    )


def _refused(organisation_id: str, text: StepText, refusal: Refusal) -> Typed:
    """The form with what is wrong; a refusal that says nothing of fields is raised again."""
    if "fields" not in refusal.details:
        raise refusal
    called = {"note": "step_note"}
    wrong = {
        f"{called.get(at, at)}-{organisation_id}": said
        for at, said in field_errors(refusal).items()
    }
    return typed(f"step-{organisation_id}", asdict(text), wrong, refusal)


def _done(shortlist_id: str, organisation_id: str, saved: Saved) -> Response:
    for note in saved.notes:
        flash(say(note), "info")
    anchor = f"candidate-{organisation_id}"
    return redirect(url_for("shortlists.show", shortlist_id=shortlist_id, _anchor=anchor), 303)
