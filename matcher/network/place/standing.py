"""Where organisations stand on a geographic map."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from matcher.landscape.arrays import FloatArray, IntArray, closed
from matcher.landscape.places import Places
from matcher.network.place.bounds import DISTRICT, MUNICIPALITY, Bound, codes, home_of
from matcher.network.place.outlines import inside

KNOWN, POSTCODE = "known", "postcode"
HOW = (KNOWN, DISTRICT, MUNICIPALITY, POSTCODE)
"""How a place is known: its own, or the middle of a district, a municipality or a postcode."""

KM_PER_DEGREE = 111.2
SPACING_KM = 0.15
"""How far from each other those stand who share a middle, where there is room."""
_POSTCODE_KM = 1.0
_GOLDEN = np.pi * (3 - 5**0.5)


@dataclass(frozen=True, kw_only=True, slots=True, eq=False)
class Standing:
    """A place for each organisation of a landscape, in its order.

    `lat` and `lon` are degrees, nan where nothing says where; `how` is a place in HOW, −1 there.
    `area` holds, by level, the place among the boundaries of the area that each one counts in;
    −1 for none.
    """

    lat: FloatArray
    lon: FloatArray
    how: IntArray
    area: dict[str, IntArray]


def stand(places: Places, ids: Sequence[str], bounds: Sequence[Bound]) -> Standing:
    """Put every organisation at its own place, else near the middle of what it is known to be in.

    Those who share a middle are spread around it in the order of their ids, as the seeds of a
    sunflower, so that none covers another: the k-th stands √k from the middle, a golden angle on
    (Vogel, "A better way to construct the sunflower head", Mathematical Biosciences 44, 1979). A
    postcode's middle is that of the organisations there whose own place is known.
    """
    area = {level: _areas(places, bounds, level) for level in (DISTRICT, MUNICIPALITY)}
    known = np.isfinite(places.lat)
    lat, lon = places.lat.copy(), places.lon.copy()
    how = np.where(known, HOW.index(KNOWN), -1).astype(np.int64)
    for level in (DISTRICT, MUNICIPALITY):
        for number, bound in enumerate(bounds):
            here = np.flatnonzero((how < 0) & (area[level] == number))
            lon[here], lat[here] = _spread(bound.centre, here, ids, _half_km(bound))
            how[here] = HOW.index(level)
    for code in np.unique(places.postcode[(how < 0) & (places.postcode >= 0)]).tolist():
        there = places.postcode == code
        if (there & known).any():
            middle = (
                float(places.lon[there & known].mean()),
                float(places.lat[there & known].mean()),
            )
            here = np.flatnonzero(there & (how < 0))
            lon[here], lat[here] = _spread(middle, here, ids, _POSTCODE_KM)
            how[here] = HOW.index(POSTCODE)
    return Standing(
        lat=closed(lat),
        lon=closed(lon),
        how=closed(how),
        area={level: closed(codes_) for level, codes_ in area.items()},
    )


def _areas(places: Places, bounds: Sequence[Bound], level: str) -> IntArray:
    """Which boundary of a level each organisation is in: by its area, else by its place.

    Where the district that it is said to be in has no boundary, as where two were made one, its
    place says which it is in, as long as that is in its municipality.
    """
    said = places.district if level == DISTRICT else places.municipality
    code = codes(bounds, places)
    of_level = [number for number, bound in enumerate(bounds) if bound.level == level]
    found = np.full(len(said), -1, np.int64)
    for number in of_level:
        if code[number] >= 0:
            found[said == code[number]] = number
    asked = found < 0 if level == DISTRICT else said < 0
    lost = np.flatnonzero(asked & np.isfinite(places.lat))
    for number in of_level:
        there = lost[inside(bounds[number].outline, places.lon[lost], places.lat[lost])]
        if level == DISTRICT:
            home = home_of(bounds[number], places)
            town = places.municipality[there]
            there = there[(town < 0) | (home < 0) | (town == home)]
        found[there] = number
    return found


def _half_km(bound: Bound) -> float:
    """Half of how far an area reaches, in the direction that it reaches less far."""
    west, south, east, north = bound.outline.box
    wide = (east - west) * np.cos(np.radians((south + north) / 2))
    return float(min(wide, north - south)) * KM_PER_DEGREE / 2


def _spread(
    middle: tuple[float, float], rows: IntArray, ids: Sequence[str], half_km: float
) -> tuple[FloatArray, FloatArray]:
    """Longitudes and latitudes around a middle, within a third of the way to the edge."""
    order = np.argsort(np.argsort([ids[row] for row in rows.tolist()]))
    step = min(SPACING_KM, half_km / 3 / max(len(rows), 1) ** 0.5)
    away, angle = step * np.sqrt(order), order * _GOLDEN
    lon, lat = middle
    north = away * np.sin(angle) / KM_PER_DEGREE
    east = away * np.cos(angle) / (KM_PER_DEGREE * np.cos(np.radians(lat)))
    return lon + east, lat + north
