import numpy as np
import pytest

from matcher.network.forces import settle, settle_one, sunflower


def test_tied_nodes_end_nearer_than_others():
    """Two triangles joined by one tie."""
    weights = np.zeros((6, 6))
    for a, b in [(0, 1), (0, 2), (1, 2), (3, 4), (3, 5), (4, 5), (2, 3)]:
        weights[a, b] = weights[b, a] = 1.0
    place = settle_one(weights, np.full(6, 0.5))
    apart = np.linalg.norm(place[:, None] - place[None], axis=-1)
    assert apart[0, 1] < apart[0, 4]
    assert apart[4, 5] < apart[1, 5]


def test_empty_places_stay_and_do_not_push():
    radius = np.array([[0.5, 0.5, 0.0]])
    start = np.array([[[0.0, 1.0], [0.0, -1.0], [0.1, 0.0]]])
    weights = np.zeros((1, 3, 3))
    settled = settle(weights, radius, start)
    assert settled[0, 2] == pytest.approx([0.1, 0.0])
    assert settled[0, :2].sum(axis=0) == pytest.approx([0.0, 0.0], abs=1e-4)


def test_a_batch_settles_each_network_as_if_alone():
    weights = np.zeros((2, 3, 3))
    weights[0, 0, 1] = weights[0, 1, 0] = 1.0
    weights[1, 1, 2] = weights[1, 2, 1] = 1.0
    start = np.stack([sunflower(3), sunflower(3)])
    radius = np.full((2, 3), 0.5)
    both = settle(weights, radius, start)
    alone = settle(weights[1:], radius[1:], start[1:])
    assert both[1] == pytest.approx(alone[0], abs=1e-5)


def test_sunflower_is_even():
    points = sunflower(50)
    apart = np.linalg.norm(points[:, None] - points[None], axis=-1) + np.eye(50) * 9
    assert 0.8 < apart.min(axis=1).min() <= apart.min(axis=1).max() < 2.5
    assert sunflower(0).shape == (0, 2)
