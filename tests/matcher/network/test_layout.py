import time

import numpy as np
import pytest
from scipy.spatial import cKDTree

from matcher.network.layout import UNIT, layout
from tests.matcher.network.nets import make_planted, make_random, make_star

NOTHING = np.empty((0, 2), dtype=np.int64)


def neighbours_kept(place, ends, among=20):
    """The share of ties whose other end is among a node's nearest."""
    near = cKDTree(place).query(place, k=among + 1)[1][:, 1:]
    kept = [b in near[a] for a, b in ends] + [a in near[b] for a, b in ends]
    return np.mean(kept)


def test_no_nodes_one_node_one_tie():
    assert layout(0, NOTHING).place.shape == (0, 2)
    assert layout(1, NOTHING).group.tolist() == [-1]
    pair = layout(2, np.array([[0, 1]])).place
    assert np.linalg.norm(pair[0] - pair[1]) == pytest.approx(UNIT, rel=0.5)


def test_it_is_the_same_every_time():
    ends = make_planted(5, 40)
    assert layout(200, ends).place.tolist() == layout(200, ends).place.tolist()


def test_planted_groups_stand_together():
    ends = make_planted(6, 30, between=8)
    drawn = layout(180, ends)
    assert neighbours_kept(drawn.place, ends) > 0.7
    nearest = cKDTree(drawn.place).query(drawn.place, k=6)[1][:, 1:]
    assert (nearest // 30 == np.arange(180)[:, None] // 30).mean() > 0.85
    assert len(set(drawn.group.tolist())) >= 5


@pytest.mark.parametrize("size", [300, 1500])
def test_a_network_without_groups_gets_none(size):
    drawn = layout(size, make_random(size, 3 * size))
    assert set(drawn.group.tolist()) == {-1}
    assert np.isfinite(drawn.place).all()


@pytest.mark.parametrize("ends", [make_planted(6, 40), make_random(240, 700), make_star(240)])
def test_nodes_do_not_lie_on_each_other(ends):
    place = layout(240, ends).place
    nearest = cKDTree(place).query(place, k=2)[0][:, 1]
    assert np.quantile(nearest, 0.02) > 0.5 * UNIT


def test_a_star_has_its_hub_in_the_middle():
    place = layout(301, make_star(301)).place
    assert np.linalg.norm(place[0] - place[1:].mean(axis=0)) < 0.1 * np.ptp(place, axis=0).max()


def test_those_without_ties_stand_in_a_band_below_in_their_order():
    ends = make_planted(3, 20)
    place = layout(70, ends).place
    band = place[60:]
    assert band[:, 1].min() > place[:60, 1].max() + UNIT
    assert (np.lexsort((band[:, 0], band[:, 1])) == np.arange(10)).all()


def test_three_hundred_without_a_tie():
    place = layout(300, NOTHING).place
    wide, high = np.ptp(place, axis=0)
    assert 2 < wide / high < 4


def test_a_demo_sized_network_takes_less_than_half_a_second():
    ends = make_planted(6, 40)
    layout(240, ends)
    began = time.process_time()
    layout(240, ends)
    assert time.process_time() - began < 0.5
