"""Where organisations are: codes for areas, and points for distances."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

import numpy as np

from matcher.landscape.arrays import BoolArray, FloatArray, IntArray, closed
from matcher.landscape.cells import Grouped, cells, grouped
from matcher.landscape.columns import MaybeSaid
from matcher.text import fold

Key = TypeVar("Key", bound=Hashable)


@dataclass(frozen=True, kw_only=True, slots=True, eq=False)
class Places:
    """One value an organisation: a code is a place in the list of names, −1 where unknown.

    Districts are told apart by municipality: "Nord" in two towns is two districts, and `homes`
    says which municipality each one of `districts` is in, −1 where that is not known. `lat` and
    `lon` are degrees (WGS 84), nan where either is missing or impossible; `points` are the same as
    three coordinates on a sphere of radius 1, one column an organisation. `in_municipality` …
    `in_cell` find the rows of a code, or of a cell of the map.
    """

    municipalities: tuple[str, ...]
    districts: tuple[str, ...]
    postcodes: tuple[str, ...]
    homes: IntArray
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


def places(
    municipalities: MaybeSaid,
    districts: MaybeSaid,
    postcodes: MaybeSaid,
    lat: FloatArray,
    lon: FloatArray,
) -> Places:
    """The places of organisations: one of each for every one of them, None or nan where unknown."""
    areas, area = distinct(list(zip(municipalities, districts, strict=True)))
    written = [(said(municipality), said(district)) for municipality, district in areas]
    folded = {name: fold(name) for pair in written for name in pair if name}
    homes = _homes(written, folded)
    municipality_names, municipality = _coded(homes, [each for each, _ in written])
    district_names, district = _coded(
        [
            None if name is None else (home or "", folded[name])
            for home, (_, name) in zip(homes, written, strict=True)
        ],
        [each for _, each in written],
    )
    home = np.full(len(district_names), -1)
    home[district[district >= 0]] = municipality[district >= 0]
    codes, code = distinct(postcodes)
    codes = [said(each) for each in codes]
    postcode_names, postcode = _coded(codes, codes)
    known = possible(lat, lon)
    lat, lon = closed(np.where(known, lat, np.nan)), closed(np.where(known, lon, np.nan))
    municipality, district = closed(municipality[area]), closed(district[area])
    postcode = closed(postcode[code])
    return Places(
        municipalities=municipality_names,
        districts=district_names,
        postcodes=postcode_names,
        homes=closed(home),
        municipality=municipality,
        district=district,
        postcode=postcode,
        lat=lat,
        lon=lon,
        points=closed(on_sphere(np.stack([lat, lon], axis=1))),
        in_municipality=grouped(municipality),
        in_district=grouped(district),
        in_postcode=grouped(postcode),
        in_cell=grouped(cells(lat, lon)),
    )


def distinct(values: Sequence[Key]) -> tuple[list[Key], IntArray]:
    """Values each once, and the place of every value among them.

    >>> distinct(["b", "a", "b"])
    (['b', 'a'], array([0, 1, 0]))
    """
    seen: dict[Key, int] = {}
    places_ = [seen.setdefault(value, len(seen)) for value in values]
    return list(seen), np.array(places_, np.int64)


def said(text: str | None) -> str | None:
    """What is written; None where that is nothing but space."""
    return (text or "").strip() or None


def _homes(
    areas: Sequence[tuple[str | None, str | None]], folded: Mapping[str, str]
) -> list[str | None]:
    """Municipalities as they are compared; one left out is told by a district only it has."""
    having: dict[str, set[str]] = defaultdict(set)
    for municipality, district in areas:
        if municipality and district:
            having[folded[district]].add(folded[municipality])

    def home(municipality: str | None, district: str | None) -> str | None:
        if municipality:
            return folded[municipality]
        only = having.get(folded[district], set()) if district else set()
        return next(iter(only)) if len(only) == 1 else None

    return [home(*pair) for pair in areas]


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
    return tuple(spelled[key] for key in ordered), codes


def possible(lat: FloatArray, lon: FloatArray) -> BoolArray:
    """Where both are there and on the globe; nan and infinity are not."""
    return (np.abs(lat) <= 90) & (np.abs(lon) <= 180)


def on_sphere(degrees: FloatArray) -> FloatArray:
    """Degrees (places × 2) as points on a sphere of radius 1 (3 × places)."""
    lat, lon = np.radians(degrees.T)
    return np.stack([np.cos(lat) * np.cos(lon), np.cos(lat) * np.sin(lon), np.sin(lat)])
