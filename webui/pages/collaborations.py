"""Collaborations: the list, one collaboration's page, and its form."""

from __future__ import annotations

from typing import cast, get_args

from flask import Blueprint, flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_babel import lazy_gettext

from matcher.services import collaborations as service
from matcher.services.collaborations import When
from matcher.services.collaborations.form import CHOICES, FIELDS, PARTICIPANT
from matcher.services.forms import Form, Saved
from matcher.wording.labels import AGREEMENTS, NOT_KNOWN
from webui import here
from webui.paging import asked_for, page_address, page_asked
from webui.record_forms import Filled, Shape, submitted, with_empty_rows
from webui.record_words import WORDS, labelled
from webui.say import say

blueprint = Blueprint("collaborations", __name__, url_prefix="/collaborations")

SHAPE = Shape(fields=FIELDS, choices=tuple(CHOICES), rows={"participants": PARTICIPANT})

WHEN = {
    "current": lazy_gettext("Going on now"),
    "expiring": lazy_gettext("Ending within half a year"),
    "planned": lazy_gettext("Yet to begin"),
    "past": lazy_gettext("Ended"),
}
"""What a collaboration may be looked for by, seen from today."""


@blueprint.get("")
def index() -> str:
    """Search, filters and the collaborations that fit."""
    asked = asked_for("text", "when", "agreement")
    found = service.list_collaborations(
        here.installation(),
        here.actor(),
        as_of=here.today(),
        text=asked["text"],
        when=cast(When, asked["when"] if asked["when"] in get_args(When) else ""),
        agreement=asked["agreement"],
        page=page_asked(),
    )
    return render_template(
        "collaborations/index.html",
        found=found,
        asked=asked,
        options={
            "when": [("", _("Any time")), *((code, str(label)) for code, label in WHEN.items())],
            "agreement": [
                ("", _("Any agreement")),
                *labelled(AGREEMENTS),
                ("unknown", say(NOT_KNOWN)),
            ],
        },
        address=page_address("collaborations.index", asked),
        **WORDS,
    )


@blueprint.get("/<collaboration_id>")
def show(collaboration_id: str) -> str:
    """One collaboration with its participants."""
    page = service.show_collaboration(
        here.installation(), here.actor(), collaboration_id, as_of=here.today()
    )
    return render_template("collaborations/show.html", page=page, **WORDS)


@blueprint.get("/new")
def new() -> str:
    """The form of a collaboration that is not there yet; `participant` in the address is in it."""
    return _form(None, None)


@blueprint.post("/new")
def create() -> ResponseReturnValue:
    """Add a collaboration."""

    def save(form: Form, _version: int) -> Saved:
        return service.save_collaboration(here.installation(), here.actor(), form)

    return submitted(SHAPE, render=lambda filled: _form(None, filled), save=save, done=_added)


@blueprint.get("/<collaboration_id>/edit")
def edit(collaboration_id: str) -> str:
    """The form of a collaboration."""
    return _form(collaboration_id, None)


@blueprint.post("/<collaboration_id>/edit")
def update(collaboration_id: str) -> ResponseReturnValue:
    """Change a collaboration."""

    def save(form: Form, version: int) -> Saved:
        return service.save_collaboration(
            here.installation(),
            here.actor(),
            form,
            collaboration_id=collaboration_id,
            version=version,
        )

    return submitted(
        SHAPE, render=lambda filled: _form(collaboration_id, filled), save=save, done=_changed
    )


@blueprint.post("/<collaboration_id>/delete")
def delete(collaboration_id: str) -> ResponseReturnValue:
    """Delete it; its history can bring it back."""
    title = service.delete_collaboration(here.installation(), here.actor(), collaboration_id)
    flash(_("%(name)s has been deleted. It can be brought back here.", name=title), "success")
    return redirect(url_for("history.collaboration", record_id=collaboration_id), 303)


def _form(collaboration_id: str | None, filled: Filled | None) -> str:
    page = service.edit_collaboration(
        here.installation(),
        here.actor(),
        collaboration_id,
        participant=asked_for("participant")["participant"],
    )
    if filled is None:
        filled = Filled(form=with_empty_rows(page.form, SHAPE), version=page.version)
    return render_template(
        "collaborations/form.html",
        collaboration_id=collaboration_id,
        page=page,
        filled=filled,
        agreement_options=[*labelled(AGREEMENTS), ("", say(NOT_KNOWN))],
        **WORDS,
    )


def _added(saved: Saved) -> tuple[str, str]:
    address = url_for("collaborations.show", collaboration_id=saved.id)
    return _("The collaboration has been added."), address


def _changed(saved: Saved) -> tuple[str, str]:
    text = _("Your changes are saved.") if saved.changed else _("Nothing was changed.")
    return text, url_for("collaborations.show", collaboration_id=saved.id)
