"""`/…/verdicts/<candidate>`: what people say of a suggestion, for an organisation or a brief."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_babel import lazy_gettext

from matcher.errors import Refusal
from matcher.services import verdicts as service
from matcher.services.briefs import show_brief
from matcher.services.organisations import show_organisation
from matcher.services.verdicts import LEFT_OUT, list_verdicts
from matcher.wording.labels import VERDICTS, WHY_NOT
from webui import addresses, here
from webui.errors import field_errors, status_of

blueprint = Blueprint("verdicts", __name__)

_FOR_AN_ORGANISATION = "/organisations/<asker>/verdicts/<candidate>"
_FOR_A_BRIEF = "/briefs/<brief>/verdicts/<candidate>"

BADGES = {"relevant": "success", "not_relevant": "error", "in_touch": "info"}
"""How the badge of a verdict looks; those not named are plain."""

TOLD = {
    "relevant": lazy_gettext("%(name)s is marked as relevant."),
    "not_relevant": lazy_gettext("%(name)s is left out from now on: not relevant."),
    "in_touch": lazy_gettext("%(name)s is left out from now on: you are in touch already."),
    "hide": lazy_gettext("%(name)s is left out from now on."),
}
"""What one is told when a verdict has been given."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Owner:
    """Whom a verdict is given for, what they are called, and their page."""

    asker: str | None
    brief: str | None
    name: str
    page: str


@blueprint.app_context_processor
def _words() -> dict[str, object]:
    return {"verdict_labels": VERDICTS, "why_not": WHY_NOT, "verdict_badges": BADGES}


@blueprint.get(_FOR_AN_ORGANISATION)
@blueprint.get(_FOR_A_BRIEF)
def show(candidate: str, asker: str | None = None, brief: str | None = None) -> str:
    """The form for one candidate, on a page of its own."""
    return _page(_owner(asker, brief), candidate, {})


@blueprint.post(_FOR_AN_ORGANISATION)
@blueprint.post(_FOR_A_BRIEF)
def give(candidate: str, asker: str | None = None, brief: str | None = None) -> ResponseReturnValue:
    """Give a verdict; back to where it was given."""
    owner, verdict = _owner(asker, brief), request.form.get("verdict", "")
    try:
        service.give_verdict(
            here.installation(),
            here.actor(),
            asker=asker,
            brief=brief,
            candidate=candidate,
            verdict=verdict,
            reason=request.form.get(f"reason-{candidate}"),
            note=request.form.get(f"note-{candidate}"),
        )
    except Refusal as refusal:
        if "fields" not in refusal.details:
            raise
        wrong = {f"{at}-{candidate}": text for at, text in field_errors(refusal).items()}
        return _page(owner, candidate, wrong), status_of(refusal)
    flash(str(TOLD[verdict]) % {"name": _name(candidate)}, "success")
    anchor = "" if verdict in LEFT_OUT else f"#suggestion-{candidate}"
    return redirect(_back(owner) + anchor, 303)


@blueprint.post(f"{_FOR_AN_ORGANISATION}/take-back")
@blueprint.post(f"{_FOR_A_BRIEF}/take-back")
def take_back(
    candidate: str, asker: str | None = None, brief: str | None = None
) -> ResponseReturnValue:
    """Forget the verdict; back to where it stood."""
    owner = _owner(asker, brief)
    service.take_back_verdict(
        here.installation(), here.actor(), asker=asker, brief=brief, candidate=candidate
    )
    flash(_("What was said of %(name)s has been taken back.", name=_name(candidate)), "success")
    return redirect(_back(owner), 303)


def _page(owner: Owner, candidate: str, errors: Mapping[str, str]) -> str:
    said = list_verdicts(
        here.installation(), here.actor(), asker=owner.asker, brief=owner.brief
    ).get(candidate)
    return render_template(
        "verdicts/show.html",
        owner=owner,
        candidate=candidate,
        name=_name(candidate),
        verdict=said,
        back=request.values.get("back", ""),
        back_url=_back(owner),
        errors=errors,
    )


def _owner(asker: str | None, brief: str | None) -> Owner:
    """Refusal (not_found) when there is no such organisation or brief."""
    if brief is not None:
        title = show_brief(here.installation(), here.actor(), brief).title
        page = addresses.own_path(f"/briefs/{brief}") or url_for("home.show")
        return Owner(asker=None, brief=brief, name=title, page=page)
    page = url_for("suggestions.show", organisation_id=asker or "")
    return Owner(asker=asker, brief=None, name=_name(asker or ""), page=page)


def _name(organisation_id: str) -> str:
    found = show_organisation(
        here.installation(), here.actor(), organisation_id, as_of=here.today()
    )
    return found.name


def _back(owner: Owner) -> str:
    return addresses.own_path(request.values.get("back")) or owner.page
