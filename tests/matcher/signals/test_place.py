from __future__ import annotations

import numpy as np
import pytest

from matcher.brief import Near
from matcher.landscape import Landscape
from matcher.signals import query_for, query_of
from matcher.signals.place import how_near, kilometres, nearness
from tests.engine_factories import make_idea, make_landscape
from tests.engine_factories import make_organisation as org

# The stations of Copenhagen and Aarhus, 157 km apart as the crow flies.
COPENHAGEN = {"lat": 55.6727, "lon": 12.5646}
AARHUS = {"lat": 56.1504, "lon": 10.2045}


def _near(landscape: Landscape) -> list[float]:
    return [float(v) for v in nearness(landscape, query_of(landscape, 0)).dense(len(landscape))]


def test_a_distance_that_is_known() -> None:
    landscape = make_landscape(org("a", **COPENHAGEN), org("b", **AARHUS))
    assert kilometres(landscape, query_of(landscape, 0), np.array([1]))[0] == pytest.approx(
        157, abs=1
    )


def test_nearer_is_more_and_the_same_point_is_1() -> None:
    landscape = make_landscape(
        org("a", lat=55.67, lon=12.5),
        org("b", lat=55.67, lon=12.5),
        org("c", lat=55.68, lon=12.5),
        org("d", lat=55.78, lon=12.5),
        org("e", **AARHUS),
    )
    _, same, near, farther, far = _near(landscape)
    assert same == 1.0
    assert same > near > farther > far == 0


def test_five_kilometres_are_two_fifths() -> None:
    north = 5.0 / 111.195  # kilometres a degree of latitude
    landscape = make_landscape(org("a", lat=55.0, lon=12.0), org("b", lat=55.0 + north, lon=12.0))
    assert _near(landscape)[1] == pytest.approx(0.4, abs=0.001)


@pytest.mark.parametrize(
    ("lat", "lon"), [(55.67, 12.5), (0.0, 179.99), (-89.9, 0.0), (70.0, -30.0)]
)
def test_whoever_is_within_reach_is_found(lat: float, lon: float) -> None:
    random = np.random.default_rng(7)
    places = random.uniform(-0.4, 0.4, (300, 2)) + np.array([lat, lon])
    others = [org(f"o{i}", lat=float(y), lon=float(x)) for i, (y, x) in enumerate(places)]
    landscape = make_landscape(org("a", lat=lat, lon=lon), *others)
    query = query_of(landscape, landscape.index["a"])
    km = kilometres(landscape, query, np.arange(len(landscape)))
    values = nearness(landscape, query).dense(len(landscape))
    inside = (km < 24.9) & (np.sign(landscape.places.lon) == np.sign(lon or 1.0))
    assert (values[inside] > 0).all()
    assert (values[km > 25.1] == 0).all()


def test_without_coordinates_the_smallest_common_area_counts() -> None:
    landscape = make_landscape(
        org("a", municipality="Byen", district="Nord", postcode="1000", **COPENHAGEN),
        org("b", municipality="Byen", district="Nord", postcode="2000"),
        org("c", municipality="Byen", district="Syd", postcode="1000"),
        org("d", municipality="Byen", district="Syd"),
        org("e", municipality="Øen", district="Nord"),
        org("f"),
    )
    _, district, postcode, municipality, elsewhere, unknown = _near(landscape)
    assert 1 > district > postcode > municipality > elsewhere == 0
    assert np.isnan(unknown)


def test_two_postcodes_alone_do_not_say_how_far() -> None:
    landscape = make_landscape(org("a", postcode="1000"), org("b", postcode="1001"))
    assert np.isnan(_near(landscape)[1])


def test_half_a_point_is_no_point() -> None:
    landscape = make_landscape(org("a", **COPENHAGEN), org("b", lat=55.0), org("c", lat=91, lon=1))
    assert np.isnan(_near(landscape)[1:]).all()


def test_the_fact_is_the_distance_or_the_area() -> None:
    landscape = make_landscape(
        org("a", municipality="Byen", postcode="1000", **COPENHAGEN),
        org("b", municipality="Øen", postcode="1000", **AARHUS),
        org("c", municipality="byen"),
        org("d", postcode="1000"),
        org("e", municipality="Øen"),
        org("f", lat=55.7, lon=12.55),
    )
    query = query_of(landscape, 0)
    (distance,) = how_near(landscape, query, 5)
    assert (distance.kind, distance.id) == ("distance", None)
    assert distance.amount == pytest.approx(3.2, abs=0.1)
    assert how_near(landscape, query, 1) == ()
    assert [(f.kind, f.id) for f in how_near(landscape, query, 2)] == [("municipality", "Byen")]
    assert [(f.kind, f.id) for f in how_near(landscape, query, 3)] == [("postcode", "1000")]
    assert how_near(landscape, query, 4) == ()


def test_an_idea_is_near_its_own_place() -> None:
    landscape = make_landscape(
        org("a", **AARHUS), org("b", municipality="København", **COPENHAGEN), org("c", **AARHUS)
    )
    here = Near(**COPENHAGEN, km=10.0)
    query = query_for(landscape, make_idea(landscape, asker="a", near=here))
    assert nearness(landscape, query).dense(3).tolist() == [0.0, 1.0, 0.0]
    query = query_for(landscape, make_idea(landscape, asker="a", area="københavn"))
    values = nearness(landscape, query).dense(3)
    assert values[1] == 0.5
    assert np.isnan(values[2])
