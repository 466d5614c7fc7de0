"""Outlines of areas on the globe: which points lie inside, and where the middle is.

Degrees are treated as a plane, with a degree of longitude as wide as it is at that latitude. Areas
across the antimeridian are not meant.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np

from matcher.landscape.arrays import BoolArray, FloatArray

_SCANS = 15
"""How many lines of latitude are tried for a middle."""
_CELLS = 1_000_000
"""How many points times sides are looked at together."""


@dataclass(frozen=True, kw_only=True, slots=True, eq=False)
class Outline:
    """An area as polygons; each is its outer ring and then the rings of its holes.

    A ring is points × 2, longitude and latitude in degrees (WGS 84), the last point as the first.
    """

    polygons: tuple[tuple[FloatArray, ...], ...]

    @property
    def rings(self) -> tuple[FloatArray, ...]:
        """All rings, of holes too."""
        return tuple(ring for polygon in self.polygons for ring in polygon)

    @property
    def box(self) -> tuple[float, float, float, float]:
        """West, south, east, north."""
        points = np.concatenate(self.rings)
        west, south = points.min(axis=0).tolist()
        east, north = points.max(axis=0).tolist()
        return west, south, east, north


def outline(geometry: Mapping[str, Any]) -> Outline:
    """The outline that a sound Polygon or MultiPolygon of GeoJSON tells."""
    told = geometry["coordinates"]
    polygons = [told] if geometry["type"] == "Polygon" else told
    return Outline(
        polygons=tuple(
            tuple(np.array([point[:2] for point in ring], np.float64) for ring in polygon)
            for polygon in polygons
        )
    )


def inside(area: Outline, lon: FloatArray, lat: FloatArray) -> BoolArray:
    """Which points lie in the area and in none of its holes; nan does not.

    Casts a ray to the east and counts the sides that it meets (even-odd rule): a point on the
    western side of an area counts as in, on the eastern one as out, so that neighbours share
    nothing. Reference: Shimrat, "Algorithm 112", Communications of the ACM 5(8), 1962.
    """
    found = np.zeros(len(lon), np.bool_)
    west, south, east, north = area.box
    near = np.flatnonzero((lon >= west) & (lon <= east) & (lat >= south) & (lat <= north))
    if len(near):
        x1, y1, x2, y2 = _sides(area)
        low, high, slope = np.minimum(y1, y2), np.maximum(y1, y2), (x2 - x1) / (y2 - y1)
        for some in np.array_split(near, 1 + len(near) * len(x1) // _CELLS):
            x, y = lon[some, None], lat[some, None]
            met = (y >= low) & (y < high) & (x < x1 + (y - y1) * slope)
            found[some] = met.sum(axis=1) % 2 == 1
    return found


def _sides(area: Outline) -> tuple[FloatArray, FloatArray, FloatArray, FloatArray]:
    """x1, y1, x2, y2 of all sides but those that run due east or west."""
    ends = np.concatenate([np.hstack([ring[:-1], ring[1:]]) for ring in area.rings])
    x1, y1, x2, y2 = ends[ends[:, 1] != ends[:, 3]].T
    return x1, y1, x2, y2


def centre(area: Outline) -> tuple[float, float]:
    """A point inside (longitude, latitude), in the middle of the largest polygon.

    It is the centre of gravity where that lies inside; else the middle of the widest stretch that
    a line of equal latitude has inside. An area without extent has the mean of its points.
    """
    largest = max(area.polygons, key=lambda polygon: abs(_signed(polygon[0])))
    if not _signed(largest[0]):
        lon, lat = np.concatenate(area.rings).mean(axis=0).tolist()
        return lon, lat
    one = Outline(polygons=(largest,))
    heavy = _gravity(largest)
    if inside(one, np.array([heavy[0]]), np.array([heavy[1]]))[0]:
        return heavy
    return _widest(one)


def _signed(ring: FloatArray) -> float:
    x, y = (ring - ring[0]).T
    return float((x[:-1] * y[1:] - x[1:] * y[:-1]).sum()) / 2


def _gravity(polygon: tuple[FloatArray, ...]) -> tuple[float, float]:
    """The centre of gravity, holes taken out."""
    origin = polygon[0][0]
    weight, sums = 0.0, np.zeros(2)
    for number, ring in enumerate(polygon):
        x, y = (ring - origin).T
        cross = x[:-1] * y[1:] - x[1:] * y[:-1]
        # Rings go either way round in files; holes count against the outer ring.
        way = np.sign(cross.sum()) * (1 if number == 0 else -1)
        weight += way * float(cross.sum()) / 2
        sums += way * np.array([((x[:-1] + x[1:]) * cross).sum(), ((y[:-1] + y[1:]) * cross).sum()])
    if weight <= 0:
        lon, lat = polygon[0].mean(axis=0).tolist()
        return lon, lat
    lon, lat = (origin + sums / (6 * weight)).tolist()
    return lon, lat


def _widest(area: Outline) -> tuple[float, float]:
    _, south, _, north = area.box
    x1, y1, x2, y2 = _sides(area)
    best, found = -1.0, (0.0, 0.0)
    for scan in range(_SCANS):
        lat = south + (north - south) * (scan + 0.5) / _SCANS
        met = (np.minimum(y1, y2) <= lat) & (lat < np.maximum(y1, y2))
        at = np.sort((x1 + (lat - y1) * (x2 - x1) / (y2 - y1))[met])
        stretches = at[1::2] - at[::2]
        if len(stretches) and stretches.max() > best:
            widest = int(stretches.argmax())
            best = float(stretches[widest])
            found = (float(at[2 * widest] + at[2 * widest + 1]) / 2, lat)
    return found
