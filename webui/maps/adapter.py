"""A map as the node and edge dictionaries of pyvis, and nothing else of it.

pyvis's own way of adding nodes is quadratic, turns ids into numbers and builds pages that load
scripts from other hosts; so its Network is handed finished dictionaries with string ids and given
places, and our own templates draw what it holds. No `title` is set: texts are shown by our own
script, as text.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from pyvis.network import Network

from matcher.network.picture import MapNode, MapPicture, MapTie
from matcher.wording.labels import sector_label
from matcher.wording.message import messages_n
from matcher.wording.say import say
from webui.maps.look import CURRENT, PAST, SECTOR_MARKS, width

OPTIONS: dict[str, Any] = {
    "physics": {"enabled": False},
    "interaction": {
        "hover": True,
        "dragNodes": False,
        "selectConnectedEdges": False,
        "hoverConnectedEdges": False,
        "tooltipDelay": 0,
        "zoomSpeed": 0.7,
    },
    "layout": {"improvedLayout": False},
    "nodes": {"borderWidth": 1.5, "chosen": False},
    "edges": {"smooth": False, "chosen": False, "hoverWidth": 0, "selectionWidth": 0},
}

MANY_TIES = 2000
"""From here on ties are not drawn while the map is moved: that would take longer than a frame."""

Address = Callable[[str], str]
"""From an organisation's id to the address of its page; an empty text for none."""


def network(picture: MapPicture, language: str, address: Address) -> Network:
    """The map as pyvis holds one; texts are in a language."""
    made = Network(height="100%", width="100%")
    made.nodes = [_node(node, language, address) for node in picture.nodes]
    made.edges = [_edge(tie) for tie in picture.ties]
    made.options = _options(len(picture.ties))
    return made


def data(picture: MapPicture, language: str, address: Address) -> dict[str, Any]:
    """What the page's script draws: nodes, edges, options, and the names of groups by id."""
    held = network(picture, language, address)
    nodes, edges, *_ = held.get_network_data()
    return {
        "nodes": nodes,
        "edges": edges,
        "options": held.options,
        "groups": {group.id: say(group.name, language) for group in picture.groups},
    }


def _options(ties: int) -> dict[str, Any]:
    hide = ties > MANY_TIES
    moving = {"hideEdgesOnDrag": hide, "hideEdgesOnZoom": hide}
    return {**OPTIONS, "interaction": {**OPTIONS["interaction"], **moving}}


def _node(node: MapNode, language: str, address: Address) -> dict[str, Any]:
    mark = SECTOR_MARKS[node.sector]
    parts = [say(sector_label(node.sector), language)]
    parts += [say(text, language) for text in (node.label, node.area) if text is not None]
    return {
        "id": node.id,
        "label": node.name,
        "x": node.x,
        "y": node.y,
        "size": node.size,
        "shape": mark.shape,
        "color": mark.colour,
        "sector": node.sector or "unknown",
        "group": node.group,
        "about": " · ".join(parts),
        "ties": node.ties,
        "ties_text": say(messages_n("{n} tie", "{n} ties", n=node.ties), language),
        "url": address(node.id),
    }


def _edge(tie: MapTie) -> dict[str, Any]:
    line = CURRENT if tie.current else PAST
    return {
        "id": f"{tie.a}–{tie.b}",
        "from": tie.a,
        "to": tie.b,
        "width": width(tie.strength),
        "color": line.colour,
        "dashes": list(line.dashes) or False,
    }
