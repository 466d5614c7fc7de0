"""Choosing the language of the pages."""

from __future__ import annotations

from flask import Blueprint, abort, redirect, request
from flask.typing import ResponseReturnValue

from matcher.services.account import choose_language
from matcher.wording.say import LANGUAGES
from webui import addresses, here, identity, languages

blueprint = Blueprint("languages", __name__)


@blueprint.post("/language/<code>")
def choose(code: str) -> ResponseReturnValue:
    """Keep the language for this session, and with the account of who is signed in."""
    if code not in LANGUAGES:
        abort(404)
    languages.choose(code)
    if identity.person() is not None:
        choose_language(here.installation(), here.actor(), code)
    back = addresses.own_path(request.form.get("next"))
    return redirect(back or addresses.start(here.actor()), 303)
