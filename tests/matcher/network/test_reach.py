from datetime import date

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from matcher.network.reach import FAR, distances, near, shortest_ways
from matcher.network.ties import merged
from tests.matcher.network.evidence_makers import Report, make_evidence
from tests.matcher.network.nets import make_star

AS_OF = date(2026, 5, 1)


def ties_of(*pairs):
    index = {str(row): row for row in range(400)}
    reports = [Report(a=str(a), b=str(b)) for a, b in pairs]
    return merged(make_evidence([], reports, index, AS_OF), AS_OF)


# 0 – 1 – 3 and 0 – 2 – 3 – 4; 5 and 6 apart from them.
SQUARE = ties_of((0, 1), (0, 2), (1, 3), (2, 3), (3, 4), (1, 2), (5, 6))


def test_distances_count_ties():
    assert distances(0, SQUARE, 8).tolist() == [0, 1, 1, 2, 3, FAR, FAR, FAR]
    assert distances(0, ties_of(), 2).tolist() == [0, FAR]


@pytest.mark.parametrize(("steps", "reached"), [(0, [0]), (1, [0, 1, 2]), (2, [0, 1, 2, 3])])
def test_near_is_as_far_as_so_many_steps(steps, reached):
    assert np.flatnonzero(near(0, steps, SQUARE, 8)).tolist() == reached


def test_all_shortest_ways_and_none_of_the_ties_beside_them():
    rows, over = shortest_ways(0, 4, SQUARE, 8)
    assert np.flatnonzero(rows).tolist() == [0, 1, 2, 3, 4]
    ends = {tuple(pair) for pair in SQUARE.ends[over].tolist()}
    assert ends == {(0, 1), (0, 2), (1, 3), (2, 3), (3, 4)}


def test_two_that_are_not_connected_are_alone():
    rows, over = shortest_ways(0, 5, SQUARE, 8)
    assert np.flatnonzero(rows).tolist() == [0, 5]
    assert not over.any()


def test_a_way_to_itself():
    rows, over = shortest_ways(3, 3, SQUARE, 8)
    assert np.flatnonzero(rows).tolist() == [3]
    assert not over.any()


def test_a_star_is_reached_in_two_steps():
    star = ties_of(*make_star(300).tolist())
    assert near(7, 2, star, 300).all()
    assert near(7, 1, star, 300).sum() == 2


@given(st.lists(st.tuples(st.integers(0, 8), st.integers(0, 8)), max_size=16))
def test_a_way_is_as_long_back_as_there(pairs):
    ties = ties_of(*pairs)
    there, back = shortest_ways(0, 8, ties, 9), shortest_ways(8, 0, ties, 9)
    assert (there[0] == back[0]).all()
    assert (there[1] == back[1]).all()
    away = int(distances(0, ties, 9)[8])
    if away < FAR:
        assert there[1].sum() >= away
        assert distances(0, ties, 9)[there[0]].max() == away
