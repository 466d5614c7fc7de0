"""`/shortlists/…`: putting candidates on a shortlist, their order and notes."""

from __future__ import annotations

from collections.abc import Mapping

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from matcher.errors import Refusal
from matcher.services import shortlists as service
from matcher.services.organisations import show_organisation
from matcher.services.shortlists import Added, Heading
from webui import here
from webui.errors import field_errors, status_of
from webui.keeping import keeping
from webui.list_settings import settings
from webui.pages import suggestions
from webui.say import say
from webui.shortlist_page import shortlist_page, typed

blueprint = Blueprint("candidates", __name__, url_prefix="/shortlists")

MOVES = {"up": -1, "down": 1}


@blueprint.get("/add")
def choose() -> str:
    """The form that puts one organisation on a shortlist."""
    return _choose(request.args.get("organisation", ""), {})


@blueprint.post("/add")
def add() -> ResponseReturnValue:
    """Put an organisation on a shortlist, or on a new one; back to where it was chosen."""
    owner, candidate = request.form.get("for", ""), request.form.get("organisation", "")
    title = request.form.get("title", "")
    new = Heading(title=title, organisation=owner, organisation_id=owner)
    try:
        added = service.add_candidate(
            here.installation(),
            here.actor(),
            candidate,
            request.form.get("shortlist") or new,
            as_of=here.today(),
            listed=settings(request.form).options if owner else None,
        )
    except Refusal as refusal:
        if refusal.code != "invalid":
            raise
        errors = field_errors(refusal)
        page = suggestions.page(owner, errors) if owner else _choose(candidate, errors)
        return page, status_of(refusal)
    _tell(added)
    return _back(owner, added)


@blueprint.post("/<shortlist_id>/candidates")
def add_by_name(shortlist_id: str) -> ResponseReturnValue:
    """Put an organisation on it that is written by name."""
    who, chosen = request.form.get("candidate", ""), request.form.get("candidate_id", "")
    try:
        added = service.add_candidate(
            here.installation(),
            here.actor(),
            who,
            shortlist_id,
            as_of=here.today(),
            chosen=chosen,
        )
    except Refusal as refusal:
        if refusal.code not in {"invalid", "not_found", "ambiguous"}:
            raise
        wrong = {"candidate": " ".join(filter(None, (say(refusal.text), say(refusal.hint))))}
        sent = typed("candidate", {"candidate": who}, wrong, refusal)
        return shortlist_page(shortlist_id, sent), status_of(refusal)
    _tell(added)
    return _to(shortlist_id, added.candidate[0])


@blueprint.post("/<shortlist_id>/candidates/<organisation_id>/note")
def note(shortlist_id: str, organisation_id: str) -> ResponseReturnValue:
    """Write what is worth knowing of a candidate."""
    written = request.form.get(f"note-{organisation_id}", "")
    try:
        saved = service.change_note(
            here.installation(),
            here.actor(),
            shortlist_id,
            organisation_id,
            written,
            request.form.get(f"note-before-{organisation_id}", ""),
        )
    except Refusal as refusal:
        if "fields" not in refusal.details:
            raise
        wrong = {f"{at}-{organisation_id}": text for at, text in field_errors(refusal).items()}
        sent = typed(f"note-{organisation_id}", {"note": written}, wrong, refusal)
        return shortlist_page(shortlist_id, sent), status_of(refusal)
    flash(_("Your changes are saved.") if saved.changed else _("Nothing was changed."), "success")
    return _to(shortlist_id, organisation_id)


@blueprint.post("/<shortlist_id>/candidates/<organisation_id>/move/<any(up, down):where>")
def move(shortlist_id: str, organisation_id: str, where: str) -> ResponseReturnValue:
    """Move a candidate one place."""
    service.move_entry(
        here.installation(), here.actor(), shortlist_id, organisation_id, MOVES[where]
    )
    return _to(shortlist_id, organisation_id)


@blueprint.post("/<shortlist_id>/candidates/<organisation_id>/remove")
def remove(shortlist_id: str, organisation_id: str) -> ResponseReturnValue:
    """Take a candidate off the shortlist."""
    service.remove_entry(here.installation(), here.actor(), shortlist_id, organisation_id)
    flash(_("The candidate is off the shortlist. The history can bring it back."), "success")
    return _to(shortlist_id)


def _choose(organisation_id: str, errors: Mapping[str, str]) -> str:
    installation, actor = here.installation(), here.actor()
    organisation = show_organisation(installation, actor, organisation_id, as_of=here.today())
    return render_template(
        "shortlists/choose.html",
        organisation=organisation,
        keep=keeping("", _("New shortlist"), errors),
        errors=errors,
    )


def _tell(added: Added) -> None:
    names = {"name": added.candidate[1], "title": added.shortlist[1]}
    if added.new:
        flash(_("%(name)s is on the shortlist “%(title)s” now.", **names), "success")
    else:
        flash(_("%(name)s was on the shortlist “%(title)s” already.", **names), "info")


def _back(owner: str, added: Added) -> Response:
    if not owner:
        return _to(added.shortlist[0], added.candidate[0])
    address = url_for(
        "suggestions.show",
        organisation_id=owner,
        shortlist=added.shortlist[0],
        **settings(request.form).address,  # type: ignore[arg-type]
        _anchor=f"suggestion-{added.candidate[0]}",
    )
    return redirect(address, 303)


def _to(shortlist_id: str, candidate: str = "") -> Response:
    anchor = f"candidate-{candidate}" if candidate else None
    return redirect(url_for("shortlists.show", shortlist_id=shortlist_id, _anchor=anchor), 303)
