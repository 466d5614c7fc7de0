"""How near two are."""

from __future__ import annotations

import numpy as np

from matcher.landscape import Landscape
from matcher.landscape.arrays import BoolArray, FloatArray, IntArray
from matcher.landscape.cells import around
from matcher.signals.answer import Answer, unknown_to_all
from matcher.signals.query import Query
from matcher.signals.signal import Share

EARTH_KM = 6371.0088  # mean radius (IUGG)
# A distance that halves nearness: some twenty minutes by bicycle.
HALF_KM = 5.0
# From here on nobody is near: an hour and more by bus.
FAR_KM = 25.0
# Where there is no distance: about what organisations of the same area get by distance.
SAME_DISTRICT = 0.8
SAME_POSTCODE = 0.7
SAME_MUNICIPALITY = 0.5


def nearness(landscape: Landscape, query: Query) -> Answer:
    """You are near each other.

    By distance where both have coordinates: 1 at the same address, 0.8 at one kilometre, 0.4 at
    five, 0.2 at ten, 0 from 25 on. Else 0.8 in the same district, 0.7 with the same postcode, 0.5
    in the same municipality and 0 in different municipalities. Unknown where nothing can be
    compared.
    """
    rows = _around(landscape, query)
    known = _comparable(landscape, query)
    if not len(rows) and known is None:
        return unknown_to_all()
    values = _values(landscape, query, rows)
    if known is None:
        known = np.zeros(len(landscape), np.bool_)
    known[rows] = True
    return Answer(values=values, rows=rows, known=known)


def how_near(landscape: Landscape, query: Query, candidate: int) -> tuple[Share, ...]:
    """One fact: the distance, or the smallest area that both are in."""
    places = landscape.places
    km = float(kilometres(landscape, query, np.array([candidate]))[0])
    if not np.isnan(km):
        share = float(by_distance(np.array([km]))[0])
        return (Share("distance", None, share, km),) if share > 0 else ()
    for kind, codes, own, names, share in (
        ("district", places.district, query.district, places.districts, SAME_DISTRICT),
        ("postcode", places.postcode, query.postcode, places.postcodes, SAME_POSTCODE),
        (
            "municipality",
            places.municipality,
            query.municipality,
            places.municipalities,
            SAME_MUNICIPALITY,
        ),
    ):
        if own >= 0 and codes[candidate] == own:
            return (Share(kind, names[own], share),)
    return ()


def by_distance(km: FloatArray) -> FloatArray:
    """The value of a distance.

    `1 / (1 + km / 5)`, moved and stretched so that it is 0 from FAR_KM on.

    >>> by_distance(np.array([0.0, 1.0, 5.0, 10.0, 25.0])).round(2).tolist()
    [1.0, 0.8, 0.4, 0.2, 0.0]
    """
    least = 1.0 / (1.0 + FAR_KM / HALF_KM)
    near = (1.0 / (1.0 + km / HALF_KM) - least) / (1.0 - least)
    return np.where(km < FAR_KM, near, 0.0 * km)


def kilometres(landscape: Landscape, query: Query, candidates: IntArray) -> FloatArray:
    """Great-circle distance to each candidate, to the metre; nan where either has no point."""
    apart = landscape.places.points[:, candidates] - query.point[:, np.newaxis]
    chord = np.sqrt(np.square(apart).sum(axis=0))
    km = 2 * EARTH_KM * np.arcsin(np.minimum(chord / 2, 1.0))
    return np.asarray(np.rint(km * 1000) / 1000, np.float64)


def _around(landscape: Landscape, query: Query) -> IntArray:
    """All that may be near: ascending, each once."""
    places = landscape.places
    found = [
        index.of(own)
        for index, own in (
            (places.in_district, query.district),
            (places.in_postcode, query.postcode),
            (places.in_municipality, query.municipality),
        )
        if own >= 0
    ]
    if not np.isnan(query.point[0]):
        # By area only where there is no distance: most organisations stand on the map.
        found = [rows[np.isnan(places.lat[rows])] for rows in found]
        found = [rows for rows in found if len(rows)]
        lat, lon = _degrees(query.point)
        found.append(around(places.in_cell, lat, lon, FAR_KM))
    if len(found) == 1:
        return np.sort(found[0])
    return np.unique(np.concatenate(found)) if found else np.empty(0, np.int64)


def _values(landscape: Landscape, query: Query, rows: IntArray) -> FloatArray:
    places = landscape.places
    area = np.zeros(len(rows))
    for codes, own, worth in (
        (places.municipality, query.municipality, SAME_MUNICIPALITY),
        (places.postcode, query.postcode, SAME_POSTCODE),
        (places.district, query.district, SAME_DISTRICT),
    ):
        if own >= 0:
            area[codes[rows] == own] = worth
    near = by_distance(kilometres(landscape, query, rows))
    return np.where(np.isnan(near), area, near)


def _comparable(landscape: Landscape, query: Query) -> BoolArray | None:
    """Who can be compared though not near; None where nobody can."""
    places = landscape.places
    known: BoolArray | None = None
    if not np.isnan(query.point[0]):
        known = ~np.isnan(places.lat)
    if query.municipality >= 0:
        also = places.municipality >= 0
        known = also if known is None else known | also
    return known


def _degrees(point: FloatArray) -> tuple[float, float]:
    x, y, z = point.tolist()
    return float(np.degrees(np.arcsin(z))), float(np.degrees(np.arctan2(y, x)))
