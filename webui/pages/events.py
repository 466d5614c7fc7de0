"""`/events`: matching events, the form of one, and its page with all that leads further."""

from __future__ import annotations

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from matcher.services import events as service
from matcher.services.events.form import FIELDS
from matcher.services.forms import Form, Saved
from webui import here
from webui.event_page import event_page
from webui.event_words import clock, span
from webui.record_forms import Filled, Shape, submitted

blueprint = Blueprint("events", __name__, url_prefix="/events")
blueprint.add_app_template_filter(lambda at: clock(at, here.language()), "clock")
blueprint.add_app_template_filter(lambda times: span(times, here.language()), "span")

SHAPE = Shape(fields=FIELDS, choices=(), rows={})


@blueprint.get("")
def index() -> str:
    """The events to come, and those that have been."""
    coming, past = service.list_events(here.installation(), here.actor(), as_of=here.today())
    return render_template("events/index.html", coming=coming, past=past)


@blueprint.get("/new")
def new() -> str:
    """The form of a new event."""
    return _form(None, None)


@blueprint.post("/new")
def create() -> ResponseReturnValue:
    """Make an event."""

    def save(form: Form, _version: int) -> Saved:
        return service.save_event(here.installation(), here.actor(), form)

    return submitted(SHAPE, render=lambda filled: _form(None, filled), save=save, done=_made)


@blueprint.get("/<event_id>")
def show(event_id: str) -> str:
    """One event: who comes, how others sign up, what is planned."""
    return event_page(event_id)


@blueprint.get("/<event_id>/edit")
def edit(event_id: str) -> str:
    """The form of an event."""
    return _form(event_id, None)


@blueprint.post("/<event_id>/edit")
def update(event_id: str) -> ResponseReturnValue:
    """Change an event."""

    def save(form: Form, version: int) -> Saved:
        return service.save_event(
            here.installation(), here.actor(), form, event_id=event_id, version=version
        )

    return submitted(SHAPE, render=lambda filled: _form(event_id, filled), save=save, done=_changed)


@blueprint.post("/<event_id>/delete")
def delete(event_id: str) -> ResponseReturnValue:
    """Delete it; its history can bring it back."""
    title = service.delete_event(here.installation(), here.actor(), event_id)
    flash(_("“%(title)s” has been deleted. It can be brought back here.", title=title), "success")
    return redirect(url_for("history.record", record="event", record_id=event_id), 303)


@blueprint.post("/<event_id>/link")
def link(event_id: str) -> ResponseReturnValue:
    """Give it a link to sign up by."""
    service.make_link(here.installation(), here.actor(), event_id, as_of=here.today())
    flash(_("The link is ready. Send it, or print the poster with the QR code."), "success")
    return _back(event_id, "link")


@blueprint.post("/<event_id>/link/withdraw")
def withdraw_link(event_id: str) -> ResponseReturnValue:
    """Make the link open nothing any more."""
    service.withdraw_link(here.installation(), here.actor(), event_id)
    flash(_("The link has been withdrawn."), "success")
    return _back(event_id, "link")


@blueprint.post("/<event_id>/<any(close, open):what>")
def close(event_id: str, what: str) -> ResponseReturnValue:
    """Let nobody sign up by the link any more, or let them again."""
    closed = what == "close"
    service.close_signing_up(here.installation(), here.actor(), event_id, closed)
    flash(_("Signing up is closed.") if closed else _("Signing up is open."), "success")
    return _back(event_id, "link")


@blueprint.post("/<event_id>/never")
def never(event_id: str) -> ResponseReturnValue:
    """Say that two are never to meet here, or that they may."""
    apart = "together" not in request.form
    a, b = request.form.get("a", ""), request.form.get("b", "")
    service.keep_apart(here.installation(), here.actor(), event_id, a, b, apart)
    flash(_("They are kept apart from the next plan on.") if apart else _("They may meet."),
          "success")  # fmt: skip
    return _back(event_id, "never")


def _form(event_id: str | None, filled: Filled | None) -> str:
    page = service.edit_event(here.installation(), here.actor(), event_id)
    return render_template(
        "events/form.html",
        event_id=event_id,
        page=page,
        filled=filled or Filled(form=page.form, version=page.version),
    )


def _made(saved: Saved) -> tuple[str, str]:
    text = _("The event is ready. Now sign up those who come, or give them the link.")
    return text, url_for("events.show", event_id=saved.id)


def _changed(saved: Saved) -> tuple[str, str]:
    text = _("Your changes are saved.") if saved.changed else _("Nothing was changed.")
    return text, url_for("events.show", event_id=saved.id)


def _back(event_id: str, anchor: str) -> ResponseReturnValue:
    return redirect(url_for("events.show", event_id=event_id, _anchor=anchor), 303)
