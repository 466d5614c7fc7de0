"""`/embed/<token>`: the map inside a page of another web site.

Browsers send no cookies into frames of other sites, so the token stands in every address, and a
session that is there all the same counts for nothing.
"""

from __future__ import annotations

from flask import Blueprint, g, render_template, request, url_for
from flask.typing import ResponseReturnValue

from matcher.errors import Refusal
from matcher.services import links
from matcher.services.views import show_view
from matcher.wording.labels import sector_label
from matcher.wording.message import message
from matcher.wording.say import LANGUAGES
from webui import here, security
from webui.errors import status_of
from webui.maps.answer import compact_answer
from webui.maps.asked import asked_for
from webui.maps.compact import Extra
from webui.maps.kept_views import look_of
from webui.maps.look import Look, read_look
from webui.maps.sheet import sheet
from webui.say import say

blueprint = Blueprint("embed", __name__, url_prefix="/embed")

MOST_ROWS = 1000
"""The table lists so many organisations; a larger map is for a page of its own."""


@blueprint.get("/<token>")
def show(token: str) -> ResponseReturnValue:
    """Map, legend and table, without menus; who may not see it any more is told so."""
    _speak()
    try:
        _enter(token)
        title = _title()
        picture = asked_for().picture
        drawn = sheet(
            here.installation(), here.actor(), picture, _look(), here.language(), title=title
        )
    except Refusal as refusal:
        return render_template("embed/refused.html", refusal=refusal, say=say), status_of(refusal)
    return render_template(
        "embed/show.html",
        sheet=drawn,
        nodes=picture.nodes[:MOST_ROWS],
        more=max(len(picture.nodes) - MOST_ROWS, 0),
        sector_label=sector_label,
        data_url=f"{url_for('embed.data', token=token)}?{request.query_string.decode('latin-1')}",
    )


@blueprint.get("/<token>/data")
def data(token: str) -> ResponseReturnValue:
    """What the picture is drawn from."""
    _speak()
    _enter(token)
    return compact_answer(asked_for().picture, _look(), Extra(marked=(), joins=(), open=""))


def _speak() -> None:
    """Answer in the language that the address asks for: there is no session to keep one."""
    asked = request.args.get("language")
    if asked in LANGUAGES:
        g.language = asked


def _enter(token: str) -> None:
    """Be the holder of the link for this request; Refusal (link_expired) as for other links."""
    security.allow_frames(links.sites_of(here.installation(), token))
    opened = links.look_up(here.installation(), token)
    if not opened.embedding:
        raise Refusal(
            "link_expired",
            message("This link is not for other web sites."),
            message("Ask the person who gave it to you for one that is."),
        )
    g.actor = links.holder_of(here.installation(), opened.id)


def _title() -> str | None:
    view = here.actor().subject_id
    return None if view is None else show_view(here.installation(), here.actor(), view).text.title


def _look() -> Look:
    """As the address asks, else as the saved view was kept."""
    asked = read_look(request.args)
    view = here.actor().subject_id
    if view is None or asked != Look():
        return asked
    return look_of(show_view(here.installation(), here.actor(), view))[0]
