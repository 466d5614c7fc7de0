"""The geographic map as GeoJSON (RFC 7946): organisations, ties and counted areas."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from matcher.network.objects import MapNode
from matcher.network.picture import MapPicture
from matcher.network.place.picture import CountedArea, PlacePicture
from matcher.network.place.standing import HOW, KNOWN
from matcher.wording.say import say


def write(picture: MapPicture, place: PlacePicture, language: str) -> bytes:
    """A FeatureCollection: points for organisations, lines for ties, polygons for areas.

    An organisation without a known place is a feature without a geometry, and its ties are left
    out; `approximate` says that a point is only the middle of an area. Protected fields are not on
    maps.
    """
    told = {
        "type": "FeatureCollection",
        "features": [*_areas(place), *_ties(picture, place), *_nodes(picture, place, language)],
    }
    return json.dumps(told, ensure_ascii=False, allow_nan=False).encode()


def _nodes(picture: MapPicture, place: PlacePicture, language: str) -> Iterator[dict[str, Any]]:
    for number, node in enumerate(picture.nodes):
        how = int(place.how[number])
        at = _at(place, number)
        yield _feature(
            None if at is None else {"type": "Point", "coordinates": at},
            feature="organisation",
            id=node.id,
            name=node.name,
            sector=node.sector,
            kind=_kind(node, language),
            area=node.area,
            ties=node.ties,
            place=HOW[how] if how >= 0 else None,
            approximate=how >= 0 and HOW[how] != KNOWN,
        )


def _kind(node: MapNode, language: str) -> str | None:
    return None if node.label is None else say(node.label, language)


def _ties(picture: MapPicture, place: PlacePicture) -> Iterator[dict[str, Any]]:
    number = {node.id: row for row, node in enumerate(picture.nodes)}
    for tie in picture.ties:
        ends = _at(place, number[tie.a]), _at(place, number[tie.b])
        if None not in ends:
            yield _feature(
                {"type": "LineString", "coordinates": list(ends)},
                feature="tie",
                **{"from": tie.a, "to": tie.b},
                kinds=list(tie.kinds),
                strength=round(tie.strength, 3),
                current=tie.current,
                since=tie.since.isoformat() if tie.since else None,
                until=tie.until.isoformat() if tie.until else None,
            )


def _areas(place: PlacePicture) -> Iterator[dict[str, Any]]:
    for area in place.areas:
        yield _feature(
            _outline(area),
            feature="area",
            name=area.bound.name,
            level=area.bound.level,
            municipality=area.bound.municipality or None,
            organisations=area.count,
            source=area.bound.source,
        )


def _outline(area: CountedArea) -> dict[str, Any]:
    polygons = area.bound.outline.polygons
    rings = [[ring.tolist() for ring in polygon] for polygon in polygons]
    return {"type": "MultiPolygon", "coordinates": rings}


def _at(place: PlacePicture, row: int) -> list[float] | None:
    if place.how[row] < 0:
        return None
    return [round(float(place.lon[row]), 6), round(float(place.lat[row]), 6)]


def _feature(geometry: dict[str, Any] | None, **properties: Any) -> dict[str, Any]:
    return {"type": "Feature", "geometry": geometry, "properties": properties}
