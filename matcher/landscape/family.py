"""Units and the organisations they are units of."""

from __future__ import annotations

import numpy as np

from matcher.landscape.arrays import BoolArray, IntArray, closed


def roots(parent: IntArray) -> IntArray:
    """The top of each organisation's chain of parents; itself where it has none.

    Chains that bite their own tail (only wrong data has them) end at their least member.
    """
    top = np.where(parent >= 0, parent, np.arange(len(parent)))
    for _ in range(max(1, len(parent)).bit_length()):
        top = top[top]
    looping = parent[top] >= 0
    for start in np.flatnonzero(looping):
        top[start] = min(_loop(parent, int(top[start])))
    return closed(top.astype(np.int64))


def _loop(parent: IntArray, start: int) -> list[int]:
    members = [start]
    while (following := int(parent[members[-1]])) != start:
        members.append(following)
    return members


def family(parent: IntArray, member: int) -> BoolArray:
    """Mask of an organisation, all that it is a unit of, and all units below it.

    Sisters, units of the same parent, are not in it: they are others to work with.
    """
    inside = _units_below(parent, member)
    above = int(parent[member])
    while above >= 0 and not inside[above]:
        inside[above] = True
        above = int(parent[above])
    return inside


def _units_below(parent: IntArray, member: int) -> BoolArray:
    inside = np.zeros(len(parent), np.bool_)
    inside[member] = True
    is_unit = parent >= 0
    while True:
        wider = inside | (is_unit & inside[parent])
        if np.array_equal(wider, inside):
            return inside
        inside = wider
