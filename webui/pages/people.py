"""Giving people access: who has it, what they may do, and taking it back."""

from __future__ import annotations

from collections.abc import Callable

from flask import Blueprint, flash, redirect, render_template, request, session, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_babel import lazy_gettext

from matcher.errors import Refusal
from matcher.services import people as service
from matcher.services.access import Actor
from matcher.services.installation import Installation
from webui import addresses, here
from webui.errors import field_errors, status_of
from webui.say import say

blueprint = Blueprint("people", __name__, url_prefix="/people")

ROLES = (
    ("reader", lazy_gettext("Reader: sees everything but protected fields")),
    ("editor", lazy_gettext("Editor: also changes records and imports")),
    ("administrator", lazy_gettext("Administrator: also gives access")),
)
"""What each role is called where one is chosen."""

ROLE_NAMES = {
    "reader": lazy_gettext("Reader"),
    "editor": lazy_gettext("Editor"),
    "administrator": lazy_gettext("Administrator"),
}

STATES = {
    "active": (lazy_gettext("Active"), "success"),
    "invited": (lazy_gettext("Invited"), "info"),
    "waiting": (lazy_gettext("Link expired"), "warning"),
    "deactivated": (lazy_gettext("Deactivated"), "error"),
}
"""What the state of an account is called, and how its badge looks."""

_SHOWN_ONCE = "new_sign_in_link"


@blueprint.app_context_processor
def _words() -> dict[str, object]:
    return {"role_names": ROLE_NAMES, "account_states": STATES}


@blueprint.get("")
def index() -> ResponseReturnValue:
    """Everybody with an account, and the form that invites somebody."""
    return _index({})


@blueprint.post("")
def invite() -> ResponseReturnValue:
    """Give somebody an account; the next page shows their link, once."""
    email, role = request.form.get("email", ""), request.form.get("role", "")
    try:
        invited = service.invite(here.installation(), here.actor(), email=email, role=role)
    except Refusal as refusal:
        if refusal.code != "invalid":
            raise
        return _index(field_errors(refusal), email=email, role=role), status_of(refusal)
    return _show_once(invited)


@blueprint.get("/<user_id>")
def show(user_id: str) -> ResponseReturnValue:
    """One person and what can be done."""
    person = service.show_person(here.installation(), here.actor(), user_id)
    return render_template("people/show.html", person=person, roles=ROLES)


@blueprint.get("/<user_id>/link")
def link(user_id: str) -> ResponseReturnValue:
    """The link that was just made; shown once, since only its hash is kept."""
    shown = session.pop(_SHOWN_ONCE, None)
    if shown is None or shown["id"] != user_id:
        return redirect(url_for("people.show", user_id=user_id), 303)
    person = service.show_person(here.installation(), here.actor(), user_id)
    days = here.installation().settings.link_days
    return render_template(
        "people/link.html", person=person, address=addresses.shared(shown["path"]), days=days
    )


@blueprint.post("/<user_id>/link")
def renew(user_id: str) -> ResponseReturnValue:
    """A new one-time link for a person who has none that works, or forgot the password."""
    return _show_once(service.renew_link(here.installation(), here.actor(), user_id))


@blueprint.post("/<user_id>/role")
def change_role(user_id: str) -> ResponseReturnValue:
    """Let them do more or less."""

    def change(installation: Installation, actor: Actor, user_id: str) -> None:
        service.change_role(installation, actor, user_id, request.form.get("role", ""))

    return _change(user_id, change, _("The role has been changed."))


@blueprint.post("/<user_id>/deactivate")
def deactivate(user_id: str) -> ResponseReturnValue:
    """Take their access back."""
    return _change(user_id, service.deactivate, _("The account has been deactivated."))


@blueprint.post("/<user_id>/activate")
def activate(user_id: str) -> ResponseReturnValue:
    """Let them in again."""
    return _change(user_id, service.activate, _("The account is active again."))


@blueprint.post("/<user_id>/end-sessions")
def end_sessions(user_id: str) -> ResponseReturnValue:
    """Sign them out everywhere."""
    return _change(user_id, service.end_sessions, _("They have been signed out everywhere."))


def _change(
    user_id: str, change: Callable[[Installation, Actor, str], None], done: str
) -> ResponseReturnValue:
    try:
        change(here.installation(), here.actor(), user_id)
    except Refusal as refusal:
        if refusal.code not in {"conflict", "invalid"}:
            raise
        person = service.show_person(here.installation(), here.actor(), user_id)
        refused = f"{say(refusal.text)} {say(refusal.hint)}".strip()
        page = render_template("people/show.html", person=person, roles=ROLES, refused=refused)
        return page, status_of(refusal)
    flash(done, "success")
    if user_id == here.actor().id:  # they may have changed what they may do themselves
        return redirect(url_for("home.show"), 303)
    return redirect(url_for("people.show", user_id=user_id), 303)


def _show_once(invited: service.Invited) -> ResponseReturnValue:
    session[_SHOWN_ONCE] = {"id": invited.person.id, "path": invited.path}
    return redirect(url_for("people.link", user_id=invited.person.id), 303)


def _index(errors: dict[str, str], *, email: str = "", role: str = "reader") -> str:
    people = service.list_people(here.installation(), here.actor())
    return render_template(
        "people/index.html", people=people, roles=ROLES, errors=errors, email=email, role=role
    )
