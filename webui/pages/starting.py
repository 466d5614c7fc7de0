"""`/shortlists/…/collaboration`: starting a collaboration with those who have agreed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from matcher.errors import Refusal
from matcher.services import collaborations as service
from matcher.services.collaborations import StartText
from webui import here
from webui.errors import field_errors, status_of
from webui.record_words import date_type

blueprint = Blueprint("starting", __name__, url_prefix="/shortlists/<shortlist_id>/collaboration")


@blueprint.get("")
def show(shortlist_id: str) -> str:
    """The form, filled with what the shortlist and its idea say."""
    return _page(shortlist_id, None, {})


@blueprint.post("")
def start(shortlist_id: str) -> ResponseReturnValue:
    """Start the collaboration and go to its parties."""
    form = request.form
    text = StartText(
        id=form.get("id", ""),
        title=form.get("title", ""),
        purpose=form.get("purpose", ""),
        start=form.get("start", ""),
        together=tuple(form.getlist("together")),
    )
    try:
        saved = service.start_collaboration(
            here.installation(), here.actor(), shortlist_id, text, as_of=here.today()
        )
    except Refusal as refusal:
        if "fields" not in refusal.details:
            raise
        return _page(shortlist_id, text, field_errors(refusal)), status_of(refusal)
    if saved.created:
        flash(_("The collaboration has begun. Give each party its link."), "success")
    return redirect(url_for("parties.show", collaboration_id=saved.id), 303)


def _page(shortlist_id: str, sent: StartText | None, errors: Mapping[str, str]) -> str:
    found = service.starting(here.installation(), here.actor(), shortlist_id, as_of=here.today())
    return render_template(
        "shortlists/start.html",
        page=found if sent is None else replace(found, text=sent),
        errors=errors,
        date_type=date_type,
    )
