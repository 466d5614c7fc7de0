"""`/maps/views`: views of the map that somebody keeps, to open again and to show at a meeting."""

from __future__ import annotations

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from matcher.errors import Refusal
from matcher.services import views as service
from webui import here
from webui.errors import field_errors, status_of
from webui.maps.answer import compact_answer, extra_asked
from webui.maps.files import FORMATS
from webui.maps.hidden import without
from webui.maps.kept_views import open_view, view_being_changed
from webui.maps.page import map_page, open_url
from webui.maps.saving import Sent, sent_view
from webui.maps.tabs import tabs
from webui.maps.taken_along import map_file
from webui.say import say

blueprint = Blueprint("views", __name__, url_prefix="/maps/views")


@blueprint.get("")
def index() -> str:
    """All views that are kept."""
    lines = service.list_views(here.installation(), here.actor())
    return render_template("views/index.html", lines=lines, tabs=tabs())


@blueprint.get("/<view_id>")
def show(view_id: str) -> ResponseReturnValue:
    """The map as the view keeps it."""
    opened = open_view(view_id)
    return map_page(opened.picture, opened.look, opened.kept)


@blueprint.get("/<view_id>/data")
def data(view_id: str) -> ResponseReturnValue:
    """What the picture of the view is drawn from."""
    opened = open_view(view_id)
    return compact_answer(opened.picture, opened.look, extra_asked(open_url()("")))


@blueprint.get(f"/<view_id>/network.<any({', '.join(FORMATS)}):ending>")
def download(view_id: str, ending: str) -> ResponseReturnValue:
    """The view as a file."""
    opened = open_view(view_id)
    text = opened.kept.text
    return map_file(without(opened.picture, text.hidden), opened.look, ending, text.title)


@blueprint.post("")
def create() -> ResponseReturnValue:
    """Keep the map as it is seen now as a new view."""
    return _save(None)


@blueprint.post("/<view_id>")
def update(view_id: str) -> ResponseReturnValue:
    """Keep the map as it is seen now in place of what the view was."""
    return _save(view_id)


@blueprint.post("/<view_id>/delete")
def delete(view_id: str) -> ResponseReturnValue:
    """Delete a view; its history can bring it back."""
    title = service.delete_view(here.installation(), here.actor(), view_id)
    flash(_("“%(title)s” has been deleted. It can be brought back here.", title=title), "success")
    return redirect(url_for("history.record", record="view", record_id=view_id), 303)


def _save(view_id: str | None) -> ResponseReturnValue:
    sent = sent_view(request.form)
    try:
        saved = service.save_view(
            here.installation(),
            here.actor(),
            sent.text,
            view_id=view_id,
            version=sent.version if view_id else None,
        )
    except Refusal as refusal:
        if refusal.code not in {"invalid", "conflict"}:
            raise
        return _again(sent, refusal), status_of(refusal)
    if saved.created:
        flash(_("The view is kept. You find it under “Saved views”."), "success")
    else:
        flash(
            _("Your changes are saved.") if saved.changed else _("Nothing was changed."), "success"
        )
    return redirect(url_for("views.show", view_id=saved.id), 303)


def _again(sent: Sent, refusal: Refusal) -> str:
    """The map with what was written, and what is wrong with it."""
    errors = field_errors(refusal) if "fields" in refusal.details else {}
    kept = view_being_changed(request.form.get("view", ""))
    return map_page(
        sent.picture,
        sent.look,
        kept,
        unsaved=sent.text,
        errors=errors or {"title": f"{say(refusal.text)} {say(refusal.hint)}"},
    )
