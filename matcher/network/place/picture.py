"""A map of organisations where they stand, as plain results."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from matcher.landscape.arrays import FloatArray, IntArray, closed
from matcher.network.place.bounds import DISTRICT, LEVELS, MUNICIPALITY, Bound
from matcher.network.place.outlines import Outline
from matcher.network.place.standing import Standing


@dataclass(frozen=True, kw_only=True, slots=True, eq=False)
class CountedArea:
    """An area with a boundary and how many of the organisations shown are in it."""

    bound: Bound
    count: int


@dataclass(frozen=True, kw_only=True, slots=True, eq=False)
class PlacePicture:
    """Where the n organisations of a map stand, in its order, and the areas that are counted.

    `lat`, `lon` are nan and `how` −1 where nothing says where; see `standing.Standing`. `level` is
    that of `areas`, None without boundaries; `levels` those that there are boundaries of.
    `outside` counts the organisations shown that are in no area counted.
    """

    lat: FloatArray
    lon: FloatArray
    how: IntArray
    areas: tuple[CountedArea, ...]
    level: str | None
    levels: tuple[str, ...]
    outside: int

    @property
    def unplaced(self) -> int:
        """How many have no known place."""
        return int((self.how < 0).sum())

    @property
    def box(self) -> tuple[float, float, float, float] | None:
        """West, south, east, north of all that is to be seen; None where there is nothing."""
        known = self.how >= 0
        if known.any():
            lon, lat = self.lon[known], self.lat[known]
            found = (lon.min(), lat.min(), lon.max(), lat.max())
            boxes = [tuple(float(each) for each in found)]
            boxes += [area.bound.outline.box for area in self.areas if area.count]
        else:
            boxes = [area.bound.outline.box for area in self.areas]
        if not boxes:
            return None
        west, south, east, north = np.array(boxes).T
        return float(west.min()), float(south.min()), float(east.max()), float(north.max())


def place_picture(
    standing: Standing, bounds: tuple[Bound, ...], rows: IntArray, level: str | None
) -> PlacePicture:
    """The map of some rows; counted by `level`, or by the finest that counts anybody."""
    levels = tuple(each for each in LEVELS if any(bound.level == each for bound in bounds))
    chosen = level if level in levels else _finest(standing, rows, levels)
    where = standing.area[chosen][rows] if chosen else np.zeros(0, np.int64)
    counts = np.bincount(where[where >= 0], minlength=len(bounds))
    areas = tuple(
        CountedArea(bound=bound, count=int(counts[number]))
        for number, bound in enumerate(bounds)
        if bound.level == chosen
    )
    return PlacePicture(
        lat=closed(standing.lat[rows]),
        lon=closed(standing.lon[rows]),
        how=closed(standing.how[rows]),
        areas=areas,
        level=chosen,
        levels=levels,
        outside=int((where < 0).sum()) if chosen else len(rows),
    )


def _finest(standing: Standing, rows: IntArray, levels: tuple[str, ...]) -> str | None:
    for level in (DISTRICT, MUNICIPALITY):
        if level in levels and (standing.area[level][rows] >= 0).any():
            return level
    return levels[0] if levels else None


def coarse(shape: Outline, step: float) -> list[list[FloatArray]]:
    """The outline on a grid of so many degrees, for drawing: neighbours keep sharing their sides.

    Points that fall together are one; rings that become a point go, but the largest of an area
    stays as it is.
    """
    made = []
    for polygon in shape.polygons:
        rings = [_on_grid(ring, step) for ring in polygon]
        if len(rings[0]) >= 4:
            made.append([rings[0], *(ring for ring in rings[1:] if len(ring) >= 4)])
    if made:
        return made
    largest = max(shape.polygons, key=lambda polygon: float(np.ptp(polygon[0], axis=0).sum()))
    return [[largest[0]]]


def _on_grid(ring: FloatArray, step: float) -> FloatArray:
    points = np.round(np.round(ring / step) * step, 6)
    moved = np.ones(len(points), np.bool_)
    moved[1:] = (points[1:] != points[:-1]).any(axis=1)
    return points[moved]
