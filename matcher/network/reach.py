"""Who is how many ties away, and the ways between two."""

from __future__ import annotations

import numpy as np

from matcher.network.evidence import Bools
from matcher.network.matrix import Ints
from matcher.network.ties import Ties

FAR = np.iinfo(np.int64).max // 4
"""The distance of those whom no ties lead to."""


def distances(start: int, ties: Ties, size: int, *, steps: int = FAR) -> Ints:
    """How many ties each of `size` rows is away from one, FAR from `steps` on."""
    found = np.full(size, FAR, np.int64)
    found[start] = 0
    edge, away = np.zeros(size, np.bool_), 0
    edge[start] = True
    while away < steps and edge.any():
        away += 1
        new = np.zeros(size, np.bool_)
        new[ties.b[edge[ties.a]]] = True
        new[ties.a[edge[ties.b]]] = True
        edge = new & (found == FAR)
        found[edge] = away
    return found


def near(start: int, steps: int, ties: Ties, size: int) -> Bools:
    """Which of `size` rows are at most so many ties from one of them, itself among them."""
    return distances(start, ties, size, steps=steps) < FAR


def shortest_ways(start: int, goal: int, ties: Ties, size: int) -> tuple[Bools, Bools]:
    """Which rows and which ties lie on a shortest way between two.

    Where no ties lead from one to the other it is these two alone, and no tie.
    """
    there, back = distances(start, ties, size), distances(goal, ties, size)
    between = int(there[goal])
    rows = there + back == between
    rows[[start, goal]] = True
    a, b = ties.a, ties.b
    over = (there[a] + 1 + back[b] == between) | (there[b] + 1 + back[a] == between)
    return rows & ((there < FAR) | (back < FAR)), over
