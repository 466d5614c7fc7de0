"""Numbers along the map."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from webui.maps.along import along


def test_a_curve_visits_each_cell_once_and_only_steps_to_the_next_one() -> None:
    x, y = np.meshgrid(np.arange(32.0), np.arange(32.0))
    place = np.stack([x.ravel(), y.ravel()], axis=1)
    steps = np.abs(np.diff(place[along(place)], axis=0)).sum(axis=1)
    assert steps.max() <= 2
    assert (steps == 1).mean() > 0.9


@given(st.lists(st.tuples(st.floats(-1e6, 1e6), st.floats(-1e6, 1e6)), max_size=30))
def test_every_node_has_a_number(places: list[tuple[float, float]]) -> None:
    order = along(np.array(places).reshape(-1, 2))
    assert sorted(order.tolist()) == list(range(len(places)))
