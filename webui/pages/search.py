"""What appears while somebody types the name of an organisation."""

from __future__ import annotations

from flask import Blueprint, render_template, request

from matcher.services.organisations import complete_organisation
from webui import here
from webui.paging import asked_for

blueprint = Blueprint("search", __name__)


@blueprint.get("/search")
def options() -> str:
    """The organisations that a text may mean, as the options of a list.

    The text is in the parameter that `field` names, by default "text"; with `open` set, choosing
    an option opens its page.
    """
    field = request.args.get("field", "text")
    text = asked_for(field)[field]
    return render_template(
        "search/options.html",
        found=complete_organisation(here.installation(), here.actor(), text),
        opens=request.args.get("open") == "1",
    )
