from __future__ import annotations

import numpy as np
import pytest

from matcher.landscape import Landscape
from matcher.signals import query_of
from matcher.signals.place import how_near, kilometres, nearness
from tests.engine_factories import make_landscape
from tests.engine_factories import make_organisation as org

# The stations of Copenhagen and Aarhus, 157 km apart as the crow flies.
COPENHAGEN = {"lat": 55.6727, "lon": 12.5646}
AARHUS = {"lat": 56.1504, "lon": 10.2045}


def _near(landscape: Landscape) -> list[float]:
    return [float(v) for v in nearness(landscape, query_of(landscape, 0))]


def test_a_distance_that_is_known() -> None:
    landscape = make_landscape(org("a", **COPENHAGEN), org("b", **AARHUS))
    assert kilometres(landscape, query_of(landscape, 0))[1] == pytest.approx(157, abs=1)


def test_nearer_is_more_and_the_same_point_is_1() -> None:
    landscape = make_landscape(
        org("a", lat=55.67, lon=12.5),
        org("b", lat=55.67, lon=12.5),
        org("c", lat=55.68, lon=12.5),
        org("d", **AARHUS),
    )
    _, same, near, far = _near(landscape)
    assert same == 1.0
    assert same > near > far > 0


def test_five_kilometres_are_a_half() -> None:
    north = 5.0 / 111.195  # kilometres a degree of latitude
    landscape = make_landscape(org("a", lat=55.0, lon=12.0), org("b", lat=55.0 + north, lon=12.0))
    assert _near(landscape)[1] == pytest.approx(0.5, abs=0.001)


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
    )
    query = query_of(landscape, 0)
    (distance,) = how_near(landscape, query, 1)
    assert (distance.kind, distance.id) == ("distance", None)
    assert distance.amount == pytest.approx(157, abs=1)
    assert [(f.kind, f.id) for f in how_near(landscape, query, 2)] == [("municipality", "Byen")]
    assert [(f.kind, f.id) for f in how_near(landscape, query, 3)] == [("postcode", "1000")]
    assert how_near(landscape, query, 4) == ()
