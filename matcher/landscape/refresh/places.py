"""Where some organisations are now."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from typing import Any

import numpy as np

from matcher.landscape.arrays import IntArray, closed
from matcher.landscape.cells import cells
from matcher.landscape.columns import OrganisationColumns, places_or_none
from matcher.landscape.places import Places, on_sphere, possible, said
from matcher.landscape.replacing import put, regrouped
from matcher.text import fold


def moved(places: Places, rows: IntArray, own: OrganisationColumns) -> Places:
    """The places with those of some rows replaced; KeyError for an area that is not known yet.

    Areas that the last one has left stay, and so does the spelling of their names.
    """
    municipality, district = _areas(places, own)
    codes = {name: code for code, name in enumerate(places.postcodes)}
    postcode = places_or_none(codes, [said(each) for each in own.postcodes])
    known = possible(own.lat, own.lon)
    lat, lon = np.where(known, own.lat, np.nan), np.where(known, own.lon, np.nan)
    fields: dict[str, Any] = {
        "municipality": put(places.municipality, rows, municipality),
        "district": put(places.district, rows, district),
        "postcode": put(places.postcode, rows, postcode),
        "lat": put(places.lat, rows, lat),
        "lon": put(places.lon, rows, lon),
    }
    if all(getattr(places, name) is array for name, array in fields.items()):
        return places
    points = places.points.copy()
    points[:, rows] = on_sphere(np.stack([lat, lon], axis=1))
    return replace(
        places,
        **fields,
        points=closed(points),
        in_municipality=regrouped(places.in_municipality, rows, municipality),
        in_district=regrouped(places.in_district, rows, district),
        in_postcode=regrouped(places.in_postcode, rows, postcode),
        in_cell=regrouped(places.in_cell, rows, cells(lat, lon)),
    )


def _areas(places: Places, own: OrganisationColumns) -> tuple[IntArray, IntArray]:
    """Codes of municipality and district; a municipality left out is told by its district."""
    municipalities = {fold(name): code for code, name in enumerate(places.municipalities)}
    districts: dict[str, dict[int, int]] = defaultdict(dict)
    for code, (name, home) in enumerate(zip(places.districts, places.homes.tolist(), strict=True)):
        districts[fold(name)][home] = code
    found = np.full((len(own.ids), 2), -1, np.int64)
    for place, (written, part) in enumerate(zip(own.municipalities, own.districts, strict=True)):
        municipality, district = said(written), said(part)
        homes = districts.get(fold(district), {}) if district else {}
        if municipality:
            found[place, 0] = municipalities[fold(municipality)]
        elif len(only := [home for home in homes if home >= 0]) == 1:
            found[place, 0] = only[0]
        if district:
            found[place, 1] = homes[int(found[place, 0])]
    return found[:, 0].copy(), found[:, 1].copy()
