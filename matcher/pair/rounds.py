"""Who meets whom in each round: the best that is left, round by round."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from rustworkx import PyGraph, max_weight_matching

from matcher.landscape.arrays import BoolArray, FloatArray, IntArray

# The weight of a meeting is one whole number with three parts, each above all sums of the next:
# how often the two sat out, their score in billionths of the highest, and a number drawn for the
# pair. A round has room for a hundred thousand meetings.
_FINE = 2**30
_ROOM = 2**17
_DRAWN = 2**30
_SEED = 0


@dataclass(frozen=True, kw_only=True, slots=True)
class Meeting:
    """Two participants, the one that comes first in the order of participants first."""

    a: int
    b: int
    score: float


@dataclass(frozen=True, kw_only=True, slots=True)
class Rounds:
    """The meetings of each round, by the order of participants, and who is there without one.

    `total` is the sum of all scores.
    """

    rounds: tuple[tuple[Meeting, ...], ...]
    idle: tuple[tuple[int, ...], ...]

    @property
    def total(self) -> float:
        """What all meetings come to."""
        return float(sum(meeting.score for each in self.rounds for meeting in each))


def rounds(scores: FloatArray, present: BoolArray, waited: IntArray | None = None) -> Rounds:
    """Rounds of meetings of two; nobody meets twice.

    `scores` (participants × participants, 0 or more, symmetric) is nan where two are not to meet;
    `present` (participants × rounds) says who is there; `waited` how often each has sat out
    before, never unless it is said. In every round as many meet as can; of the ways to do so, one
    in which those meet who most often had to sit out before; of these, one whose scores have the
    greatest sum. Where all can meet, that is simply the greatest sum. When everybody has met
    everybody, later rounds are idle: the answer says so and does not repeat meetings. Equal sums
    are told apart by numbers drawn once for each pair, so the same question has the same answer.

    A maximum weight matching for each round (Galil, "Efficient algorithms for finding maximum
    matching in graphs", 1986).
    """
    size, number = present.shape
    left = np.isfinite(scores) & ~np.eye(size, dtype=np.bool_)
    weights = _weights(scores)
    waited = np.zeros(size, np.int64) if waited is None else waited.astype(np.int64)
    met: list[tuple[Meeting, ...]] = []
    idle: list[tuple[int, ...]] = []
    for turn in range(number):
        here = present[:, turn]
        pairs = _matching(left & here & here[:, np.newaxis], weights, waited)
        left[pairs[:, 0], pairs[:, 1]] = left[pairs[:, 1], pairs[:, 0]] = False
        alone = here.copy()
        alone[pairs.ravel()] = False
        waited[alone] += 1
        met.append(tuple(Meeting(a=a, b=b, score=float(scores[a, b])) for a, b in pairs.tolist()))
        idle.append(tuple(np.flatnonzero(alone).tolist()))
    return Rounds(rounds=tuple(met), idle=tuple(idle))


def _weights(scores: FloatArray) -> IntArray:
    """Scores as whole numbers: the highest is _FINE."""
    most = float(np.nanmax(scores, initial=0.0))
    share = np.nan_to_num(scores) / (most or 1.0)
    return np.rint(share * _FINE).astype(np.int64)


def _matching(left: BoolArray, weights: IntArray, waited: IntArray) -> IntArray:
    """Pairs (the lower number first, in its order) of a matching of most weight among the most."""
    a, b = np.nonzero(np.triu(left))
    drawn = np.random.default_rng(_SEED).integers(0, _DRAWN, left.shape)[a, b]
    graph: PyGraph[None, int] = PyGraph(multigraph=False)
    graph.add_nodes_from([None] * len(left))
    graph.extend_from_weighted_edge_list(
        [
            (x, y, ((wait * _ROOM * _FINE + weight) * _ROOM * _DRAWN) + chance)
            for x, y, wait, weight, chance in zip(
                a.tolist(),
                b.tolist(),
                (waited[a] + waited[b]).tolist(),
                weights[a, b].tolist(),
                drawn.tolist(),
                strict=True,
            )
        ]
    )
    found = max_weight_matching(graph, max_cardinality=True, weight_fn=int)
    return np.array(sorted((min(pair), max(pair)) for pair in found), np.int64).reshape(-1, 2)
