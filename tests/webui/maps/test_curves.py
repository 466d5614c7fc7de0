from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from webui.maps.curves import HIGH, WIDE, curve


def test_a_year_without_a_value_is_a_gap() -> None:
    line = curve([2020, 2021, 2022, 2023], [1.0, None, 3.0, 2.0])
    assert line is not None
    assert len(line.pieces) == 2
    assert (line.first, line.last) == ((2020, 1.0), (2023, 2.0))
    assert (line.low, line.high) == ((2020, 1.0), (2022, 3.0))


def test_nothing_known_is_no_curve() -> None:
    assert curve([], []) is None
    assert curve([2020], [None]) is None


def test_higher_values_stand_higher() -> None:
    line = curve([2020, 2021], [0.0, 5.0])
    assert line is not None
    low, high = (float(point.split(",")[1]) for point in line.pieces[0].split())
    assert high < low


@given(st.lists(st.none() | st.floats(-1, 1e6), min_size=1, max_size=60))
def test_all_of_it_is_inside_the_picture(values: list[float | None]) -> None:
    line = curve(list(range(len(values))), values)
    for piece in line.pieces if line else ():
        for point in piece.split():
            x, y = map(float, point.split(","))
            assert 0 <= x <= WIDE
            assert 0 <= y <= HIGH
