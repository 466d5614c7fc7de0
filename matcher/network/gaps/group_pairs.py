"""Groups that should meet: much in common or to give each other, and hardly a tie."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from scipy.sparse import csr_array

from matcher.landscape import Landscape
from matcher.landscape.arrays import BoolArray, FloatArray, IntArray, Sparse, incidence
from matcher.network.gaps.lacking import of_rows
from matcher.network.gaps.themes import cares
from matcher.network.gaps.ties_now import TiesNow

FEW = 0.25
"""Of the ties that chance would bring between two groups; at most so many are few."""

LEAST_MEMBERS = 3
COMMON = 0.25
"""A theme or target group is a group's own when this share of its members cares about it."""


@dataclass(frozen=True, kw_only=True, slots=True)
class GroupPair:
    """Two groups (`a` before `b`), the ties between them and those that chance would bring.

    `themes` and `target_groups` (columns) are what both are about; `meets` is how many needs
    (organisation and capacity) of one group somebody of the other offers and nobody of its own.
    """

    a: int
    b: int
    members: tuple[int, int]
    ties: int
    expected: float
    meets: int
    themes: tuple[int, ...]
    target_groups: tuple[int, ...]


def group_pairs(landscape: Landscape, ties: TiesNow, group: IntArray) -> tuple[GroupPair, ...]:
    """Pairs of real groups with few ties and something in common, or to give.

    `group` is one number a row, −1 for those in none: no real groups, no pairs. First those that
    could meet the most needs, then those with the most in common, then the largest.
    """
    group = np.where(landscape.hidden, -1, group)
    number = int(group.max(initial=-1)) + 1
    members = np.flatnonzero(group >= 0)
    belongs = incidence(group[members], members, (number, len(landscape)))
    size = np.bincount(group[members], minlength=number)
    between, expected = _between(ties, group, number)
    about = {
        "theme": _own(belongs, cares(landscape), size),
        "target_group": _own(belongs, _for_whom(landscape), size),
    }
    meets = _meets(landscape, belongs)
    shared = sum((each @ each.T).toarray() for each in about.values()) if number else meets
    own = {name: _sets(each) for name, each in about.items()}
    few = between <= FEW * np.maximum(expected, 1.0)
    big = size >= LEAST_MEMBERS
    wanted = np.triu(few & (big[:, None] & big[None, :]) & ((meets > 0) | (shared > 0)), 1)
    found = [
        GroupPair(
            a=a,
            b=b,
            members=(int(size[a]), int(size[b])),
            ties=int(between[a, b]),
            expected=float(expected[a, b]),
            meets=int(meets[a, b]),
            themes=tuple(sorted(own["theme"][a] & own["theme"][b])),
            target_groups=tuple(sorted(own["target_group"][a] & own["target_group"][b])),
        )
        for a, b in np.argwhere(wanted).tolist()
    ]
    return tuple(
        sorted(
            found,
            key=lambda pair: (
                -pair.meets,
                -len(pair.themes) - len(pair.target_groups),
                -sum(pair.members),
                pair.a,
                pair.b,
            ),
        )
    )


def _between(ties: TiesNow, group: IntArray, number: int) -> tuple[FloatArray, FloatArray]:
    """Groups × groups: the ties between two, and those of a random network with these degrees."""
    rows = np.repeat(np.arange(len(group)), ties.degree)
    first, second = group[rows], group[ties.matrix.indices]
    both = (first >= 0) & (second >= 0)
    table = np.zeros((number, number))
    np.add.at(table, (first[both], second[both]), 1.0)
    ends = table.sum(axis=1)
    return table, np.outer(ends, ends) / max(float(ends.sum()), 1.0)


def _own(belongs: Sparse, has: Sparse, size: IntArray) -> Sparse:
    """Groups × terms: 1 for what a group is about: a share of it, and two members at least."""
    found: Sparse = csr_array(belongs @ has)
    rows = np.repeat(np.arange(found.shape[0]), np.diff(found.indptr))
    enough = (found.data >= COMMON * size[rows]) & (found.data >= 2)
    return incidence(rows[enough], found.indices[enough].astype(np.int64), found.shape)


def _for_whom(landscape: Landscape) -> Sparse:
    found: Sparse = csr_array(landscape.target_groups + landscape.derived_target_groups)
    found.data[:] = 1.0
    return found


def _meets(landscape: Landscape, belongs: Sparse) -> FloatArray:
    """Groups × groups: needs of either that the other offers, and nobody of its own group does."""
    open_: BoolArray = ~landscape.shut
    needs = csr_array(belongs @ of_rows(landscape.needs, open_))
    offers = csr_array(belongs @ of_rows(landscape.offers, open_))
    offers.data[:] = 1.0
    unmet = csr_array(needs - needs.multiply(offers))
    one_way = (unmet @ offers.T).toarray()
    return np.asarray(one_way + one_way.T, np.float64)


def _sets(about: Sparse) -> list[frozenset[int]]:
    """The terms of each group."""
    starts, columns = about.indptr.tolist(), about.indices.tolist()
    return [frozenset(columns[start:stop]) for start, stop in pairwise(starts)]
