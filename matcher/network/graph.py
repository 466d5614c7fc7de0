"""The map as a networkx graph: what exports write and measures are computed on."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

import networkx as nx

from matcher.network.picture import MapPicture


def graph(picture: MapPicture) -> nx.Graph[str]:
    """A new graph of the picture: organisations by id, one edge for each tie.

    Nodes carry name, sector, kind, area, group, x, y (upwards, as graph formats have it), size,
    joined, lat and lon; edges weight (strength), kinds, evidence and collaborations (ids; several
    separated by "|"), since, until, current, agreement and funding_end. Days are as in 2026-05-31.
    What is not known is left out. The graph is the caller's own.
    """
    drawn: nx.Graph[str] = nx.Graph(as_of=picture.as_of.isoformat(), revision=picture.revision)
    for node in picture.nodes:
        known = {
            "name": node.name,
            "sector": node.sector,
            "kind": node.kind,
            "area": node.area,
            "group": node.group,
            "x": node.x,
            "y": -node.y,
            "size": node.size,
            "joined": _day(node.joined),
            "lat": node.lat,
            "lon": node.lon,
        }
        drawn.add_node(node.id, **_without_none(known))
    for tie in picture.ties:
        told = {
            "weight": tie.strength,
            "kinds": "|".join(tie.kinds),
            "evidence": "|".join(tie.evidence),
            "since": _day(tie.since),
            "until": _day(tie.until),
            "current": tie.current,
            "collaborations": "|".join(tie.collaborations) or None,
            "agreement": tie.agreement,
            "funding_end": _day(tie.funding_end),
        }
        drawn.add_edge(tie.a, tie.b, **_without_none(told))
    return drawn


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _without_none(values: Mapping[str, object]) -> dict[str, object]:
    return {name: value for name, value in values.items() if value is not None}
