"""Ideas: what somebody looks for, written in a form of one screen; kept, copied, deleted."""

from __future__ import annotations

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from matcher.errors import Refusal
from matcher.services import briefs as service
from matcher.services.brief_forms import read_brief_form
from matcher.services.forms import Form, Saved
from webui import here
from webui.brief_forms import SHAPE, filled_from, idea_form, sent_idea
from webui.brief_pages import NEW, brief_page, faulty, looking_page, to_partners
from webui.consortium_page import consortium_page
from webui.list_settings import settings
from webui.record_forms import Filled, rearranged, submitted

blueprint = Blueprint("briefs", __name__, url_prefix="/briefs")


@blueprint.get("")
def index() -> str:
    """All ideas that are kept."""
    lines = service.list_briefs(here.installation(), here.actor())
    return render_template("briefs/index.html", lines=lines)


@blueprint.get("/new")
def new() -> ResponseReturnValue:
    """The form; partners for what the address says, which can be kept as a bookmark."""
    return looking_page(sent_idea())


@blueprint.post("/new")
def find() -> ResponseReturnValue:
    """Find partners for what was written, without keeping it."""
    form = sent_idea()
    if other := rearranged(form, SHAPE):
        return idea_form(NEW, other)
    try:
        text = read_brief_form(here.installation(), form, as_of=here.today())
    except Refusal as refusal:
        return faulty(form, refusal)
    return to_partners(form, text, _anchor="partners")


@blueprint.post("")
def create() -> ResponseReturnValue:
    """Keep an idea."""

    def save(form: Form, _version: int) -> Saved:
        return _saved(form)

    return submitted(SHAPE, render=lambda filled: idea_form(NEW, filled), save=save, done=_kept)


@blueprint.get("/<brief_id>")
def show(brief_id: str) -> str:
    """An idea that is kept, with partners for it."""
    return brief_page(brief_id)


@blueprint.get("/<brief_id>/edit")
def edit(brief_id: str) -> str:
    """The form of an idea that is kept."""
    view = service.show_brief(here.installation(), here.actor(), brief_id)
    return _form(brief_id, filled_from(view))


@blueprint.post("/<brief_id>/edit")
def update(brief_id: str) -> ResponseReturnValue:
    """Change an idea."""

    def save(form: Form, version: int) -> Saved:
        return _saved(form, brief_id, version)

    return submitted(SHAPE, render=lambda filled: _form(brief_id, filled), save=save, done=_changed)


@blueprint.get("/<brief_id>/consortium")
def consortium(brief_id: str) -> ResponseReturnValue:
    """The partners that together cover an idea, with what nobody covers."""
    return consortium_page(brief_id)


@blueprint.post("/<brief_id>/copy")
def copy(brief_id: str) -> ResponseReturnValue:
    """Keep an idea once more, and go on to change the copy."""
    made = service.copy_brief(here.installation(), here.actor(), brief_id, language=here.language())
    flash(_("This is the copy. Change what is different."), "success")
    return redirect(url_for("briefs.edit", brief_id=made.id), 303)


@blueprint.post("/<brief_id>/delete")
def delete(brief_id: str) -> ResponseReturnValue:
    """Delete an idea; its history can bring it back."""
    title = service.delete_brief(here.installation(), here.actor(), brief_id)
    flash(_("“%(title)s” has been deleted. It can be brought back here.", title=title), "success")
    return redirect(url_for("history.record", record="brief", record_id=brief_id), 303)


def _saved(form: Form, brief_id: str | None = None, version: int | None = None) -> Saved:
    text = read_brief_form(here.installation(), form, as_of=here.today(), titled=True)
    try:
        return service.save_brief(
            here.installation(), here.actor(), text, brief_id=brief_id, version=version
        )
    except Refusal as refusal:
        if refusal.code == "conflict":  # what was typed stays; somebody else's is on its page
            refusal.details["form"] = form
        raise


def _form(brief_id: str, filled: Filled) -> str:
    view = service.show_brief(here.installation(), here.actor(), brief_id)
    return idea_form(NEW, filled, view=view)


def _kept(saved: Saved) -> tuple[str, str]:
    address = settings(request.form).address
    return _("The idea is kept."), url_for("briefs.show", brief_id=saved.id, **address)  # type: ignore[arg-type]


def _changed(saved: Saved) -> tuple[str, str]:
    text = _("Your changes are saved.") if saved.changed else _("Nothing was changed.")
    return text, url_for("briefs.show", brief_id=saved.id)
