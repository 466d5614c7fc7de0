"""`/`: what one can do next, the numbers of the network, and what ends soon."""

from __future__ import annotations

from flask import Blueprint, redirect, render_template
from flask.typing import ResponseReturnValue

from matcher.services.overview import show_overview
from webui import addresses, here, identity

blueprint = Blueprint("home", __name__)


@blueprint.get("/")
def show() -> ResponseReturnValue:
    """The overview; holders of a link and strangers are led to where they may be."""
    actor = here.actor()
    if actor.role == "nobody" and (lost := identity.lost_link()):
        raise lost
    if actor.role in {"nobody", "link"}:
        return redirect(addresses.start(actor), 303)
    overview = show_overview(here.installation(), actor, here.today())
    return render_template("home/show.html", overview=overview)
