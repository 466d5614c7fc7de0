import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.spatial import cKDTree

from matcher.network.layout import UNIT, layout
from matcher.network.staying import CLEAR, Kept, carried_on, outgrown
from tests.matcher.network.nets import make_planted

NOTHING = np.empty((0, 2), dtype=np.int64)


def make_kept(ends, before, size):
    """A layout of the first `before` of `size` nodes, and room for the others."""
    old = ends[(ends < before).all(axis=1)]
    drawn = layout(before, old)
    place = np.full((size, 2), np.nan)
    group = np.full(size, -1, dtype=np.int64)
    place[:before], group[:before] = drawn.place, drawn.group
    return Kept(place=place, group=group, organisations=before, ties=len(old))


def carried(kept, ends):
    return carried_on(kept, ends, np.ones(len(ends)))


def test_nobody_moves_and_a_new_one_stands_at_the_centre_of_its_partners():
    ends = make_planted(6, 30, between=8)
    ends = np.vstack([ends, [[30, 180], [31, 180], [32, 180]]])
    kept = make_kept(ends, 180, 181)
    now = carried(kept, ends)
    assert now.place[:180].tolist() == kept.place[:180].tolist()
    centre = kept.place[[30, 31, 32]].mean(axis=0)
    assert np.linalg.norm(now.place[180] - centre) < 4 * UNIT
    assert now.group[180] == np.bincount(kept.group[[30, 31, 32]]).argmax()


def test_it_stands_on_the_centre_itself_where_there_is_room():
    place = np.array([[0.0, 0.0], [400.0, 0.0], [np.nan, np.nan]])
    kept = Kept(place=place, group=np.array([-1, -1, -1]), organisations=2, ties=0)
    now = carried(kept, np.array([[0, 2], [1, 2]]))
    assert now.place[2] == pytest.approx([200, 0], abs=CLEAR / 4)


def test_stronger_ties_draw_more():
    place = np.array([[0.0, 0.0], [400.0, 0.0], [np.nan, np.nan]])
    kept = Kept(place=place, group=np.array([-1, -1, -1]), organisations=2, ties=0)
    now = carried_on(kept, np.array([[0, 2], [1, 2]]), np.array([3.0, 1.0]))
    assert now.place[2] == pytest.approx([100, 0], abs=CLEAR / 4)


def test_new_ones_do_not_lie_on_each_other_or_on_anybody():
    ends = make_planted(4, 30)
    arriving = np.array([[at % 7, 120 + at] for at in range(20)])
    ends = np.vstack([ends, arriving])
    kept = make_kept(ends, 120, 140)
    now = carried(kept, ends)
    tree = cKDTree(now.place)
    assert tree.query(now.place[120:], k=2)[0][:, 1].min() > 0.9 * CLEAR


def test_one_without_ties_joins_the_band_below():
    ends = make_planted(3, 20)
    kept = make_kept(ends, 66, 70)
    now = carried(kept, ends)
    assert (now.place[66:, 1] > kept.place[:60, 1].max() + UNIT).all()
    assert now.place[66:, 1] == pytest.approx([kept.place[65, 1]] * 4)
    assert cKDTree(now.place).query(now.place[66:], k=2)[0][:, 1].min() > UNIT
    assert now.group[66:].tolist() == [-1] * 4


def test_new_ones_that_know_only_each_other_stand_beside_the_picture():
    ends = np.vstack([make_planted(3, 20), [[60, 61], [61, 62]]])
    kept = make_kept(ends, 60, 63)
    now = carried(kept, ends)
    assert (now.place[60:, 0] > kept.place[:60, 0].max()).all()
    assert np.linalg.norm(now.place[60] - now.place[61]) < 3 * UNIT


def test_a_chain_of_new_ones_hangs_on_the_one_who_knows_somebody():
    ends = np.vstack([make_planted(3, 20), [[0, 60], [60, 61], [61, 62]]])
    kept = make_kept(ends, 60, 63)
    now = carried(kept, ends)
    assert np.isfinite(now.place).all()
    assert len(set(now.group[60:].tolist())) == 1


def test_who_left_leaves_a_hole_and_a_place_that_is_taken_is_not_given_away():
    gone = np.array([[200.0, 0.0]])
    place = np.array([[0.0, 0.0], [400.0, 0.0], [np.nan, np.nan]])
    kept = Kept(place=place, group=np.array([-1, -1, -1]), organisations=2, ties=0, taken=gone)
    now = carried(kept, np.array([[0, 2], [1, 2]]))
    assert np.linalg.norm(now.place[2] - gone[0]) > 0.9 * CLEAR


def test_one_who_stood_alone_gets_a_group_with_its_first_partners():
    kept = Kept(
        place=np.array([[0.0, 0.0], [50.0, 0.0], [90.0, 900.0]]),
        group=np.array([3, 3, -1]),
        organisations=3,
        ties=1,
    )
    now = carried(kept, np.array([[0, 1], [1, 2]]))
    assert now.group.tolist() == [3, 3, 3]
    assert now.place[2].tolist() == [90.0, 900.0]


@given(
    st.integers(0, 9),
    st.lists(st.lists(st.integers(0, 99), max_size=4), min_size=1, max_size=15),
)
@settings(max_examples=40, deadline=None)
def test_whoever_comes_nobody_moves_and_all_stand_somewhere(seed, comers):
    """New ones may be tied to anybody, each other and themselves included."""
    before, size = 40, 40 + len(comers)
    old = make_planted(2, 20)
    new = [(before + at, node % size) for at, nodes in enumerate(comers) for node in nodes]
    ends = np.vstack([old, np.array(new, dtype=np.int64).reshape(-1, 2)])
    kept = make_kept(ends, before, size)
    now = carried(kept, ends)
    assert now.place[:before].tolist() == kept.place[:before].tolist()
    assert np.isfinite(now.place).all()
    nearest = cKDTree(now.place).query(now.place[before:], k=2)[0][:, 1]
    assert nearest.min() > 0.7 * CLEAR
    again = carried(kept, ends)
    assert again.place.tolist() == now.place.tolist()


def test_a_whole_network_from_nothing_kept():
    kept = Kept(place=np.full((2, 2), np.nan), group=np.array([-1, -1]), organisations=0, ties=0)
    now = carried(kept, NOTHING)
    assert np.linalg.norm(now.place[0] - now.place[1]) > CLEAR


@pytest.mark.parametrize(
    ("before", "now", "expected"),
    [
        ((100, 300), (120, 360), False),
        ((100, 300), (121, 300), True),
        ((100, 300), (100, 361), True),
        ((100, 300), (50, 100), False),
        ((4, 3), (5, 6), False),
        ((40, 0), (40, 1), True),
        ((40, 0), (45, 0), False),
    ],
)
def test_a_network_has_outgrown_its_map_after_a_fifth(before, now, expected):
    kept = Kept(
        place=np.empty((0, 2)), group=np.empty(0, int), organisations=before[0], ties=before[1]
    )
    assert outgrown(kept, organisations=now[0], ties=now[1]) is expected
