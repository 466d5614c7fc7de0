"""The page that pyvis makes of a map, as it comes or with places from the server."""

from __future__ import annotations

from pyvis.network import Network

from matcher.network.picture import MapPicture


def pyvis_page(picture: MapPicture, *, placed: bool) -> str:
    """pyvis's own page with its scripts inside; nodes and ties are handed over as dictionaries.

    Added one by one, as its guide says, 20,000 nodes take seconds before there is a page at all.
    """
    made = Network(height="600px", width="100%", cdn_resources="in_line")
    made.nodes = [
        {
            "id": node.id,
            "label": node.name,
            "shape": "dot",
            "size": node.size,
            **({"x": node.x, "y": node.y} if placed else {}),
        }
        for node in picture.nodes
    ]
    made.edges = [{"from": tie.a, "to": tie.b} for tie in picture.ties]
    if placed:
        made.toggle_physics(False)
        made.set_options(
            '{"physics": {"enabled": false}, "edges": {"smooth": false},'
            ' "layout": {"improvedLayout": false}}'
        )
    return str(made.generate_html())
