"""Organisations by where they are."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from matcher.landscape.cells import around, cells, grouped
from matcher.landscape.places import on_sphere
from matcher.signals.place import EARTH_KM


def test_rows_are_found_by_their_code() -> None:
    found = grouped(np.array([7, -1, 3, 7, 5]))
    assert found.of(7).tolist() == [0, 3]
    assert found.of(4).tolist() == found.of(-1).tolist() == []
    assert found.between(3, 5).tolist() == [2, 4]
    assert found.between(0, 99).tolist() == [2, 4, 0, 3]
    assert grouped(np.empty(0, np.int64)).of(1).tolist() == []


@given(st.lists(st.integers(-1, 4), max_size=30), st.integers(0, 4), st.integers(0, 4))
def test_so_it_is_for_any_codes(codes: list[int], first: int, last: int) -> None:
    found = grouped(np.array(codes, np.int64))
    assert sorted(found.between(first, last).tolist()) == [
        row for row, code in enumerate(codes) if first <= code <= last
    ]


def test_the_same_place_is_the_same_cell_and_none_is_none() -> None:
    lat, lon = np.array([55.01, 55.02, 55.2, np.nan]), np.array([12.01, 12.02, 12.01, 12.0])
    here, near, north, nowhere = cells(lat, lon).tolist()
    assert here == near != north
    assert nowhere == -1


@pytest.mark.parametrize("km", [0.0, 1.0, 25.0, 200.0])
@pytest.mark.parametrize(("lat", "lon"), [(55.67, 12.5), (0.0, 0.0), (-54.8, -68.3), (78.2, 15.6)])
def test_all_within_a_circle_are_found(lat: float, lon: float, km: float) -> None:
    random = np.random.default_rng(3)
    spread = np.array([0.6, 2.0]) * max(km, 5.0) / 25.0
    places = random.uniform(-1, 1, (400, 2)) * spread + np.array([lat, lon])
    places[0] = lat, lon
    index = grouped(cells(places[:, 0], places[:, 1]))
    found = set(around(index, lat, lon, km).tolist())
    apart = on_sphere(places) - on_sphere(np.array([[lat, lon]]))
    away = 2 * EARTH_KM * np.arcsin(np.sqrt(np.square(apart).sum(axis=0)) / 2)
    inside = set(np.flatnonzero(away <= km).tolist())
    assert inside <= found
    assert 0 in found
    assert len(found) < 400 or km == 200.0
