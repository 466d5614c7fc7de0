"""Where organisations stand on the map: computed here, the same every time.

Groups are laid out by themselves and placed as circles: on networks with groups this keeps far
more neighbours together than one force-directed picture of everything, in a tenth of the time.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import scipy.sparse as sp

from matcher.network.band import band
from matcher.network.blocks import LARGEST, TOO_LARGE, Blocks, blocks, inside
from matcher.network.forces import settle_one
from matcher.network.groups import group
from matcher.network.matrix import Floats, Ints, Matrix, part, symmetric, upper
from matcher.network.packing import apart, spread

UNIT = 40.0
"""Pixels between neighbours on a map at its natural size."""

CLEAR_ENOUGH = 0.55
"""From this modularity on a picture is drawn by groups even where rewiring would do as well, as
in networks of few ties: it is easier to read. They are not named as groups then."""

_SHAPE = np.array([1.25, 0.8])
"""A map is wider than it is high; circles are drawn together accordingly."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Layout:
    """Places in pixels (n × 2, y downwards) and real groups (0 = largest, −1 = none), one a node.

    Nodes without a tie stand in a band below the others and have no group.
    """

    place: Floats
    group: Ints


def layout(size: int, ends: Ints, weights: Floats | None = None) -> Layout:
    """Lay out `size` nodes with the ties `ends` (m × 2), stronger ties drawing more.

    No nodes give empty arrays; without ties all stand in the band, in their order.
    """
    matrix = symmetric(size, ends, weights)
    tied = np.diff(matrix.indptr) > 0
    members, alone = np.flatnonzero(tied), np.flatnonzero(~tied)
    place, label = np.zeros((size, 2)), np.full(size, -1, dtype=np.int64)
    if len(members):
        place[members], label[members] = _tied(part(matrix, members))
    place[alone] = band(len(alone), place[members])
    return Layout(place=place * UNIT, group=label)


def _tied(matrix: Matrix) -> tuple[Floats, Ints]:
    matrix = _evened(matrix)
    grouping = group(matrix)
    by_groups = grouping.real or grouping.modularity >= CLEAR_ENOUGH
    label = grouping.label if by_groups else np.zeros(matrix.shape[0], dtype=np.int64)
    parts = blocks(matrix, label, largest=LARGEST if by_groups else TOO_LARGE)
    local = inside(matrix, parts.block, parts.count)
    radius = _radius(local, parts)
    centre = _centres(matrix, parts, radius)
    place = spread(local + centre[parts.block], 1.0)
    place -= (place.min(axis=0) + place.max(axis=0)) / 2
    none = np.full(len(label), -1, dtype=np.int64)
    return place, grouping.label if grouping.real else none


def _evened(matrix: Matrix) -> Matrix:
    """Weights around 1 and less far apart, so that a weak tie still draws."""
    mean = matrix.data.mean()
    even = matrix.copy()
    even.data = np.sqrt(matrix.data / mean) if mean > 0 else np.ones_like(matrix.data)
    return even


def _radius(local: Floats, parts: Blocks) -> Floats:
    """How far each block reaches from its middle; its few outermost nodes may reach further.

    Room kept for them would be empty on every other side.
    """
    far = np.hypot(local[:, 0], local[:, 1])
    order = np.lexsort((far, parts.block))
    sizes = np.bincount(parts.block, minlength=parts.count)
    last = np.cumsum(sizes) - 1 - sizes // 12
    return np.asarray(far[order][last] + 1.0)


def _centres(matrix: Matrix, parts: Blocks, radius: Floats) -> Floats:
    """The middles of the blocks: blocks packed into circles for groups, groups into the picture."""
    between = _between(matrix, parts.block, parts.count)
    own, reach = np.zeros((parts.count, 2)), np.zeros(int(parts.group.max()) + 1)
    for number in range(len(reach)):
        mine = np.flatnonzero(parts.group == number)
        own[mine] = _packed(between[np.ix_(mine, mine)], radius[mine])
        reach[number] = (np.hypot(own[mine, 0], own[mine, 1]) + radius[mine]).max()
    groups = _between(matrix, parts.group[parts.block], len(reach))
    return own + _packed(groups, reach, shape=_SHAPE)[parts.group]


def _packed(between: Floats, radius: Floats, shape: Floats | None = None) -> Floats:
    """Circles close together, those with many ties between them closest."""
    if len(radius) == 1:
        return np.zeros((1, 2))
    weights = between / max(float(between.mean()), 1e-9) * 0.3
    place = apart(settle_one(weights, radius, rounds=150), radius)
    place = _drawn_in(place, radius, np.ones(2) if shape is None else shape)
    return np.asarray(place - np.average(place, axis=0, weights=radius**2))


def _drawn_in(place: Floats, radius: Floats, shape: Floats) -> Floats:
    """Empty room between circles taken out: all are drawn to the middle a little, then apart."""
    middle = np.average(place, axis=0, weights=radius**2)
    for _ in range(30):
        place = apart(middle + (place - middle) * (1 - 0.1 / shape), radius, rounds=20)
    return apart(place, radius)


def _between(matrix: Matrix, block: Ints, count: int) -> Floats:
    """The weight of the ties between blocks, none within."""
    a, b, weight = upper(matrix)
    table = sp.coo_array((weight, (block[a], block[b])), shape=(count, count)).toarray()
    table = np.asarray(table + table.T, dtype=np.float64)
    np.fill_diagonal(table, 0.0)
    return table
