"""A map as JSON."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

from matcher.network.picture import MapCollaboration, MapNode, MapPicture, MapTie
from matcher.wording.say import say


def write(picture: MapPicture, language: str = "da") -> bytes:
    """The file: UTF-8, null for what is not known, numbers not rounded further."""
    return json.dumps(document(picture, language), ensure_ascii=False, allow_nan=False).encode()


def document(picture: MapPicture, language: str) -> dict[str, Any]:
    """The map as plain data: nodes by name, ties by ids, groups with names in a language."""
    return {
        "as_of": picture.as_of.isoformat(),
        "nodes": [_node(node) for node in picture.nodes],
        "ties": [_tie(tie) for tie in picture.ties],
        "groups": [
            {"id": group.id, "name": say(group.name, language), "members": group.members}
            for group in picture.groups
        ],
        "collaborations": [_collaboration(each) for each in picture.collaborations],
    }


def _node(node: MapNode) -> dict[str, Any]:
    return {
        "id": node.id,
        "name": node.name,
        "sector": node.sector,
        "kind": node.kind,
        "area": node.area,
        "x": node.x,
        "y": node.y,
        "group": node.group,
        "size": node.size,
        "ties": node.ties,
        "joined": _day(node.joined),
        "lat": node.lat,
        "lon": node.lon,
    }


def _tie(tie: MapTie) -> dict[str, Any]:
    return {
        "a": tie.a,
        "b": tie.b,
        "kinds": list(tie.kinds),
        "evidence": list(tie.evidence),
        "strength": tie.strength,
        "since": _day(tie.since),
        "until": _day(tie.until),
        "current": tie.current,
        "collaborations": list(tie.collaborations),
        "agreement": tie.agreement,
        "funding_end": _day(tie.funding_end),
    }


def _collaboration(each: MapCollaboration) -> dict[str, Any]:
    return {
        "id": each.id,
        "title": each.title,
        "members": list(each.members),
        "since": _day(each.since),
        "until": _day(each.until),
        "current": each.current,
        "agreement": each.agreement,
        "funding_end": _day(each.funding_end),
    }


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None
