"""`/maps`: the network as a picture and as a table, narrowed and taken along."""

from __future__ import annotations

from flask import Blueprint, flash, redirect, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from matcher.services.arrange_map import rearrange_map
from webui import here
from webui.maps.answer import compact_answer, extra_asked
from webui.maps.asked import asked_for
from webui.maps.files import FORMATS
from webui.maps.kept_views import view_being_changed
from webui.maps.look import read_look
from webui.maps.page import map_page, open_url
from webui.maps.taken_along import map_file

blueprint = Blueprint("maps", __name__, url_prefix="/maps")


@blueprint.get("")
def show() -> ResponseReturnValue:
    """The map, its legend and the tables below it."""
    kept = view_being_changed(request.args.get("view", ""))
    return map_page(asked_for().picture, read_look(request.args), kept)


@blueprint.get("/data")
def data() -> ResponseReturnValue:
    """What the picture is drawn from; an answer that the browser has is not sent again."""
    picture = asked_for().picture
    return compact_answer(picture, read_look(request.args), extra_asked(open_url()("")))


@blueprint.get(f"/network.<any({', '.join(FORMATS)}):ending>")
def download(ending: str) -> ResponseReturnValue:
    """The same map as a file (webui/maps/files.py)."""
    return map_file(asked_for().picture, read_look(request.args), ending)


@blueprint.post("/rearrange")
def rearrange() -> ResponseReturnValue:
    """Lay the whole network out anew, and go back to the part of it that was shown."""
    rearrange_map(here.installation(), here.actor())
    if request.accept_mimetypes.best == "application/json":  # the page moves everybody itself
        return "", 204
    flash(_("The map has been drawn anew."), "success")
    asked = request.query_string.decode("latin-1")
    return redirect(f"{url_for('maps.show')}?{asked}" if asked else url_for("maps.show"), 303)
