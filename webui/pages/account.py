"""One's own account: name, password, and signing out everywhere."""

from __future__ import annotations

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from matcher.errors import Refusal
from matcher.services import account as service
from matcher.services.calendars import calendar_link
from webui import addresses, here, identity
from webui.errors import field_errors, status_of

blueprint = Blueprint("account", __name__, url_prefix="/account")


@blueprint.get("")
def show() -> ResponseReturnValue:
    """The account of who is signed in."""
    return _page({})


@blueprint.post("/name")
def change_name() -> ResponseReturnValue:
    """Be called something else."""
    name = request.form.get("name", "")
    try:
        service.change_name(here.installation(), here.actor(), name)
    except Refusal as refusal:
        return _again(refusal, name=name)
    flash(_("Your name has been changed."), "success")
    return redirect(url_for("account.show"), 303)


@blueprint.post("/password")
def change_password() -> ResponseReturnValue:
    """Choose another password; only this session stays."""
    old, new = request.form.get("old", ""), request.form.get("new", "")
    try:
        who = service.change_password(here.installation(), here.actor(), old, new)
    except Refusal as refusal:
        return _again(refusal)
    identity.begin(who)
    flash(_("Your password has been changed. You are signed out everywhere else."), "success")
    return redirect(url_for("account.show"), 303)


@blueprint.post("/reminders")
def switch_reminders() -> ResponseReturnValue:
    """Be told by mail what is due, or not."""
    wanted = request.form.get("reminders") == "1"
    service.switch_reminders(here.installation(), here.actor(), wanted=wanted)
    if wanted:
        flash(_("You are reminded by mail of what is due."), "success")
    else:
        flash(_("You get no reminders by mail any more."), "success")
    return redirect(url_for("account.show", _anchor="reminders"), 303)


@blueprint.post("/end-sessions")
def end_sessions() -> ResponseReturnValue:
    """Sign out everywhere but here."""
    identity.begin(service.end_own_sessions(here.installation(), here.actor()))
    flash(_("You are signed out everywhere else."), "success")
    return redirect(url_for("account.show"), 303)


def _again(refusal: Refusal, name: str | None = None) -> ResponseReturnValue:
    if refusal.code != "invalid":
        raise refusal
    return _page(field_errors(refusal), name), status_of(refusal)


def _page(errors: dict[str, str], name: str | None = None) -> str:
    calendar = calendar_link(here.installation(), here.actor())
    return render_template(
        "account/show.html",
        person=identity.person(),
        errors=errors,
        name=name,
        reminders=service.wants_reminders(here.installation(), here.actor()),
        calendar=calendar,
        calendar_address=addresses.shared(calendar.path) if calendar else None,
    )
