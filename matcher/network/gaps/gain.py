"""What a tie would bring: who would be connected, and who would come near."""

from __future__ import annotations

import numpy as np

from matcher.landscape.arrays import IntArray
from matcher.network.gaps.ties_now import TiesNow


def connected(ties: TiesNow, a: int, b: int) -> int:
    """Pairs that no chain of ties connects today, and this tie would.

    The product of the sizes of the two parts; 0 where both are in one.
    """
    if ties.part[a] == ties.part[b]:
        return 0
    return int(ties.size[ties.part[a]] * ties.size[ties.part[b]])


def nearer(
    ties: TiesNow, a: int, b: int, sorts: IntArray | None = None, pair: tuple[int, int] = (0, 0)
) -> int:
    """Pairs that would come within two steps of each other: partners, or with one in common.

    Only the two, and each with the other's partners, can come so near by it. With `sorts`, one
    number a row, only pairs of the two sorts named by `pair` count. 0 for a tie that is there.
    """
    return len(_come_near(ties, a, b, sorts, pair))


def _come_near(
    ties: TiesNow, a: int, b: int, sorts: IntArray | None, pair: tuple[int, int]
) -> set[tuple[int, int]]:
    found = set()
    for one, other in ((a, b), (b, a)):
        reached = np.append(ties.partners(other), other)
        reached = np.setdiff1d(reached, _near(ties, one))
        if sorts is not None:
            first, second = pair
            wanted = {first: second, second: first}.get(int(sorts[one]))
            if wanted is None:
                continue
            reached = reached[sorts[reached] == wanted]
        found |= {(min(one, row), max(one, row)) for row in reached.tolist()}
    return found


def _near(ties: TiesNow, row: int) -> IntArray:
    """All within two steps of one, itself among them."""
    first = ties.partners(row)
    second = [ties.partners(each) for each in first.tolist()]
    return np.unique(np.concatenate([np.array([row], np.int64), first, *second]))
