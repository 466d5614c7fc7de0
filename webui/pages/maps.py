"""`/maps`: the network as a picture and as a table, narrowed and taken along."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from flask import Blueprint, Response, jsonify, make_response, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_babel import lazy_gettext

from matcher.exchange import gexf, graphml, map_json
from matcher.network.picture import MapNode
from matcher.services.access import may
from matcher.services.map_choices import map_choices
from matcher.services.map_view import KEYS
from matcher.wording.labels import sector_label
from webui import here
from webui.maps import adapter
from webui.maps.asked import asked_for
from webui.maps.forms import choices
from webui.maps.look import legend
from webui.maps.standalone import standalone
from webui.maps.tabs import tabs
from webui.maps.words import tie_kinds

blueprint = Blueprint("maps", __name__, url_prefix="/maps")

MOST_ROWS = 1000
"""A table of more rows takes browsers seconds: then the best-tied organisations are listed."""

DOWNLOADS = (
    ("html", lazy_gettext("Map as a web page that opens without Samspil")),
    ("gexf", lazy_gettext("GEXF, for Gephi")),
    ("graphml", lazy_gettext("GraphML")),
    ("json", lazy_gettext("JSON")),
)
_TYPES = {
    "html": "text/html; charset=utf-8",
    "gexf": "application/gexf+xml",
    "graphml": "application/graphml+xml",
    "json": "application/json",
}


@blueprint.get("")
def show() -> ResponseReturnValue:
    """The map, its legend and the tables below it."""
    asked = asked_for()
    picture, conditions = asked.picture, asked.conditions
    open_url = _address()
    available = map_choices(here.installation(), here.actor(), as_of=here.today())
    return render_template(
        "maps/show.html",
        picture=picture,
        centre=asked.centre,
        asked={key: conditions.get(key, "") for key in (*KEYS, "around", "steps")},
        entries=legend([node.sector for node in picture.nodes]),
        rows=_best_tied(picture.nodes),
        ties=picture.ties[:MOST_ROWS],
        names={node.id: node.name for node in picture.nodes},
        data_url=_narrowed("maps.data", conditions),
        download_url=lambda ending: _narrowed("maps.download", {**conditions, "ending": ending}),
        downloads=DOWNLOADS,
        open_url=open_url,
        import_url=_import_url(),
        sector_label=sector_label,
        tabs=tabs(),
        tie_kinds=tie_kinds,
        **choices(available, here.today()),
    )


@blueprint.get("/data")
def data() -> ResponseReturnValue:
    """What the picture is drawn from; an answer that the browser has is not sent again."""
    picture = asked_for().picture
    answer: Response = jsonify(adapter.data(picture, here.language(), _address()))
    answer.add_etag()
    return answer.make_conditional(request)


@blueprint.get("/network.<any(html, gexf, graphml, json):ending>")
def download(ending: str) -> ResponseReturnValue:
    """The same map as a file."""
    picture = asked_for().picture
    writers: dict[str, Callable[[], str | bytes]] = {
        "html": lambda: standalone(picture, here.language()),
        "gexf": lambda: gexf.write(picture),
        "graphml": lambda: graphml.write(picture),
        "json": lambda: map_json.write(picture, here.language()),
    }
    answer = make_response(writers[ending]())
    answer.headers["Content-Type"] = _TYPES[ending]
    called = _("network")
    name = f"{called}-{picture.as_of.isoformat()}.{ending}"
    answer.headers.set("Content-Disposition", "attachment", filename=name)
    return answer


def _narrowed(endpoint: str, values: dict[str, Any]) -> str:
    return url_for(endpoint, **values)


def _best_tied(nodes: tuple[MapNode, ...]) -> list[MapNode]:
    """All nodes by name, or the best-tied ones where there are too many for a table."""
    if len(nodes) <= MOST_ROWS:
        return list(nodes)
    best = {node.id for node in sorted(nodes, key=lambda node: -node.ties)[:MOST_ROWS]}
    return [node for node in nodes if node.id in best]


def _address() -> adapter.Address:
    """The address of an organisation's page, for those who may open it."""
    if not may(here.actor(), "show_organisation"):
        return lambda _id: ""
    root: Any = request.script_root
    return lambda organisation: f"{root}/organisations/{organisation}"


def _import_url() -> str:
    return f"{request.script_root}/import" if may(here.actor(), "import_files") else ""
