"""How much organisations do."""

from __future__ import annotations

from datetime import timedelta

import numpy as np
import pytest

from matcher.landscape import Landscape
from tests.engine_factories import AS_OF, make_collaboration, make_landscape

YEAR = timedelta(days=365.25)


@pytest.fixture
def landscape() -> Landscape:
    """One with three collaborations, one with one that has no date, one with none."""
    return make_landscape(
        "a", "b", "c",
        joint=[
            make_collaboration("1", ["a"], start=AS_OF - 4 * YEAR, end=AS_OF - 2 * YEAR),
            make_collaboration("2", ["a"], start=AS_OF - 2 * YEAR, end=AS_OF),
            make_collaboration("3", ["a"], end=AS_OF + YEAR),
            make_collaboration("4", ["b"], end=AS_OF - timedelta(days=1)),
        ],
    )  # fmt: skip


def test_how_many_and_how_much_that_is(landscape: Landscape) -> None:
    assert landscape.activity.number.tolist() == [3, 1, 0]
    assert landscape.activity.experience[:2].tolist() == pytest.approx([1.0, np.log(2) / np.log(4)])
    assert np.isnan(landscape.activity.experience[2])


def test_the_latest_is_the_one_that_began_last(landscape: Landscape) -> None:
    ids = landscape.collaborations.ids
    assert [ids[row] if row >= 0 else None for row in landscape.activity.latest] == [
        "2", None, None,
    ]  # fmt: skip
    assert landscape.activity.fresh[0] == pytest.approx(1 / 4, abs=0.001)
    assert np.isnan(landscape.activity.fresh[1:]).all()


def test_of_equal_ones_the_first_is_the_latest() -> None:
    joint = [make_collaboration(key, ["a"], start=AS_OF - YEAR) for key in ("2", "1", "3")]
    landscape = make_landscape("a", joint=joint)
    assert landscape.collaborations.ids[landscape.activity.latest[0]] == "1"


def test_what_ends_today_still_runs(landscape: Landscape) -> None:
    assert landscape.activity.running.tolist() == [2, 0, 0]


def test_five_running_leave_half_the_room() -> None:
    joint = [make_collaboration(f"{i}", ["a"]) for i in range(5)]
    landscape = make_landscape("a", "b", "c", joint=[*joint, make_collaboration("x", ["b"])])
    assert landscape.activity.room[:2].tolist() == pytest.approx([1 / 2, 5 / 6])
    assert np.isnan(landscape.activity.room[2])


def test_nobody_does_nothing() -> None:
    activity = make_landscape().activity
    assert [len(getattr(activity, name)) for name in activity.__slots__] == [0] * 6
