"""Units and the organisations they are units of."""

from __future__ import annotations

import numpy as np

from matcher.landscape.arrays import IntArray, closed
from matcher.landscape.cells import Grouped


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


def family(parent: IntArray, units: Grouped, member: int) -> list[int]:
    """The rows of an organisation, of all that it is a unit of, and of all units below it.

    `units` are the rows by their parent. Sisters, units of the same parent, are not in it: they
    are others to work with.
    """
    found = {member: None}
    waiting = [member]
    while waiting:
        for unit in units.of(waiting.pop()).tolist():
            if unit not in found:
                found[unit] = None
                waiting.append(unit)
    above = int(parent[member])
    while above >= 0 and above not in found:
        found[above] = None
        above = int(parent[above])
    return list(found)
