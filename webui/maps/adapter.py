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

from matcher.network.picture import MapNode, MapPicture
from matcher.wording.labels import sector_label
from matcher.wording.message import messages_n
from matcher.wording.say import say
from webui.maps.look import Look, Styled, styled

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


def network(picture: MapPicture, looks: Styled, language: str, address: Address) -> Network:
    """The map as pyvis holds one, as it looks; texts are in a language."""
    made = Network(height="100%", width="100%")
    made.nodes = _nodes(picture, looks, language, address)
    made.edges = _edges(picture, looks)
    made.options = _options(len(picture.ties))
    return made


def data(
    picture: MapPicture, language: str, address: Address, looks: Styled | None = None
) -> dict[str, Any]:
    """What a file's script draws: nodes, edges, options, and the names of groups by id."""
    held = network(picture, looks or styled(picture, Look()), language, address)
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


def _nodes(
    picture: MapPicture, looks: Styled, language: str, address: Address
) -> list[dict[str, Any]]:
    drawn = zip(
        picture.nodes,
        looks.fill.tolist(),
        looks.shape.tolist(),
        looks.radius.tolist(),
        strict=True,
    )
    return [
        {
            **_about(node, language),
            "x": node.x,
            "y": node.y,
            "size": radius,
            "shape": looks.shapes[shape],
            "color": looks.fills[fill],
            "url": address(node.id),
        }
        for node, fill, shape, radius in drawn
    ]


def _about(node: MapNode, language: str) -> dict[str, Any]:
    """What is told of an organisation, and what it is filtered by."""
    kind = None if node.label is None else say(node.label, language)
    parts = (say(sector_label(node.sector), language), kind, node.area)
    return {
        "id": node.id,
        "label": node.name,
        "sector": node.sector or "unknown",
        "kind": kind or "",
        "area": node.area or "",
        "group": node.group,
        "about": " · ".join(part for part in parts if part),
        "ties": node.ties,
        "ties_text": say(messages_n("{n} tie", "{n} ties", n=node.ties), language),
    }


def _edges(picture: MapPicture, looks: Styled) -> list[dict[str, Any]]:
    drawn = zip(
        picture.ties,
        looks.line.tolist(),
        looks.width.tolist(),
        looks.unwritten.tolist(),
        strict=True,
    )
    return [
        {
            "from": tie.a,
            "to": tie.b,
            "width": width,
            "color": looks.lines[line].colour,
            "dashes": list(looks.lines[line].dashes) or False,
            "current": tie.current,
            "unwritten": unwritten,
        }
        for tie, line, width, unwritten in drawn
    ]
