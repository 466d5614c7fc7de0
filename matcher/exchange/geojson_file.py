"""Outlines of areas from a GeoJSON file (RFC 7946)."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from math import isfinite
from typing import Any, NoReturn

from matcher.errors import Refusal
from matcher.exchange import refusals
from matcher.exchange.fault import Fault
from matcher.exchange.limits import Limits
from matcher.exchange.source import Source
from matcher.wording.message import Message, listed, message

NAMES = {
    "municipality": ("kommunenavn", "kommune", "municipality", "navn", "name"),
    "district": ("bydelsnavn", "bydel", "district", "navn", "name"),
}
"""Properties that hold the name of an area, by level, the surest first."""

MOST_AREAS = 2_000
MOST_POINTS = 500_000
LONGEST_NAME = 200
DECIMALS = 6
"""Of a degree: a tenth of a metre. More say nothing, and take room."""
_SHOWN = 12
_LARGE = 10**15


@dataclass(frozen=True, kw_only=True, slots=True)
class AreaIn:
    """An area of the file: its name, and a sound Polygon or MultiPolygon in degrees."""

    name: str
    geometry: dict[str, Any]


@dataclass(frozen=True, kw_only=True, slots=True)
class FaultyArea:
    """A feature that cannot be taken: its number in the file from 1, its name if known, and why."""

    number: int
    name: str | None
    reason: Message


@dataclass(frozen=True, kw_only=True, slots=True)
class AreasRead:
    """What a file says: the sound areas and the faulty ones, and where names were taken from."""

    areas: tuple[AreaIn, ...]
    faulty: tuple[FaultyArea, ...]
    name_field: str


def read_areas(
    source: Source, level: str, *, name_field: str | None = None, limits: Limits
) -> AreasRead:
    """The areas in a file; `level` says what its names are probably called, unless a field is said.

    A feature that is no area, has no name or stands where no degree is is told among the faulty.
    Two features of one name are parts of one area. Refusal: too_large for more bytes, areas or
    points than are read; unreadable for what is no FeatureCollection, for coordinates in metres,
    and where no property or not the one that was said holds names (details: `fields`).
    """
    features = _features(source, limits)
    field = _name_field(source.name, features, level, name_field)
    found: dict[str, list[Any]] = {}
    faulty, points = [], 0
    for number, feature in enumerate(features, 1):
        name = _name(feature, field)
        try:
            if name is None:
                raise Fault(message("It has no name in “{field}”.", field=field))
            polygons = list(_polygons(feature.get("geometry")))
        except Fault as fault:
            faulty.append(FaultyArea(number=number, name=name, reason=fault.reason))
            continue
        points += sum(len(ring) for polygon in polygons for ring in polygon)
        if points > MOST_POINTS:
            raise _too_many(source.name, message("points"), MOST_POINTS)
        found.setdefault(name, []).extend(polygons)
    if features and not found:
        raise _nothing_sound(source.name, faulty)
    areas = tuple(AreaIn(name=name, geometry=_geometry(parts)) for name, parts in found.items())
    return AreasRead(areas=areas, faulty=tuple(faulty), name_field=field)


def _features(source: Source, limits: Limits) -> list[dict[str, Any]]:
    with source.open() as file:
        data = file.read(limits.uploaded + 1)
    if len(data) > limits.uploaded:
        raise refusals.too_large(source.name, limits.uploaded)
    try:
        told = json.loads(data.decode("utf-8-sig"), parse_constant=_no_number)
    except (ValueError, RecursionError) as wrong:
        raise Refusal(
            "unreadable", message("{file} is not a GeoJSON file.", file=source.name), _WANTED
        ) from wrong
    features = told.get("features") if isinstance(told, dict) else None
    if not isinstance(features, list) or not all(isinstance(each, dict) for each in features):
        raise Refusal(
            "unreadable", message("{file} has no list of areas.", file=source.name), _WANTED
        )
    if not features:
        raise Refusal("unreadable", message("{file} is empty.", file=source.name), _WANTED)
    if len(features) > MOST_AREAS:
        raise _too_many(source.name, message("areas"), MOST_AREAS)
    return features


_WANTED = message("Choose a GeoJSON file (FeatureCollection) with an area for each name.")


def _no_number(word: str) -> NoReturn:
    raise ValueError(word)


def _name_field(file: str, features: list[dict[str, Any]], level: str, said: str | None) -> str:
    fields: dict[str, None] = {}
    for feature in features:
        fields.update(dict.fromkeys(_properties(feature)))
    if said is not None and said in fields:
        return said
    if said is None:
        folded = {field.casefold(): field for field in reversed(fields)}
        for known in NAMES[level]:
            if known in folded:
                return folded[known]
        wrong = message("{file} does not say which field holds the names.", file=file)
    else:
        wrong = message("{file} has no field “{field}”.", file=file, field=said)
    some = tuple(field[:40] for field in fields)[:_SHOWN]
    hint = (
        message("Choose the one with the names: {fields}.", fields=listed(some))
        if some
        else message("Its areas have no properties, so nothing says what they are called.")
    )
    raise Refusal("unreadable", wrong, hint, fields=list(some))


def _properties(feature: Mapping[str, Any]) -> Mapping[str, Any]:
    properties = feature.get("properties")
    return properties if isinstance(properties, dict) else {}


def _name(feature: Mapping[str, Any], field: str) -> str | None:
    value = _properties(feature).get(field)
    if not isinstance(value, str):
        return None
    text = " ".join(value.replace("\0", " ").split())
    return text if 0 < len(text) <= LONGEST_NAME else None


def _polygons(geometry: Any) -> Iterator[list[list[list[float]]]]:
    """The polygons of a geometry; Fault if it is none."""
    kind = geometry.get("type") if isinstance(geometry, dict) else None
    if kind not in {"Polygon", "MultiPolygon"}:
        raise Fault(message("It is not an area, but “{kind}”.", kind=str(kind)[:40]))
    told = geometry.get("coordinates")
    polygons = [told] if kind == "Polygon" else told
    if not isinstance(polygons, list) or not polygons:
        raise Fault(_NO_OUTLINE)
    for polygon in polygons:
        if not isinstance(polygon, list) or not polygon:
            raise Fault(_NO_OUTLINE)
        yield [_ring(ring) for ring in polygon]


_NO_OUTLINE = message("Its outline has no points.")


def _ring(ring: Any) -> list[list[float]]:
    if not isinstance(ring, list) or len(ring) < 4:
        raise Fault(message("A part of its outline has fewer than four points."))
    points = [_point(each) for each in ring]
    if points[0] != points[-1]:
        raise Fault(message("A part of its outline is not closed."))
    return points


def _point(told: Any) -> list[float]:
    if not isinstance(told, list) or not 2 <= len(told) <= 4:
        raise Fault(_NO_POINT)
    if not all(_is_number(each) for each in told):
        raise Fault(_NO_POINT)
    lon, lat = float(told[0]), float(told[1])
    if abs(lon) > 180 or abs(lat) > 90:
        raise Fault(_NOT_DEGREES)
    return [round(lon, DECIMALS), round(lat, DECIMALS)]


def _is_number(value: Any) -> bool:
    if isinstance(value, float):
        return isfinite(value)
    return isinstance(value, int) and not isinstance(value, bool) and abs(value) < _LARGE


_NO_POINT = message("A point of its outline is not two numbers.")
_NOT_DEGREES = message("Its coordinates are not degrees of longitude and latitude (WGS 84).")


def _geometry(polygons: list[Any]) -> dict[str, Any]:
    if len(polygons) == 1:
        return {"type": "Polygon", "coordinates": polygons[0]}
    return {"type": "MultiPolygon", "coordinates": polygons}


def _nothing_sound(file: str, faulty: list[FaultyArea]) -> Refusal:
    """Why nothing of a file can be taken; coordinates in metres are the usual reason."""
    if any(each.reason is _NOT_DEGREES for each in faulty):
        return Refusal(
            "unreadable",
            message("The coordinates in {file} are not degrees.", file=file),
            message("They may be metres (UTM). Ask for the file in WGS 84, also called EPSG:4326."),
        )
    return Refusal(
        "unreadable",
        message("No area in {file} can be used.", file=file),
        message("Of the first it is said: {reason}", reason=faulty[0].reason),
    )


def _too_many(file: str, what: Message, most: int) -> Refusal:
    return Refusal(
        "too_large",
        message("{file} has more than {n} {what}.", file=file, n=most, what=what),
        message("Choose a simplified file: these maps are small."),
    )
