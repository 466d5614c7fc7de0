"""How near earlier collaborations are to the one who asks: a walk from its own to others'."""

from __future__ import annotations

import numpy as np

from matcher.landscape import Landscape
from matcher.landscape.arrays import FloatArray, IntArray, Sparse, collected, gathered

Mass = tuple[IntArray, FloatArray]
"""Rows, ascending, with what is at each; all others have nothing."""


def own_collaborations(landscape: Landscape, team: IntArray) -> IntArray:
    """The collaborations that somebody of the team took part in, ascending."""
    _, joint, there = gathered(landscape.participation, team)
    return np.unique(joint[there > 0])


def walks(landscape: Landscape, team: IntArray, steps: int) -> list[Mass]:
    """The chance to be at each collaboration after 1 … `steps` steps.

    Who walks goes from the team to one of its collaborations, to one of the participants there,
    to one of that one's collaborations, and so on, every choice being equally likely: large
    collaborations and busy organisations pass little on to each (a walk on the graph of two
    kinds of nodes; Newman, "Scientific collaboration networks II", 2001). The work is that of
    what is met.
    """
    organisations: Mass = (team, np.full(len(team), 1.0 / max(len(team), 1)))
    found = []
    for _ in range(steps):
        joint = _onwards(organisations, landscape.participation)
        organisations = _onwards(joint, landscape.experience.members)
        found.append(joint)
    return found


def _onwards(mass: Mass, matrix: Sparse) -> Mass:
    """One step: from organisations to their collaborations, or from these to participants."""
    at, weights = mass
    ways = matrix.indptr[at + 1] - matrix.indptr[at]
    position, reached, _ = gathered(matrix, at)
    each = weights / np.maximum(ways, 1)
    # The ways are those that were there when the landscape was built: how near a collaboration is
    # stays as it was when somebody's part in it is taken away, as rarity does.
    return collected(reached, each[position], matrix.shape[1])
