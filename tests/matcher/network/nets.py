"""Networks with known answers."""

from __future__ import annotations

import numpy as np

from matcher.network.matrix import Ints


def make_planted(groups: int, members: int, *, inside: int = 4, between: int = 10) -> Ints:
    """Groups of equal size: `inside` ties a node within its group, few between groups."""
    chance = np.random.default_rng(7)
    ties: set[tuple[int, int]] = set()
    for first in range(0, groups * members, members):
        for node in range(members):
            others = chance.choice(members, size=inside, replace=False)
            ties |= {_tie(first + node, first + int(x)) for x in others if x != node}
    ends = chance.integers(0, groups * members, (between * groups, 2))
    ties |= {_tie(int(a), int(b)) for a, b in ends if a != b}
    return np.array(sorted(ties))


def make_random(size: int, ties: int) -> Ints:
    """Ties between any two nodes alike: a network without groups."""
    ends = np.random.default_rng(3).integers(0, size, (ties, 2))
    return np.array(sorted({_tie(int(a), int(b)) for a, b in ends if a != b}))


def make_star(size: int) -> Ints:
    """Node 0 tied to all the others."""
    return np.array([(0, other) for other in range(1, size)])


def _tie(a: int, b: int) -> tuple[int, int]:
    return min(a, b), max(a, b)
