from datetime import date

import numpy as np
import pytest

from matcher.network.layout import UNIT
from matcher.network.own_places import MOST, own_places
from matcher.network.picture import MapView
from matcher.network.ties import merged
from tests.matcher.network.evidence_makers import Report, make_evidence
from tests.matcher.network.nets import make_star

AS_OF = date(2026, 5, 1)
NOBODY = np.empty(0, np.int64)


def ties_of(pairs, count):
    reports = [Report(a=str(a), b=str(b)) for a, b in pairs]
    index = {str(row): row for row in range(count)}
    return merged(make_evidence([], reports, index, AS_OF), AS_OF)


def scattered(count):
    return np.random.default_rng(1).uniform(0, 100 * UNIT, (count, 2))


@pytest.mark.parametrize(
    "view",
    [MapView(around="a"), MapView(collaboration="c"), MapView(only=("a", "b"))],
)
def test_a_small_view_that_is_scattered_is_drawn_together(view):
    place, ties = scattered(30), ties_of(make_star(30), 30)
    own = own_places(place, ties, view, np.array([0]))
    assert np.ptp(own, axis=0).max() < 15 * UNIT
    assert (own == own_places(place, ties, view, np.array([0]))).all()


@pytest.mark.parametrize("view", [MapView(), MapView(sector="public"), MapView(without=("a",))])
def test_a_filter_moves_nobody(view):
    place = scattered(30)
    assert own_places(place, ties_of(make_star(30), 30), view, NOBODY) is place


def test_what_stands_together_already_stays():
    place = scattered(30) / 40
    ties = ties_of(make_star(30), 30)
    assert own_places(place, ties, MapView(around="a"), np.array([0])) is place


def test_what_is_not_small_any_more_stays():
    count = MOST + 1
    place = scattered(count)
    ties = ties_of([(0, 1)], count)
    assert own_places(place, ties, MapView(around="a"), np.array([0])) is place


def test_nobody_and_one_stay_where_they_are():
    for count in (0, 1):
        place = scattered(count)
        assert own_places(place, ties_of([], count), MapView(only=("a",)), NOBODY) is place


def test_a_way_goes_from_left_to_right():
    ties = ties_of([(0, 1), (0, 2), (1, 3), (2, 3)], 4)
    view = MapView(around="a", path_to="b")
    x, y = own_places(scattered(4), ties, view, np.array([0, 3])).T
    assert x[0] < x[1] == x[2] < x[3]
    assert y[1] != y[2]
    assert x[0] == -x[3]


def test_two_without_a_way_stand_beside_each_other():
    view = MapView(around="a", path_to="b")
    own = own_places(scattered(2), ties_of([], 2), view, np.array([0, 1]))
    assert own[0, 0] < own[1, 0]
    assert own[0, 1] == own[1, 1]
