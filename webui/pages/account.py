"""One's own account: name, password, and signing out everywhere."""

from __future__ import annotations

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from matcher.errors import Refusal
from matcher.services import account as service
from webui import here, identity
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
    person = identity.person()
    return render_template("account/show.html", person=person, errors=errors, name=name)
