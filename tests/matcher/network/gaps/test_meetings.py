"""Sorts that do not meet."""

from __future__ import annotations

import numpy as np
import pytest

from matcher.network.gaps.meetings import common_enough, meetings
from tests.matcher.network.gaps.makers import make_ties


def test_expected_ties_are_those_of_a_random_network_with_the_same_degrees() -> None:
    # Two sorts with six and two ends of ties, one tie between them: 6 × 2 / 8 are expected.
    ties = make_ties(8, [(0, 1), (1, 2), (2, 3), (3, 4)])
    (one,) = meetings(ties, np.array([0, 0, 0, 0, 1, 1, -1, 0]), 2)
    assert (one.a, one.b, one.ties) == (0, 1, 1)
    assert one.expected == pytest.approx(7 * 1 / 8)
    assert not one.seldom


def test_two_cliques_that_never_meet_are_missed_most() -> None:
    first = [(a, b) for a in range(8) for b in range(a)]
    second = [(a + 8, b + 8) for a in range(8) for b in range(a)]
    mixed = [(16 + at, at) for at in range(8)] + [(16 + at, 8 + at) for at in range(8)]
    codes = np.repeat([0, 1, 2], 8)
    worst, *_rest = meetings(make_ties(24, [*first, *second, *mixed]), codes, 3)
    assert (worst.a, worst.b, worst.ties) == (0, 1, 0)
    assert worst.seldom
    assert worst.missing == worst.expected == pytest.approx(64 * 64 / 144)


def test_the_ties_met_and_expected_sum_to_the_same() -> None:
    """Expected ends add up to those that are there, whatever the network."""
    random = np.random.default_rng(4)
    drawn = np.sort(random.integers(0, 40, (90, 2)), axis=1)
    ties = make_ties(40, {(a, b) for a, b in drawn.tolist() if a != b})
    codes = random.integers(0, 3, 40)
    found = meetings(ties, codes, 3)
    ends = np.bincount(codes, weights=ties.degree, minlength=3)
    for each in found:
        assert each.expected == pytest.approx(ends[each.a] * ends[each.b] / ends.sum())


def test_no_ties_or_no_sorts_are_no_meetings() -> None:
    assert meetings(make_ties(3, []), np.array([0, 1, 1]), 2) == ()
    assert meetings(make_ties(2, [(0, 1)]), np.array([-1, -1]), 2) == ()
    assert meetings(make_ties(0, []), np.empty(0, np.int64), 0) == ()


def test_sorts_with_too_few_are_left_out() -> None:
    codes = np.array([0, 0, 1, -1])
    assert common_enough(codes, 2, 2).tolist() == [0, 0, -1, -1]
    assert common_enough(np.array([-1]), 0, 2).tolist() == [-1]
