"""How near two are."""

from __future__ import annotations

import numpy as np

from matcher.landscape import Landscape
from matcher.landscape.arrays import FloatArray, IntArray
from matcher.signals.query import Query
from matcher.signals.signal import Share

EARTH_KM = 6371.0088  # mean radius (IUGG)
# A distance that halves the value: some twenty minutes by bicycle.
HALF_KM = 5.0
# Where there is no distance: about what organisations of the same area get by distance.
SAME_DISTRICT = 0.8
SAME_POSTCODE = 0.7
SAME_MUNICIPALITY = 0.5


def nearness(landscape: Landscape, query: Query) -> FloatArray:
    """You are near each other.

    `1 / (1 + km / 5)` where both have coordinates: 0.83 at one kilometre, 0.5 at five, 0.2 at
    twenty. Else 0.8 in the same district, 0.7 with the same postcode, 0.5 in the same
    municipality and 0 in different municipalities. Unknown where nothing can be compared.
    """
    places = landscape.places
    area = _same(places.municipality, query.municipality, SAME_MUNICIPALITY, 0.0)
    area = np.fmax(area, _same(places.postcode, query.postcode, SAME_POSTCODE, np.nan))
    area = np.fmax(area, _same(places.district, query.district, SAME_DISTRICT, np.nan))
    if np.isnan(query.point[0]):
        return area
    near = 1.0 / (1.0 + kilometres(landscape, query) / HALF_KM)
    return np.where(np.isnan(near), area, near)


def how_near(landscape: Landscape, query: Query, candidate: int) -> tuple[Share, ...]:
    """One fact: the distance, or the smallest area that both are in."""
    one = np.array([candidate])
    places = landscape.places
    km = float(kilometres(landscape, query, one)[0])
    if not np.isnan(km):
        return (Share(kind="distance", id=None, share=1.0 / (1.0 + km / HALF_KM), amount=km),)
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
            return (Share(kind=kind, id=names[own], share=share),)
    return ()


def kilometres(
    landscape: Landscape, query: Query, candidates: IntArray | slice = slice(None)
) -> FloatArray:
    """Great-circle distance to each candidate, to the metre; nan where either has no point."""
    apart = landscape.places.points[:, candidates] - query.point[:, np.newaxis]
    chord = np.sqrt(np.square(apart).sum(axis=0))
    km = 2 * EARTH_KM * np.arcsin(np.minimum(chord / 2, 1.0))
    return np.asarray(np.rint(km * 1000) / 1000, np.float64)


def _same(codes: IntArray, own: int, same: float, different: float) -> FloatArray:
    if own < 0:
        return np.full(len(codes), np.nan)
    return np.where(codes < 0, np.nan, np.where(codes == own, same, different))
