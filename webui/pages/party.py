"""`/with/<token>`: what a party is asked for, without an account."""

from __future__ import annotations

from flask import Blueprint, render_template

from webui.party import enter

blueprint = Blueprint("party", __name__, url_prefix="/with/<token>")


@blueprint.get("")
def show(token: str) -> str:
    """What there is to do, and what has been done."""
    return render_template("party/show.html", token=token, party=enter(token))
