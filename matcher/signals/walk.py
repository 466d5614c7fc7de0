"""How near earlier collaborations are to the one who asks: a walk from its own to others'."""

from __future__ import annotations

import numpy as np

from matcher.landscape import Landscape
from matcher.landscape.arrays import FloatArray, IntArray, gathered, summed_by


def own_collaborations(landscape: Landscape, team: IntArray) -> FloatArray:
    """1 for each collaboration that somebody of the team took part in."""
    found = np.zeros(len(landscape.collaborations.ids))
    _, joint, there = gathered(landscape.participation, team)
    found[joint] = np.where(there > 0, 1.0, found[joint])
    return found


def walks(landscape: Landscape, team: IntArray, steps: int) -> list[FloatArray]:
    """The chance to be at each collaboration after 1 … `steps` steps.

    Who walks goes from the team to one of its collaborations, to one of the participants there,
    to one of that one's collaborations, and so on, every choice being equally likely: large
    collaborations and busy organisations pass little on to each (a walk on the graph of two
    kinds of nodes; Newman, "Scientific collaboration networks II", 2001).
    """
    organisations = np.zeros(len(landscape))
    organisations[team] = 1.0 / max(len(team), 1)
    found = []
    for _ in range(steps):
        joint = _onwards(organisations, landscape, outward=True)
        organisations = _onwards(joint, landscape, outward=False)
        found.append(joint)
    return found


def _onwards(mass: FloatArray, landscape: Landscape, *, outward: bool) -> FloatArray:
    """One step: from organisations to their collaborations, or from these to participants."""
    matrix = landscape.participation if outward else landscape.experience.members
    at = np.flatnonzero(mass)
    at = at[np.diff(matrix.indptr)[at] > 0]
    position, reached, _ = gathered(matrix, at)
    each = mass[at] / np.diff(matrix.indptr)[at]
    return summed_by(reached, each[position], matrix.shape[1])
