"""Points inside and outside of areas, and their middles."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from matcher.network.place.outlines import Outline, centre, inside, outline
from tests.matcher.network.place.makers import make_outline, make_square


def is_in(area: Outline, *points: tuple[float, float]) -> list[bool]:
    lon, lat = np.array(points, np.float64).T
    return inside(area, lon, lat).tolist()


def test_a_hole_is_outside_and_an_island_in_it_inside() -> None:
    area = make_outline(
        [make_square(0, 0, 10), make_square(2, 2, 6)],
        [make_square(4, 4, 2)],
    )
    assert is_in(area, (1, 1), (3, 3), (5, 5), (11, 5), (-1, 5)) == [
        True,
        False,
        True,
        False,
        False,
    ]


def test_neighbours_share_no_point_and_leave_none_out() -> None:
    west, east = make_outline([make_square(0, 0)]), make_outline([make_square(1, 0)])
    assert is_in(west, (1, 0.5)) == [False]
    assert is_in(east, (1, 0.5)) == [True]


def test_a_point_that_is_not_known_is_nowhere() -> None:
    assert is_in(make_outline([make_square(0, 0)]), (np.nan, 0.5), (0.5, np.nan)) == [False, False]


def test_a_polygon_and_a_height_are_read() -> None:
    told = [[*point, 12.0] for point in make_square(0, 0)]
    area = outline({"type": "Polygon", "coordinates": [told]})
    assert area.box == (0, 0, 1, 1)


@given(
    st.lists(st.tuples(st.floats(-5, 15), st.floats(-5, 15)), min_size=1, max_size=40),
    st.floats(0.5, 9),
)
def test_a_square_says_the_same_as_its_sides(
    points: list[tuple[float, float]], side: float
) -> None:
    area = make_outline([make_square(0, 0, side)])
    assert is_in(area, *points) == [0 <= x < side and 0 <= y < side for x, y in points]


def test_the_middle_of_a_square_is_its_middle_whichever_way_it_goes() -> None:
    ring = make_square(10, 50, 2)
    for way in (ring, ring[::-1]):
        assert centre(make_outline([way])) == pytest.approx((11, 51))


def test_the_middle_lies_in_the_largest_part() -> None:
    area = make_outline([make_square(0, 0, 0.1)], [make_square(5, 5, 3)])
    assert centre(area) == pytest.approx((6.5, 6.5))


@pytest.mark.parametrize(
    "area",
    [
        # A horseshoe and a ring, whose centres of gravity lie outside.
        make_outline([[[0, 0], [9, 0], [9, 9], [8, 9], [8, 1], [1, 1], [1, 9], [0, 9], [0, 0]]]),
        make_outline([make_square(0, 0, 10), make_square(1, 1, 8)]),
    ],
    ids=["horseshoe", "ring"],
)
def test_the_middle_is_inside(area: Outline) -> None:
    assert is_in(area, centre(area)) == [True]


@given(st.lists(st.tuples(st.floats(1, 5), st.floats(0.1, 0.9)), min_size=3, max_size=12))
def test_the_middle_of_a_star_is_inside(spikes: list[tuple[float, float]]) -> None:
    turn = 2 * np.pi / len(spikes)
    ring = [
        [far * np.cos(turn * (k + at)), far * np.sin(turn * (k + at))]
        for k, (far, at) in enumerate(spikes)
    ]
    area = make_outline([[*ring, ring[0]]])
    assert is_in(area, centre(area)) == [True]


def test_an_area_without_extent_has_a_middle() -> None:
    assert centre(make_outline([[[1, 2], [1, 2], [1, 2], [1, 2]]])) == (1, 2)
