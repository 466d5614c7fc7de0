"""Which candidates are learnt from, and how much each list has to say."""

from __future__ import annotations

import numpy as np

from matcher.learn.lists import BEST, asked_of_all, asked_of_all_and_new, best
from matcher.learn.seen import Seen


def _seen(size: int, relevant: list[int], partners: list[int] | None = None) -> Seen:
    rows = np.arange(size)
    return Seen(
        values=rows[:, None] / size,
        relevant=np.isin(rows, relevant),
        partner=np.isin(rows, partners or []),
    )


def test_all_of_a_few_candidates_are_learnt_from() -> None:
    found = best(_seen(BEST, [3, 5], [5]), np.arange(BEST))
    assert len(found.values) == BEST
    assert np.flatnonzero(found.relevant).tolist() == [3, 5]
    assert np.flatnonzero(found.partner).tolist() == [5]


def test_of_many_those_that_look_best() -> None:
    size = 10 * BEST
    found = best(_seen(size, [3, size - 1]), np.arange(size))
    assert len(found.values) == BEST
    assert found.values.min() == (size - BEST) / size
    assert np.count_nonzero(found.relevant) == 1


def test_partners_do_not_crowd_out_new_ones() -> None:
    size = 10 * BEST
    found = best(_seen(size, [0], list(range(size - BEST, size))), np.arange(size))
    assert len(found.values) == 2 * BEST
    assert np.count_nonzero(found.partner) == BEST


def test_everybody_and_new_partners_have_half_the_say_each() -> None:
    lists = asked_of_all_and_new([_seen(5, [1, 2], [2]), _seen(4, [3], [3]), _seen(3, [0])])
    everybody, new = lists.views
    np.testing.assert_allclose(everybody.weight, [0.5, 0.5, 0.5])
    # The second list has nobody new, so the others speak for it.
    np.testing.assert_allclose(new.weight, [0.75, 0.0, 0.75])
    np.testing.assert_allclose(everybody.target, [0, 0.25, 0.25, 0, 0, 0, 0, 0, 0.5, 0.5, 0, 0])
    np.testing.assert_allclose(new.target, [0, 0.75, 0, 0, 0, 0, 0, 0, 0, 0.75, 0, 0])
    assert np.flatnonzero(~new.candidate).tolist() == [2, 8]


def test_a_say_is_shared_among_the_lists_that_know_somebody() -> None:
    lists = asked_of_all([_seen(4, [0]), _seen(4, []), _seen(5, [1, 2])], 1.0)
    np.testing.assert_allclose(lists.views[0].weight, [0.5, 0.0, 0.5])
    assert lists.starts.tolist() == [0, 4, 8]
    assert lists.sizes.tolist() == [4, 4, 5]


def test_what_the_data_do_not_say_is_told_apart_from_nothing() -> None:
    seen = Seen(
        values=np.array([[np.nan, 0.0], [0.5, np.nan]]),
        relevant=np.array([True, False]),
        partner=np.array([False, False]),
    )
    lists = asked_of_all([seen], 1.0)
    np.testing.assert_allclose(lists.values, [[0, 0], [0.5, 0]])
    np.testing.assert_allclose(lists.unknown, [[1, 0], [0, 1]])
