"""Whether the network still hangs together when its top brokers leave."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from matcher.network.matrix import Floats, Matrix, part
from matcher.network.measures.cohesion import parts

LEAVING = (0, 1, 5, 10, 20, 50)


@dataclass(frozen=True, kw_only=True, slots=True)
class Step:
    """When so many have left: the share of those who stay that is still in the largest part."""

    left: int
    share: float


def resilience(matrix: Matrix, importance: Floats) -> tuple[Step, ...]:
    """The largest part when the 1, 5, 10, 20 and 50 most important nodes leave.

    .. math:: S(q) = \\frac{\\max_i |C_i|}{n - q}

    with C the parts without the q nodes of greatest importance (here betweenness; of equals the
    first). The first step, with nobody gone, is where it starts. Steps that would leave nobody are
    left out; no nodes give none. Isolated nodes count among those who stay.

    >>> from matcher.network.matrix import symmetric
    >>> star = symmetric(5, np.array([(0, 1), (0, 2), (0, 3), (0, 4)]))
    >>> [(step.left, step.share) for step in resilience(star, np.array([1.0, 0, 0, 0, 0]))]
    [(0, 1.0), (1, 0.25)]

    Reference: R. Albert, H. Jeong and A.-L. Barabási (2000), "Error and attack tolerance of
    complex networks", Nature 406, 378–382.
    """
    count = matrix.shape[0]
    order = np.argsort(-importance, kind="stable")
    return tuple(
        Step(
            left=left,
            share=int(parts(part(matrix, np.sort(order[left:])))[0]) / (count - left),
        )
        for left in LEAVING
        if left < count
    )
