"""`/organisations/<id>/introductions`: who can introduce an organisation to another."""

from __future__ import annotations

from flask import Blueprint, render_template
from flask.typing import ResponseReturnValue

from matcher.errors import Refusal
from matcher.services.show_introductions import show_introductions
from webui import here
from webui.errors import field_errors, status_of
from webui.paging import asked_for

blueprint = Blueprint("introductions", __name__, url_prefix="/organisations/<organisation_id>")


@blueprint.get("/introductions")
def show(organisation_id: str) -> ResponseReturnValue:
    """The best ways to the one that `to` names, as sentences to read aloud."""
    asked = asked_for("to", "to_id")
    try:
        return _page(organisation_id, asked["to"], asked["to_id"])
    except Refusal as refusal:
        if "fields" not in refusal.details:
            raise
        return _page(organisation_id, "", "", field_errors(refusal)), status_of(refusal)


def _page(organisation_id: str, to: str, chosen: str, errors: dict[str, str] | None = None) -> str:
    found = show_introductions(
        here.installation(),
        here.actor(),
        organisation_id,
        to,
        as_of=here.today(),
        chosen=chosen,
    )
    return render_template(
        "introductions/show.html",
        found=found,
        typed=asked_for("to")["to"],
        errors=errors or {},
    )
