"""`/audit`: how often each organisation would be suggested, by sector and by size."""

from __future__ import annotations

from flask import Blueprint, render_template, request
from flask_babel import lazy_gettext

from matcher.services.audit_suggestions import SMALL_PLACES, TOP, audit_suggestions
from matcher.services.recipes import list_recipes
from matcher.wording.labels import sector_label
from webui import here

blueprint = Blueprint("audit", __name__, url_prefix="/audit")

MOST_ROWS = 1000
"""A table of more rows takes browsers seconds: then the most suggested ones are listed."""

SIZES = {
    "none": lazy_gettext("No collaborations"),
    "few": lazy_gettext("Few collaborations"),
    "many": lazy_gettext("Many collaborations"),
}
"""What the sizes are called."""


@blueprint.get("")
def show() -> str:
    """The tables, with the recipe in use or the one that the address names."""
    wanted = request.args.get("recipe") or None
    found = audit_suggestions(here.installation(), here.actor(), as_of=here.today(), recipe=wanted)
    return render_template(
        "audit/show.html",
        found=found,
        lines=found.lines[:MOST_ROWS],
        recipes=[
            each.name for each in list_recipes(here.installation(), here.actor()) if each.recipe
        ],
        top=TOP,
        small_places=SMALL_PLACES,
        sizes=SIZES,
        sector_label=sector_label,
    )
