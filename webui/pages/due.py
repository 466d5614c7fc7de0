"""`/due`: what the signed-in person is to do, and for editors what everybody is to do."""

from __future__ import annotations

from flask import Blueprint, render_template, request

from matcher.services.due import may_see_everybodys, show_due
from webui import here

blueprint = Blueprint("due", __name__)

EVERYBODY = "everybody"


@blueprint.get("/due")
def show() -> str:
    """Overdue, within a week and later, each with where it is done."""
    may_see_all = may_see_everybodys(here.actor())
    everybody = may_see_all and request.args.get("whose") == EVERYBODY
    due = show_due(here.installation(), here.actor(), here.today(), everybody=everybody)
    return render_template("due/show.html", due=due, everybody=everybody, may_see_all=may_see_all)
