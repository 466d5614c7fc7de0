"""`/maps`: the network as a picture and as a table, narrowed and taken along."""

from __future__ import annotations

from typing import Any

from flask import (
    Blueprint,
    flash,
    make_response,
    redirect,
    render_template,
    request,
    url_for,
)
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from matcher.network.picture import MapNode
from matcher.services.access import may
from matcher.services.arrange_map import rearrange_map
from matcher.services.map_choices import map_choices
from matcher.services.map_view import KEYS
from matcher.wording.labels import sector_label
from webui import here
from webui.maps import adapter
from webui.maps.answer import compact_answer, extra_asked
from webui.maps.asked import asked_for
from webui.maps.files import FORMATS
from webui.maps.forms import choices
from webui.maps.look import legend, read_look
from webui.maps.sheet import sheet
from webui.maps.tabs import tabs
from webui.maps.words import tie_kinds
from webui.say import say

blueprint = Blueprint("maps", __name__, url_prefix="/maps")

MOST_ROWS = 1000
"""A table of more rows takes browsers seconds: then the best-tied organisations are listed."""


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
        downloads=[(ending, say(kind.label)) for ending, kind in FORMATS.items()],
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
    return compact_answer(picture, read_look(request.args), extra_asked(_address()("")))


@blueprint.get("/network.<any(html, pdf, png, svg, gexf, graphml, json):ending>")
def download(ending: str) -> ResponseReturnValue:
    """The same map as a file (webui/maps/files.py)."""
    picture, look = asked_for().picture, read_look(request.args)
    drawn = sheet(here.installation(), here.actor(), picture, look, here.language())
    kind = FORMATS[ending]
    answer = make_response(kind.write(drawn))
    answer.headers["Content-Type"] = kind.media_type
    called = _("network")
    name = f"{called}-{picture.as_of.isoformat()}.{ending}"
    answer.headers.set("Content-Disposition", "attachment", filename=name)
    return answer


@blueprint.post("/rearrange")
def rearrange() -> ResponseReturnValue:
    """Lay the whole network out anew, and go back to the part of it that was shown."""
    rearrange_map(here.installation(), here.actor())
    flash(_("The map has been drawn anew."), "success")
    asked = request.query_string.decode("latin-1")
    return redirect(f"{url_for('maps.show')}?{asked}" if asked else url_for("maps.show"), 303)


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
