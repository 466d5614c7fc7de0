"""`/maps/place`: the network on a geographic map, the outlines of areas, and background tiles."""

from __future__ import annotations

import gzip
import json
from base64 import b64decode
from typing import Any

from flask import (
    Blueprint,
    Response,
    flash,
    make_response,
    redirect,
    render_template,
    request,
    url_for,
)
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_babel import ngettext

from matcher.errors import Refusal
from matcher.exchange import geojson
from matcher.exchange.source import Source
from matcher.services.boundaries import (
    BoundariesRead,
    BoundaryOptions,
    import_boundaries,
    remove_boundaries,
    show_boundaries,
)
from matcher.services.fetch_tile import fetch_tile
from webui import here
from webui.documents.place_poster import place_poster
from webui.errors import status_of
from webui.maps.place_data import place_data
from webui.maps.place_page import asked_place, place_page
from webui.say import say

blueprint = Blueprint("place", __name__, url_prefix="/maps")

FAULTS_SHOWN = 5
TILE_SECONDS = 24 * 3600
_BLANK = b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mNkYAAAAAYAAjCB0C8AAAAASUVORK5CYII="
)
"""A picture of one transparent point."""


@blueprint.get("/place")
def show() -> ResponseReturnValue:
    """The map, its legend and the tables below it."""
    return place_page(asked_place())


@blueprint.get("/place/data")
def data() -> ResponseReturnValue:
    """What the picture is drawn from."""
    asked = asked_place()
    told = place_data(asked.picture, asked.place, asked.styled, here.language())
    body = json.dumps(told, ensure_ascii=False, separators=(",", ":"), allow_nan=False).encode()
    packed = request.accept_encodings["gzip"] > 0
    answer = Response(gzip.compress(body, mtime=0) if packed else body, mimetype="application/json")
    if packed:
        answer.content_encoding = "gzip"
    answer.vary.add("Accept-Encoding")
    answer.add_etag()
    return answer.make_conditional(request)


@blueprint.get("/place/network.<any(geojson, png):ending>")
def download(ending: str) -> ResponseReturnValue:
    """The same map as a file."""
    asked = asked_place()
    if ending == "png":
        answer = make_response(place_poster(asked.sheet, asked.place))
        answer.headers["Content-Type"] = "image/png"
    else:
        answer = make_response(geojson.write(asked.picture, asked.place, here.language()))
        answer.headers["Content-Type"] = "application/geo+json"
    name = f"{_('network-by-place')}-{asked.picture.as_of.isoformat()}.{ending}"
    answer.headers.set("Content-Disposition", "attachment", filename=name)
    return answer


@blueprint.get("/tiles/<int:z>/<int:x>/<int:y>.png")
def tile(z: int, x: int, y: int) -> ResponseReturnValue:
    """A piece of the background; a transparent one where there is none to be had."""
    found = fetch_tile(here.installation(), here.actor(), z, x, y)
    answer = make_response(_BLANK if found is None else found.data)
    answer.headers["Content-Type"] = "image/png" if found is None else found.type
    kept = "no-store" if found is None else f"private, max-age={TILE_SECONDS}"
    answer.headers["Cache-Control"] = kept
    return answer


@blueprint.get("/boundaries")
def boundaries() -> ResponseReturnValue:
    """Which areas have an outline, and the form that takes a file of them."""
    return _boundaries({}, {})


@blueprint.post("/boundaries")
def take_boundaries() -> ResponseReturnValue:
    """Read a file of outlines."""
    said = {key: request.form.get(key, "").strip() for key in ("level", "municipality")}
    said |= {key: request.form.get(key, "").strip() for key in ("name_field", "source")}
    file = request.files.get("file")
    if file is None or not file.filename:
        return _boundaries({"file": _("Choose a file.")}, said), 422
    source = Source(name=file.filename[:200], data=file.read(), uploaded=True)
    try:
        done = import_boundaries(here.installation(), here.actor(), source, BoundaryOptions(**said))
    except Refusal as refusal:
        if refusal.code not in {"unreadable", "too_large", "invalid"}:
            raise
        field = "name_field" if refusal.details.get("fields") else "file"
        text = f"{say(refusal.text)} {say(refusal.hint)}".strip()
        return _boundaries({field: text}, said), status_of(refusal)
    _tell(done)
    return redirect(url_for("place.boundaries"), 303)


@blueprint.post("/boundaries/remove")
def drop_boundaries() -> ResponseReturnValue:
    """Take away the outlines of a level."""
    level, municipality = request.form.get("level", ""), request.form.get("municipality", "")
    gone = remove_boundaries(here.installation(), here.actor(), level, municipality)
    flash(
        ngettext("%(num)s boundary was removed.", "%(num)s boundaries were removed.", gone),
        "success",
    )
    return redirect(url_for("place.boundaries"), 303)


def _boundaries(errors: dict[str, str], said: dict[str, str]) -> str:
    installation = here.installation()
    return render_template(
        "place/boundaries.html",
        areas=show_boundaries(installation, here.actor(), as_of=here.today()),
        errors=errors,
        said=said,
        megabytes=installation.settings.upload_megabytes,
        levels=[("municipality", _("Municipalities")), ("district", _("Districts"))],
    )


def _tell(done: BoundariesRead) -> None:
    counts: dict[str, Any] = {
        "new": ngettext("%(num)s boundary is new", "%(num)s boundaries are new", len(done.created)),
        "other": ngettext("%(num)s is changed", "%(num)s are changed", len(done.updated)),
        "same": ngettext("%(num)s is as it was", "%(num)s are as they were", len(done.unchanged)),
    }
    flash(_("%(new)s, %(other)s, %(same)s.", **counts), "success")
    for each in done.faulty[:FAULTS_SHOWN]:
        flash(
            _(
                "Area %(number)s in the file (%(name)s) was left out: %(why)s",
                number=each.number,
                name=each.name or "–",
                why=say(each.reason),
            ),
            "warning",
        )
    more = len(done.faulty) - FAULTS_SHOWN
    if more > 0:
        flash(
            ngettext("%(num)s more was left out.", "%(num)s more were left out.", more), "warning"
        )
