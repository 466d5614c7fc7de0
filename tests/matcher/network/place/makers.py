"""Small outlines whose insides one can see."""

from __future__ import annotations

from typing import Any

from matcher.network.place.bounds import Bound
from matcher.network.place.outlines import Outline, centre, outline

Ring = list[list[float]]


def make_square(west: float, south: float, side: float = 1.0) -> Ring:
    """A closed ring."""
    east, north = west + side, south + side
    return [[west, south], [east, south], [east, north], [west, north], [west, south]]


def make_outline(*polygons: list[Ring]) -> Outline:
    return outline({"type": "MultiPolygon", "coordinates": list(polygons)})


def make_bound(name: str, shape: Outline | None = None, **known: Any) -> Bound:
    """A municipality of a degree, its south-western corner in 12° E 55° N."""
    shape = shape or make_outline([make_square(12, 55)])
    given = {"id": name, "level": "municipality", "municipality": "", "name": name}
    return Bound(**{**given, "outline": shape, "centre": centre(shape), **known})
