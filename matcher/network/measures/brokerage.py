"""Brokerage between sectors: whom an organisation stands between who are not tied themselves."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from matcher.network.matrix import Floats, Ints, Matrix
from matcher.network.measures.triangles import triangles

ROLES = ("coordinator", "consultant", "gatekeeper", "liaison")


def brokerage(matrix: Matrix, group: Ints) -> Mapping[str, Floats]:
    """How many pairs of others a node stands between, by the groups of all three.

    Counted are pairs of neighbours that are not tied to each other. Where the broker v stands
    between a and b, it is

    - a coordinator, if all three are of one group (v v v),
    - a consultant (itinerant), if a and b are of one group and v of another (a v a),
    - a gatekeeper, if v is of the group of one of them only (v v b). Without direction the
      representative is the same,
    - a liaison, if all three are of different groups (a v b).

    `group` has a code a node, −1 where it is not known: a pair with somebody of no known group is
    not counted, and a broker of none has nan. An isolated node stands between nobody: 0. Weights
    do not count.

    >>> from matcher.network.matrix import symmetric
    >>> star = symmetric(4, np.array([(0, 1), (0, 2), (0, 3)]))
    >>> {role: int(found[0]) for role, found in brokerage(star, np.array([0, 0, 1, 2])).items()}
    {'coordinator': 0, 'consultant': 0, 'gatekeeper': 2, 'liaison': 1}

    Reference: R. V. Gould and R. M. Fernandez (1989), "Structures of mediation: a formal approach
    to brokerage in transaction networks", Sociological Methodology 19, 89–126.
    """
    size, kinds = matrix.shape[0], int(group.max(initial=-1)) + 1
    open_pairs = _pairs(matrix, group, kinds) - _tied_pairs(matrix, group, kinds)
    own = np.zeros((size, kinds))
    known = group >= 0
    own[np.flatnonzero(known), group[known]] = 1.0
    same = np.diagonal(open_pairs, axis1=1, axis2=2)
    coordinator = (same * own).sum(axis=1)
    others = np.triu(np.ones((kinds, kinds)), k=1)
    mixed = open_pairs * others
    gatekeeper = (mixed * own[:, :, None]).sum(axis=(1, 2))
    gatekeeper += (mixed * own[:, None, :]).sum(axis=(1, 2))
    counted = {
        "coordinator": coordinator,
        "consultant": same.sum(axis=1) - coordinator,
        "gatekeeper": gatekeeper,
        "liaison": mixed.sum(axis=(1, 2)) - gatekeeper,
    }
    return {role: np.where(known, counted[role], np.nan) for role in ROLES}


def _pairs(matrix: Matrix, group: Ints, kinds: int) -> Floats:
    """For each node: pairs of its neighbours by their groups (symmetric)."""
    size = matrix.shape[0]
    node = np.repeat(np.arange(size), np.diff(matrix.indptr))
    theirs = group[matrix.indices]
    seen = theirs >= 0
    cell = np.bincount(node[seen] * kinds + theirs[seen], minlength=size * kinds)
    count = cell.reshape(size, kinds).astype(np.float64)
    table = count[:, :, None] * count[:, None, :]
    for each in range(kinds):
        table[:, each, each] = count[:, each] * (count[:, each] - 1) / 2
    return np.asarray(table)


def _tied_pairs(matrix: Matrix, group: Ints, kinds: int) -> Floats:
    """The same for those pairs that are tied to each other."""
    size = matrix.shape[0]
    cell = np.zeros(size * kinds * kinds)
    for some in triangles(matrix):
        for corner in range(3):
            middle, a, b = (some.corners[:, (corner + turn) % 3] for turn in range(3))
            low, high = np.minimum(group[a], group[b]), np.maximum(group[a], group[b])
            seen = low >= 0
            place = (middle[seen] * kinds + low[seen]) * kinds + high[seen]
            cell += np.bincount(place, minlength=len(cell))
    table = cell.reshape(size, kinds, kinds)
    return np.asarray(np.maximum(table, table.transpose(0, 2, 1)))
