"""A map as GraphML, for yEd, Cytoscape, R and others."""

from __future__ import annotations

import io

import networkx as nx

from matcher.exchange.xml_text import writable
from matcher.network.graph import graph
from matcher.network.picture import MapPicture


def write(picture: MapPicture) -> bytes:
    """The file; nodes and edges carry what `matcher.network.graph` says."""
    file = io.BytesIO()
    nx.write_graphml_xml(writable(graph(picture)), file)
    return file.getvalue()
