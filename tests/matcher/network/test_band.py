import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from matcher.network.band import BELOW, STEP, band, seats

NOBODY = np.empty((0, 2))


def test_rows_stand_below_the_others_and_are_as_wide() -> None:
    others = np.array([[-20.0, -5.0], [20.0, 7.0]])
    rows = band(60, others)
    assert rows[:, 1].min() == 7 + BELOW
    assert np.ptp(rows[:, 0]) <= 40
    assert len(np.unique(rows[:, 1])) == 3


def test_nobody_stands_nowhere() -> None:
    assert band(0, NOBODY).shape == (0, 2)
    assert len(seats(1, NOBODY, NOBODY)) >= 1


def test_one_more_sits_beside_those_who_sit_in_the_middle() -> None:
    others = np.array([[-20.0, -5.0], [20.0, 7.0]])
    sitting = band(3, others)
    every = np.vstack([others, sitting])
    offered = seats(1, others, every)
    apart = np.linalg.norm(offered[:, None] - every[None], axis=2).min(axis=1)
    first = offered[apart > 0.8 * STEP][0]
    assert first[1] == sitting[0, 1]
    assert abs(first[0]) < 3.5 * STEP


@given(st.integers(1, 40), st.integers(0, 40))
def test_there_is_a_free_seat_for_everybody(more: int, sitting: int) -> None:
    others = np.array([[-9.0, 0.0], [9.0, 3.0]])
    every = np.vstack([others, band(sitting, others)])
    offered = seats(more, others, every)
    apart = np.linalg.norm(offered[:, None] - every[None], axis=2).min(axis=1)
    assert (apart > 0.8 * STEP).sum() >= more
