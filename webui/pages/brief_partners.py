"""`/briefs/…`: partners for an idea on a shortlist: one, the best five, or a whole consortium."""

from __future__ import annotations

from flask import Blueprint, flash, redirect, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from matcher.errors import Refusal
from matcher.exchange.brief_text import BriefText
from matcher.services.brief_forms import read_brief_form
from matcher.services.briefs import show_brief
from matcher.services.shortlists import (
    Added,
    Heading,
    add_candidate,
    make_from_brief,
    make_of_members,
)
from webui import here
from webui.brief_forms import carried_idea
from webui.brief_pages import brief_page, faulty, found_page, to_partners
from webui.errors import field_errors, status_of
from webui.list_settings import settings

blueprint = Blueprint("brief_partners", __name__, url_prefix="/briefs")

BEST = 5
"""How many of the best make a shortlist."""


@blueprint.post("/new/candidates")
def keep_for_new() -> ResponseReturnValue:
    """Put somebody on a shortlist for an idea that is not kept; back to the list."""
    form = carried_idea()
    try:
        text = read_brief_form(here.installation(), form, as_of=here.today())
    except Refusal as refusal:
        return faulty(form, refusal)
    try:
        added = _add(text)
    except Refusal as refusal:
        _raise_unless_heading(refusal)
        return found_page(form, text, field_errors(refusal)), status_of(refusal)
    return to_partners(form, text, **_back(added))


@blueprint.post("/<brief_id>/candidates")
def keep(brief_id: str) -> ResponseReturnValue:
    """Put somebody on a shortlist for an idea; back to the list."""
    view = show_brief(here.installation(), here.actor(), brief_id)
    try:
        added = _add(view.text, brief_id)
    except Refusal as refusal:
        _raise_unless_heading(refusal)
        return brief_page(brief_id, field_errors(refusal)), status_of(refusal)
    wanted = settings(request.form).address
    address = url_for("briefs.show", brief_id=brief_id, **wanted, **_back(added))  # type: ignore[arg-type]
    return redirect(address, 303)


@blueprint.post("/<brief_id>/shortlist")
def keep_best(brief_id: str) -> ResponseReturnValue:
    """Make a shortlist of the best for an idea, as its list is asked for."""
    made = make_from_brief(
        here.installation(),
        here.actor(),
        brief_id,
        as_of=here.today(),
        **{**settings(request.form).options, "top": BEST},
    )
    return _made(made)


@blueprint.post("/<brief_id>/consortium/shortlist")
def keep_members(brief_id: str) -> ResponseReturnValue:
    """Make a shortlist of the new members of a consortium."""
    made = make_of_members(
        here.installation(),
        here.actor(),
        brief_id,
        request.form.getlist("organisation"),
        as_of=here.today(),
    )
    return _made(made)


def _made(shortlist_id: str) -> ResponseReturnValue:
    flash(_("The shortlist is ready. Note how it goes with each."), "success")
    return redirect(url_for("shortlists.show", shortlist_id=shortlist_id), 303)


def _add(text: BriefText, saved: str | None = None) -> Added:
    """Put the one that was chosen on the shortlist that was chosen, and tell."""
    owner = text.asker or ""
    new = Heading(title=request.form.get("title", ""), organisation=owner, organisation_id=owner)
    added = add_candidate(
        here.installation(),
        here.actor(),
        request.form.get("organisation", ""),
        request.form.get("shortlist") or new,
        as_of=here.today(),
        brief=text,
        saved=saved,
        listed=settings(request.form).options,
    )
    names = {"name": added.candidate[1], "title": added.shortlist[1]}
    if added.new:
        flash(_("%(name)s is on the shortlist “%(title)s” now.", **names), "success")
    else:
        flash(_("%(name)s was on the shortlist “%(title)s” already.", **names), "info")
    return added


def _back(added: Added) -> dict[str, str]:
    return {
        "shortlist": added.shortlist[0],
        "_anchor": f"suggestion-{added.candidate[0]}",
    }


def _raise_unless_heading(refusal: Refusal) -> None:
    """A title that is missing is said at its field; other refusals are pages of their own."""
    if refusal.code != "invalid" or "fields" not in refusal.details:
        raise refusal
