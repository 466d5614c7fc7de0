"""The small parts that a large network is laid out by: which they are, and each by itself."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from scipy.spatial import cKDTree

from matcher.network.forces import settle, sunflower
from matcher.network.groups import communities
from matcher.network.matrix import Floats, Ints, Matrix, part, upper
from matcher.network.packing import spread

LARGEST = 100
"""Real groups with more nodes are divided again, for the picture only: force-directed placing
keeps neighbours together to about this size."""

TOO_LARGE = 600
"""What has more nodes is divided in any case: the forces between all pairs would take too long."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Blocks:
    """Nodes in blocks, blocks in groups: `block` has one value a node, `group` one a block."""

    block: Ints
    group: Ints

    @property
    def count(self) -> int:
        """The number of blocks."""
        return len(self.group)


def blocks(matrix: Matrix, label: Ints, *, largest: int = LARGEST) -> Blocks:
    """The blocks of every group of `label`, in the order of the groups; few exceed `largest`."""
    block = np.zeros(len(label), dtype=np.int64)
    owner: list[int] = []
    for number in range(int(label.max()) + 1 if len(label) else 0):
        for members in _divided(matrix, np.flatnonzero(label == number), largest):
            block[members] = len(owner)
            owner.append(number)
    return Blocks(block=block, group=np.array(owner, dtype=np.int64))


def _divided(matrix: Matrix, members: Ints, largest: int) -> list[Ints]:
    if len(members) <= largest:
        return [members]
    label = communities(part(matrix, members))
    if label.max() == 0:
        return [members]
    pieces = [members[label == number] for number in range(int(label.max()) + 1)]
    return [block for piece in pieces for block in _divided(matrix, piece, largest)]


def inside(matrix: Matrix, block: Ints, count: int) -> Floats:
    """Each node's place as seen from the middle of its block, neighbours about one unit apart.

    Blocks of about the same size are settled together.
    """
    sizes = np.bincount(block, minlength=count)
    order = np.argsort(block, kind="stable")
    first = np.concatenate([[0], np.cumsum(sizes)])
    seat = np.empty(len(block), dtype=np.int64)
    seat[order] = np.arange(len(block)) - np.repeat(first[:-1], sizes)
    a, b, weight = upper(matrix)
    within = block[a] == block[b]
    a, b, weight = a[within], b[within], weight[within]
    place = np.zeros((len(block), 2))
    batch = np.ceil(2 * np.log2(np.maximum(sizes, 4))).astype(np.int64)
    for size_class in np.unique(batch):
        chosen = np.flatnonzero(batch == size_class)
        mine = batch[block[a]] == size_class
        stack = _stack(chosen, sizes, block, seat, (a[mine], b[mine], weight[mine]))
        settled = _settled(stack, sizes[chosen])
        for row, number in enumerate(chosen):
            members = order[first[number] : first[number + 1]]
            place[members] = _normal(settled[row, : len(members)])
    return place


def _stack(
    chosen: Ints, sizes: Ints, block: Ints, seat: Ints, ties: tuple[Ints, Ints, Floats]
) -> Floats:
    row = np.zeros(len(sizes), dtype=np.int64)
    row[chosen] = np.arange(len(chosen))
    width = int(sizes[chosen].max())
    stack = np.zeros((len(chosen), width, width))
    a, b, weight = ties
    stack[row[block[a]], seat[a], seat[b]] = weight
    stack[row[block[a]], seat[b], seat[a]] = weight
    return stack


def _settled(stack: Floats, sizes: Ints) -> Floats:
    """Blocks of one batch, best-tied nodes starting in the middle."""
    width = stack.shape[1]
    here = np.arange(width)[None, :] < sizes[:, None]
    strength = np.where(here, stack.sum(axis=2), -1.0)
    seat = np.argsort(np.argsort(-strength, axis=1, kind="stable"), axis=1)
    return settle(stack, np.where(here, 0.5, 0.0), sunflower(width)[seat])


def _normal(place: Floats) -> Floats:
    """Centred, with a median distance to the nearest of one unit, and none much nearer."""
    place = place - place.mean(axis=0)
    if len(place) < 2:
        return place
    nearest = np.asarray(cKDTree(place).query(place, k=2)[0])[:, 1]
    place = place / max(float(np.median(nearest)), 1e-6)
    return spread(place, 1.0)
