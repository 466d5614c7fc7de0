"""`/events/<id>/sign-ups`: who comes, as those who make the event write it."""

from __future__ import annotations

from collections.abc import Mapping

from flask import Blueprint, flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from matcher.errors import Refusal
from matcher.services import events as service
from matcher.services.events import SignUpLine, Wanted
from matcher.wording.message import message
from webui import here
from webui.errors import field_errors, status_of
from webui.event_page import event_page, sent_wanted

blueprint = Blueprint("event_sign_ups", __name__, url_prefix="/events/<event_id>/sign-ups")


@blueprint.post("")
def add(event_id: str) -> ResponseReturnValue:
    """Sign an organisation up."""
    wanted = sent_wanted()
    try:
        done = service.add_sign_up(
            here.installation(), here.actor(), event_id, wanted, as_of=here.today()
        )
    except Refusal as refusal:
        if "fields" not in refusal.details:
            raise
        return event_page(event_id, wanted, field_errors(refusal)), status_of(refusal)
    if done.new:
        flash(_("%(name)s is signed up.", name=done.name), "success")
    else:
        flash(_("%(name)s was signed up already.", name=done.name), "info")
    return redirect(url_for("events.show", event_id=event_id, _anchor="sign-ups"), 303)


@blueprint.get("/<sign_up_id>")
def edit(event_id: str, sign_up_id: str) -> str:
    """The form of a sign-up: which organisation it is, whom to write to, when they cannot."""
    line = _line(event_id, sign_up_id)
    wanted = Wanted(
        organisation=line.name,
        organisation_id=line.organisation_id or "",
        person=line.person or "",
        email=line.email or "",
        absent=line.absent,
    )
    return _form(event_id, line, wanted, {})


@blueprint.post("/<sign_up_id>")
def update(event_id: str, sign_up_id: str) -> ResponseReturnValue:
    """Change a sign-up."""
    wanted = sent_wanted()
    try:
        service.change_sign_up(
            here.installation(), here.actor(), event_id, sign_up_id, wanted, as_of=here.today()
        )
    except Refusal as refusal:
        if "fields" not in refusal.details:
            raise
        line = _line(event_id, sign_up_id)
        return _form(event_id, line, wanted, field_errors(refusal)), status_of(refusal)
    flash(_("Your changes are saved."), "success")
    return redirect(url_for("events.show", event_id=event_id, _anchor="sign-ups"), 303)


@blueprint.post("/<sign_up_id>/withdraw")
def withdraw(event_id: str, sign_up_id: str) -> ResponseReturnValue:
    """Take an organisation off the list."""
    name = service.withdraw_sign_up(here.installation(), here.actor(), event_id, sign_up_id)
    flash(_("%(name)s is no longer signed up.", name=name), "success")
    return redirect(url_for("events.show", event_id=event_id, _anchor="sign-ups"), 303)


def _line(event_id: str, sign_up_id: str) -> SignUpLine:
    page = service.show_event(here.installation(), here.actor(), event_id, as_of=here.today())
    for line in page.coming:
        if line.id == sign_up_id:
            return line
    raise Refusal("not_found", message("There is no such sign-up."))


def _form(event_id: str, line: SignUpLine, wanted: Wanted, errors: Mapping[str, str]) -> str:
    page = service.show_event(here.installation(), here.actor(), event_id, as_of=here.today())
    return render_template(
        "events/sign_up.html", page=page, event=page.event, line=line, wanted=wanted, errors=errors
    )
