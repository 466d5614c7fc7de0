"""`/sign-up/<token>`: signing up to an event by its link, without an account."""

from __future__ import annotations

from collections.abc import Mapping

from flask import Blueprint, flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from matcher.errors import Refusal
from matcher.services import events as service
from matcher.services.events import GuestHere, Wanted
from webui import here
from webui.errors import field_errors, status_of
from webui.event_page import sent_wanted

blueprint = Blueprint("sign_up", __name__, url_prefix="/sign-up/<token>")


@blueprint.get("")
def show(token: str) -> str:
    """What the event is, and the form; or that it is too late."""
    return _form(token, _enter(token), Wanted(), {})


@blueprint.post("")
def send(token: str) -> ResponseReturnValue:
    """Sign up."""
    guest, wanted = _enter(token), sent_wanted()
    try:
        done = service.sign_up(
            here.installation(), guest.actor, guest.event.id, wanted, as_of=here.today()
        )
    except Refusal as refusal:
        if refusal.code == "conflict":  # closed while the form was open: the page says so
            return _form(token, guest, wanted, {}), status_of(refusal)
        if "fields" not in refusal.details:
            raise
        return _form(token, guest, wanted, field_errors(refusal)), status_of(refusal)
    if not done.new:
        return render_template("sign_up/already.html", event=guest.event, token=token)
    flash(_("You are signed up. Welcome."), "success")
    return redirect(url_for("sign_up.own", token=token, sign_up_id=done.id), 303)


@blueprint.get("/<sign_up_id>")
def own(token: str, sign_up_id: str) -> str:
    """What one signed up with, whom one is going to meet, and the way to withdraw."""
    guest = _enter(token)
    line, card = service.own_sign_up(
        here.installation(), guest.actor, guest.event.id, sign_up_id, as_of=here.today()
    )
    return render_template("sign_up/own.html", event=guest.event, token=token, line=line, card=card)


@blueprint.post("/<sign_up_id>/withdraw")
def withdraw(token: str, sign_up_id: str) -> ResponseReturnValue:
    """Withdraw what one signed up with."""
    guest = _enter(token)
    service.withdraw_own(here.installation(), guest.actor, guest.event.id, sign_up_id)
    flash(_("You are no longer signed up. Your name and e-mail have been deleted."), "success")
    return redirect(url_for("sign_up.show", token=token), 303)


def _enter(token: str) -> GuestHere:
    return service.guest_here(here.installation(), token, here.today())


def _form(token: str, guest: GuestHere, wanted: Wanted, errors: Mapping[str, str]) -> str:
    return render_template(
        "sign_up/show.html", event=guest.event, token=token, wanted=wanted, errors=errors
    )
