import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from matcher.network.packing import apart, spread


@given(st.lists(st.floats(0.5, 5.0), min_size=2, max_size=12), st.integers(0, 9))
@settings(max_examples=40, deadline=None)
def test_circles_do_not_overlap_afterwards(radii, seed):
    radius = np.array(radii)
    place = np.random.default_rng(seed).normal(size=(len(radius), 2))
    moved = apart(place, radius)
    distance = np.linalg.norm(moved[:, None] - moved[None], axis=-1)
    reach = radius[:, None] + radius[None, :]
    np.fill_diagonal(reach, 0.0)
    assert (distance - reach).min() > -0.02 * radius.mean()


def test_circles_that_do_not_overlap_stay():
    place = np.array([[0.0, 0.0], [5.0, 0.0]])
    assert apart(place, np.array([1.0, 1.0])).tolist() == place.tolist()


def test_crowded_points_are_spread_and_lonely_ones_stay():
    crowd = np.random.default_rng(1).normal(scale=0.3, size=(20, 2))
    place = np.vstack([crowd, [[50.0, 50.0]]])
    moved = spread(place, 1.0)
    assert moved[-1].tolist() == [50.0, 50.0]
    nearest = np.linalg.norm(moved[:20, None] - moved[None, :20], axis=-1) + 9 * np.eye(20)
    assert nearest.min() > 0.6


def test_no_points():
    assert spread(np.empty((0, 2)), 1.0).shape == (0, 2)
