"""Which area of the network a boundary belongs to."""

from __future__ import annotations

from typing import Any

import pytest

from matcher.landscape import Landscape
from matcher.network.place.bounds import codes
from tests.engine_factories import make_landscape, make_organisation
from tests.matcher.network.place.makers import make_bound


def make_areas(*areas: tuple[str | None, str | None]) -> Landscape:
    """One organisation in each (municipality, district)."""
    return make_landscape(
        *(
            make_organisation(f"o{number}", municipality=town, district=district)
            for number, (town, district) in enumerate(areas)
        )
    )


def area_of(landscape: Landscape, name: str, **known: Any) -> str | None:
    bound = make_bound(name, **known)
    code = int(codes([bound], landscape.places)[0])
    level = bound.level
    names = landscape.places.districts if level == "district" else landscape.places.municipalities
    return names[code] if code >= 0 else None


@pytest.mark.parametrize(
    ("boundary", "written"),
    [
        ("København", "Københavns Kommune"),
        ("Københavns Kommune", "København"),
        ("KOEBENHAVN", "København"),
        ("Aarhus Kommune", "Aarhus"),
        ("Aarhus", "Århus Kommune"),
    ],
)
def test_a_municipality_is_known_however_it_is_written(boundary: str, written: str) -> None:
    assert area_of(make_areas((written, None)), boundary) == written


def test_another_name_is_another_municipality() -> None:
    assert area_of(make_areas(("Hillerød", None)), "Helsingør") is None


def test_a_district_is_one_of_its_municipality() -> None:
    landscape = make_areas(("Aarhus", "Nord"), ("Odense", "Nord"))
    bounds = [
        make_bound("Nord", level="district", municipality=town) for town in ("Odense", "Ribe")
    ]
    homes = [
        landscape.places.municipalities[landscape.places.homes[code]] if code >= 0 else None
        for code in codes(bounds, landscape.places).tolist()
    ]
    assert homes == ["Odense", None]


def test_a_district_without_municipality_must_be_the_only_one() -> None:
    one, two = make_areas(("A", "Nord")), make_areas(("A", "Nord"), ("B", "Nord"))
    assert area_of(one, "nord", level="district") == "Nord"
    assert area_of(two, "nord", level="district") is None


def test_a_district_that_the_network_has_without_municipality_is_found() -> None:
    landscape = make_areas((None, "Valby"))
    assert area_of(landscape, "Valby", level="district", municipality="København") == "Valby"
