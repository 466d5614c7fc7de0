"""Who is how many ties away."""

from __future__ import annotations

from collections import defaultdict

import numpy as np
import numpy.typing as npt

from matcher.landscape import Landscape
from matcher.network.evidence import Tie


def near(
    start: int, steps: int, ties: tuple[Tie, ...], landscape: Landscape
) -> npt.NDArray[np.bool_]:
    """Which rows are at most so many ties from one of them, itself among them."""
    neighbours: dict[int, set[int]] = defaultdict(set)
    for tie in ties:
        a, b = landscape.index[tie.a], landscape.index[tie.b]
        neighbours[a].add(b)
        neighbours[b].add(a)
    reached, edge = {start}, {start}
    for _ in range(steps):
        edge = {other for row in edge for other in neighbours[row]} - reached
        reached |= edge
    found = np.zeros(len(landscape), dtype=np.bool_)
    found[sorted(reached)] = True
    return found
