"""Where organisations are put."""

from __future__ import annotations

import numpy as np

from matcher.landscape import Landscape
from matcher.network.place.bounds import Bound
from matcher.network.place.outlines import inside
from matcher.network.place.standing import HOW, KM_PER_DEGREE, Standing, stand
from tests.engine_factories import make_landscape, make_organisation
from tests.matcher.network.place.makers import make_bound, make_outline, make_square

DISTRICT = make_bound(
    "Valby",
    make_outline([make_square(12.2, 55.2, 0.1)]),
    level="district",
    municipality="København",
)
TOWN = make_bound("København")


def placed(landscape: Landscape, *bounds: Bound) -> tuple[Standing, dict[str, str | None]]:
    standing = stand(landscape.places, landscape.ids, bounds)
    how = [HOW[code] if code >= 0 else None for code in standing.how.tolist()]
    return standing, dict(zip(landscape.ids, how, strict=True))


def test_the_surest_place_comes_first() -> None:
    landscape = make_landscape(
        make_organisation("own", lat=55.5, lon=12.5, district="Valby", municipality="København"),
        make_organisation("near", district="Valby", municipality="København", postcode="2500"),
        make_organisation("town", municipality="København"),
        make_organisation("code", postcode="2500"),
        make_organisation("there", lat=55.1, lon=12.1, postcode="2500"),
        make_organisation("lost"),
    )
    standing, how = placed(landscape, DISTRICT, TOWN)
    assert how == {
        "own": "known",
        "near": "district",
        "town": "municipality",
        "code": "postcode",
        "there": "known",
        "lost": None,
    }
    row = landscape.ids.index
    assert (standing.lat[row("own")], standing.lon[row("own")]) == (55.5, 12.5)
    assert (standing.lon[row("near")], standing.lat[row("near")]) == DISTRICT.centre
    assert (standing.lat[row("code")], standing.lon[row("code")]) == (55.1, 12.1)
    assert np.isnan(standing.lat[row("lost")])


def test_without_boundaries_and_coordinates_nobody_has_a_place() -> None:
    standing, how = placed(make_landscape(make_organisation("a", municipality="København"), "b"))
    assert set(how.values()) == {None}
    assert np.isnan(standing.lon).all()


def test_those_who_share_a_middle_stand_apart_and_inside_it() -> None:
    names = [f"o{number:03}" for number in range(200)]
    landscape = make_landscape(
        *(make_organisation(n, district="Valby", municipality="København") for n in names)
    )
    standing, _ = placed(landscape, DISTRICT)
    assert inside(DISTRICT.outline, standing.lon, standing.lat).all()
    x = standing.lon * np.cos(np.radians(55.2)) * KM_PER_DEGREE
    y = standing.lat * KM_PER_DEGREE
    apart = np.hypot(x[:, None] - x, y[:, None] - y) + 9 * np.eye(len(x))
    assert apart.min() > 0.05  # km


def test_places_are_the_same_every_time_and_whatever_else_there_is() -> None:
    there = [make_organisation(n, municipality="København") for n in "abc"]
    one, _ = placed(make_landscape(*there), TOWN)
    other, _ = placed(make_landscape(*reversed(there), "z"), TOWN)
    assert sorted(zip(one.lon, one.lat, strict=True)) == sorted(
        (lon, lat) for lon, lat in zip(other.lon, other.lat, strict=True) if lon == lon
    )


def test_an_area_counts_those_who_say_so_and_those_who_stand_there() -> None:
    landscape = make_landscape(
        make_organisation("says", municipality="København"),
        make_organisation("stands", lat=55.5, lon=12.5),
        make_organisation("elsewhere", lat=55.5, lon=12.5, municipality="Odense"),
        make_organisation("far", lat=10, lon=10),
    )
    standing, _ = placed(landscape, TOWN, DISTRICT)
    found = dict(zip(landscape.ids, standing.area["municipality"].tolist(), strict=True))
    assert found == {"says": 0, "stands": 0, "elsewhere": -1, "far": -1}
    assert set(standing.area["district"].tolist()) == {-1}


def test_a_district_without_a_boundary_counts_where_its_organisations_stand() -> None:
    at = {"lat": 55.25, "lon": 12.25, "district": "Vesterbro"}
    landscape = make_landscape(
        make_organisation("here", municipality="København", **at),
        make_organisation("other town", municipality="Odense", **at),
        make_organisation("valby", municipality="København", district="Valby"),
    )
    standing, _ = placed(landscape, TOWN, DISTRICT)
    found = dict(zip(landscape.ids, standing.area["district"].tolist(), strict=True))
    assert found == {"here": 1, "other town": -1, "valby": 1}


def test_an_empty_network_has_no_places() -> None:
    standing, how = placed(make_landscape(), TOWN)
    assert how == {}
    assert len(standing.lat) == 0
