"""A map as GEXF, for Gephi and its kin."""

from __future__ import annotations

import io

import networkx as nx

from matcher.exchange.xml_text import writable
from matcher.network.graph import graph
from matcher.network.picture import MapPicture


def write(picture: MapPicture) -> bytes:
    """The file, with places and sizes as the format's own; a static graph (see `graph`)."""
    drawn = writable(graph(picture))
    for _, values in drawn.nodes(data=True):
        values["label"] = values.pop("name")
        values["viz"] = {
            "position": {"x": values.pop("x"), "y": values.pop("y"), "z": 0.0},
            "size": values.pop("size"),
        }
    file = io.BytesIO()
    nx.write_gexf(drawn, file, version="1.3")
    return file.getvalue()
