"""Organisations: the list, one organisation's page, and its form."""

from __future__ import annotations

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from matcher.errors import Refusal
from matcher.services import organisations as service
from matcher.services.forms import Form, Saved
from matcher.services.organisations import KnownAreas, OrganisationFilter
from matcher.services.vocabularies import Vocabularies, list_terms
from matcher.wording.labels import NOT_KNOWN, SECTORS
from webui import here
from webui.errors import status_of
from webui.organisation_form import SHAPE, organisation_form
from webui.paging import asked_for, page_address, page_asked
from webui.record_forms import submitted
from webui.record_words import WORDS, labelled, term_options
from webui.say import say

blueprint = Blueprint("organisations", __name__, url_prefix="/organisations")


@blueprint.get("")
def index() -> str:
    """Search, filters and the organisations that fit."""
    asked = asked_for("text", "sector", "theme", "area")
    hidden = request.args.get("hidden") == "1"
    installation, actor = here.installation(), here.actor()
    found = service.search_organisations(
        installation, actor, OrganisationFilter(**asked, hidden=hidden), page=page_asked()
    )
    if hidden:
        asked["hidden"] = "1"
    return render_template(
        "organisations/index.html",
        found=found,
        asked=asked,
        options=_filters(found.areas, list_terms(installation, actor)),
        address=page_address("organisations.index", asked),
        **WORDS,
    )


@blueprint.get("/<organisation_id>")
def show(organisation_id: str) -> str:
    """One organisation with all that is known of it."""
    return _page(organisation_id)


@blueprint.get("/new")
def new() -> str:
    """The form of an organisation that is not there yet."""
    return organisation_form(None, None)


@blueprint.post("/new")
def create() -> ResponseReturnValue:
    """Add an organisation."""

    def save(form: Form, _version: int) -> Saved:
        return service.save_organisation(here.installation(), here.actor(), form)

    return submitted(
        SHAPE, render=lambda filled: organisation_form(None, filled), save=save, done=_added
    )


@blueprint.get("/<organisation_id>/edit")
def edit(organisation_id: str) -> str:
    """The form of an organisation."""
    return organisation_form(organisation_id, None)


@blueprint.post("/<organisation_id>/edit")
def update(organisation_id: str) -> ResponseReturnValue:
    """Change an organisation."""

    def save(form: Form, version: int) -> Saved:
        return service.save_organisation(
            here.installation(),
            here.actor(),
            form,
            organisation_id=organisation_id,
            version=version,
        )

    return submitted(
        SHAPE,
        render=lambda filled: organisation_form(organisation_id, filled),
        save=save,
        done=_changed,
    )


@blueprint.post("/<organisation_id>/hide")
def hide(organisation_id: str) -> ResponseReturnValue:
    """Leave it out of search, lists and suggestions, or take it back in."""
    hidden = request.form.get("hidden") == "1"
    service.hide_organisation(here.installation(), here.actor(), organisation_id, hidden=hidden)
    flash(_("The organisation is hidden.") if hidden else _("The organisation is shown again."))
    return redirect(url_for("organisations.show", organisation_id=organisation_id), 303)


@blueprint.post("/<organisation_id>/delete")
def delete(organisation_id: str) -> ResponseReturnValue:
    """Delete it, unless others refer to it; its history can bring it back."""
    try:
        name = service.delete_organisation(here.installation(), here.actor(), organisation_id)
    except Refusal as refusal:
        if refusal.code != "conflict":
            raise
        return _page(organisation_id, refusal), status_of(refusal)
    flash(_("%(name)s has been deleted. It can be brought back here.", name=name), "success")
    return redirect(url_for("history.organisation", record_id=organisation_id), 303)


def _page(organisation_id: str, refused: Refusal | None = None) -> str:
    page = service.show_organisation(
        here.installation(), here.actor(), organisation_id, as_of=here.today()
    )
    return render_template(
        "organisations/show.html", page=page, refused=refused, today=here.today(), **WORDS
    )


def _filters(areas: KnownAreas, terms: Vocabularies) -> dict[str, list[tuple[str, str]]]:
    """What each filter of the list offers."""
    places = [(name, name) for name in dict.fromkeys((*areas.municipalities, *areas.districts))]
    return {
        "sector": [("", _("All sectors")), *labelled(SECTORS), ("unknown", say(NOT_KNOWN))],
        "area": [("", _("All areas")), *places],
        "theme": [("", _("All themes")), *term_options(terms, "theme")],
    }


def _added(saved: Saved) -> tuple[str, str]:
    address = url_for("organisations.show", organisation_id=saved.id)
    return _("The organisation has been added."), address


def _changed(saved: Saved) -> tuple[str, str]:
    text = _("Your changes are saved.") if saved.changed else _("Nothing was changed.")
    return text, url_for("organisations.show", organisation_id=saved.id)
