"""Signing in and out, with a password or for the first time with a one-time link."""

from __future__ import annotations

from flask import Blueprint, flash, redirect, render_template, request
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from matcher.errors import Refusal
from matcher.services import sign_in as service
from webui import addresses, here, identity
from webui.errors import field_errors

blueprint = Blueprint("sign_in", __name__)


@blueprint.get("/sign-in")
def show() -> ResponseReturnValue:
    """The form; who is signed in already goes on."""
    if identity.person() is not None:
        return redirect(_onward(), 303)
    return _form({})


@blueprint.post("/sign-in")
def enter() -> ResponseReturnValue:
    """Sign in with e-mail and password."""
    email, password = request.form.get("email", ""), request.form.get("password", "")
    try:
        who = service.sign_in(here.installation(), email, password)
    except Refusal as refusal:
        return _form({"email": field_errors(refusal)["form"]}, email=email), 422
    identity.begin(who)
    return redirect(_onward(), 303)


@blueprint.get("/sign-in/<token>")
def welcome(token: str) -> ResponseReturnValue:
    """The form behind a one-time link; looking at it does not use the link."""
    whom = service.welcome(here.installation(), token)
    return _welcome_form(whom, {}, name=whom.name)


@blueprint.post("/sign-in/<token>")
def accept(token: str) -> ResponseReturnValue:
    """Use the link: keep name and password, and sign in."""
    chosen = service.Credentials(
        name=request.form.get("name", ""),
        email=request.form.get("email", ""),
        password=request.form.get("password", ""),
    )
    try:
        who = service.accept(here.installation(), token, chosen)
    except Refusal as refusal:
        if refusal.code != "invalid":
            raise
        whom = service.welcome(here.installation(), token)
        page = _welcome_form(whom, field_errors(refusal), name=chosen.name, email=chosen.email)
        return page, 422
    identity.begin(who)
    flash(_("Your password has been kept. Welcome, %(name)s.", name=who.name), "success")
    return redirect(addresses.start(who.actor), 303)


@blueprint.post("/sign-out")
def leave() -> ResponseReturnValue:
    """Sign out on this device."""
    identity.end()
    flash(_("You are signed out."), "success")
    return redirect(addresses.start(here.actor()), 303)


def _onward() -> str:
    wanted = addresses.own_path(request.values.get("next"))
    return wanted or addresses.start(here.actor())


def _form(errors: dict[str, str], email: str = "") -> str:
    return render_template(
        "sign_in/show.html", errors=errors, email=email, next=request.values.get("next", "")
    )


def _welcome_form(
    whom: service.Welcome, errors: dict[str, str], *, name: str = "", email: str = ""
) -> str:
    return render_template("sign_in/welcome.html", whom=whom, errors=errors, name=name, email=email)
