"""Where organisations are: codes for areas, and points for distances."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass
from math import isfinite

import numpy as np

from matcher.landscape.arrays import FloatArray, IntArray, closed
from matcher.landscape.cells import Grouped, cells, grouped
from matcher.landscape.rows import OrganisationRow
from matcher.text import fold


@dataclass(frozen=True, kw_only=True, slots=True, eq=False)
class Places:
    """One value an organisation: a code is a place in the list of names, −1 where unknown.

    Districts are told apart by municipality: "Nord" in two towns is two districts. `lat` and
    `lon` are degrees (WGS 84), nan where either is missing or impossible; `points` are the same as
    three coordinates on a sphere of radius 1, one column an organisation. `in_municipality` …
    `in_cell` find the rows of a code, or of a cell of the map.
    """

    municipalities: tuple[str, ...]
    districts: tuple[str, ...]
    postcodes: tuple[str, ...]
    municipality: IntArray
    district: IntArray
    postcode: IntArray
    lat: FloatArray
    lon: FloatArray
    points: FloatArray
    in_municipality: Grouped
    in_district: Grouped
    in_postcode: Grouped
    in_cell: Grouped


def places(rows: Sequence[OrganisationRow]) -> Places:
    """The places of the organisations, in their order."""
    municipalities = [_said(row.municipality) for row in rows]
    districts = [_said(row.district) for row in rows]
    postcodes = [_said(row.postcode) for row in rows]
    folded = {name: fold(name) for name in {*municipalities, *districts} if name}
    homes = _homes(municipalities, districts, folded)
    municipality_names, municipality = _coded(homes, municipalities)
    district_names, district = _coded(
        [
            None if name is None else (home or "", folded[name])
            for home, name in zip(homes, districts, strict=True)
        ],
        districts,
    )
    postcode_names, postcode = _coded(postcodes, postcodes)
    degrees = np.array([_degrees(row) for row in rows], np.float64).reshape(len(rows), 2)
    lat, lon = closed(degrees[:, 0].copy()), closed(degrees[:, 1].copy())
    return Places(
        municipalities=municipality_names,
        districts=district_names,
        postcodes=postcode_names,
        municipality=municipality,
        district=district,
        postcode=postcode,
        lat=lat,
        lon=lon,
        points=closed(on_sphere(degrees)),
        in_municipality=grouped(municipality),
        in_district=grouped(district),
        in_postcode=grouped(postcode),
        in_cell=grouped(cells(lat, lon)),
    )


def _said(text: str | None) -> str | None:
    return (text or "").strip() or None


def _homes(
    municipalities: Sequence[str | None],
    districts: Sequence[str | None],
    folded: Mapping[str, str],
) -> list[str | None]:
    """Municipalities as they are compared; one left out is told by a district only it has."""
    having: dict[str, set[str]] = defaultdict(set)
    for municipality, district in zip(municipalities, districts, strict=True):
        if municipality and district:
            having[folded[district]].add(folded[municipality])

    def home(municipality: str | None, district: str | None) -> str | None:
        if municipality:
            return folded[municipality]
        only = having.get(folded[district], set()) if district else set()
        return next(iter(only)) if len(only) == 1 else None

    return [home(*pair) for pair in zip(municipalities, districts, strict=True)]


def _coded(
    keys: Sequence[Hashable | None], written: Sequence[str | None]
) -> tuple[tuple[str, ...], IntArray]:
    """Names by the alphabet, and for each row its name's place among them.

    Of the spellings of a key the first in the alphabet is kept, whatever order the rows are in.
    """
    spelled: dict[Hashable, str] = {}
    for key, text in zip(keys, written, strict=True):
        if key is not None and text is not None:
            spelled[key] = min(text, spelled.get(key, text))
    ordered = sorted(spelled, key=lambda key: (spelled[key], str(key)))
    code = {key: position for position, key in enumerate(ordered)}
    codes = np.array([-1 if key is None else code[key] for key in keys], np.int64)
    return tuple(spelled[key] for key in ordered), closed(codes)


def _degrees(row: OrganisationRow) -> tuple[float, float]:
    lat, lon = row.lat, row.lon
    if lat is None or lon is None or not (isfinite(lat) and isfinite(lon)):
        return float("nan"), float("nan")
    if abs(lat) > 90 or abs(lon) > 180:
        return float("nan"), float("nan")
    return lat, lon


def on_sphere(degrees: FloatArray) -> FloatArray:
    """Degrees (places × 2) as points on a sphere of radius 1 (3 × places)."""
    lat, lon = np.radians(degrees.T)
    return np.stack([np.cos(lat) * np.cos(lon), np.cos(lat) * np.sin(lon), np.sin(lat)])
