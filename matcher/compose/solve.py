"""The cheapest cover, exactly, by integer programming."""

from __future__ import annotations

import time
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from scipy.optimize import Bounds, LinearConstraint, milp

from matcher.compose.reduce import needed
from matcher.landscape.arrays import BoolArray, FloatArray, IntArray

# The solver takes a constraint as met that is missed by less; covers of the same cost are told
# apart within it, and never at the price of a dearer one.
_LEVEL = 1e-7
_EXACT = 1e-9
_BRIEFLY = 0.05  # seconds a search gets when the time is up: most need less


@dataclass(frozen=True, kw_only=True, slots=True, eq=False)
class Problem:
    """Whom to choose: `able` (candidates × places, each place within somebody's reach), what
    each costs, their order by name, and how many at most."""

    able: BoolArray
    cost: FloatArray
    rank: IntArray
    most: int


@dataclass(frozen=True, kw_only=True, slots=True, eq=False)
class Cover:
    """Chosen rows, ascending; `bound` is what no cover that does as much can cost less than.

    `optimal` says that this was proven to be the cheapest, and to leave the fewest places empty.
    The bound is None where the latter is not proven.
    """

    chosen: IntArray
    optimal: bool
    bound: float | None


@dataclass(frozen=True, kw_only=True, slots=True, eq=False)
class _Found:
    values: FloatArray
    proven: bool
    bound: float


class Search:
    """The cheapest cover, then others, within one span of time.

    First as few places as possible stay empty, then the sum of costs is least, then the sum of
    ranks by name. Solved with HiGHS (Huangfu and Hall, "Parallelizing the dual revised simplex
    method", 2018), which branches and bounds and so proves its answer. The variables are one for
    each candidate (in) and one for each place (empty).
    """

    def __init__(self, problem: Problem, seconds: float) -> None:
        self._problem = problem
        self._until = time.monotonic() + seconds
        self._barred: list[IntArray] = []
        self._empty, self._fewest = self._fewest_empty()

    def following(self) -> Cover | None:
        """The cheapest cover that contains none of the earlier ones.

        Whoever holds an earlier one and somebody on top is no other choice. None where there is
        no such cover that leaves as few places empty, or none was found in time.
        """
        if self._empty < 0:
            return None
        cost = self._problem.cost
        limits = [*self._limits(), self._at_most_empty(self._empty)]
        found = self._minimise(cost, limits)
        if found is None:
            return None
        chosen = self._chosen(found)
        if found.proven:
            chosen = self._first_by_name(chosen, limits)
        else:
            chosen = needed(self._problem.able, cost, chosen)
        self._barred.append(chosen)
        return Cover(
            chosen=chosen,
            optimal=found.proven and self._fewest,
            bound=found.bound if self._fewest else None,
        )

    def _fewest_empty(self) -> tuple[int, bool]:
        """How many places must stay empty, and whether that is proven; −1 if out of time."""
        places = self._problem.able.shape[1]
        if self._problem.most >= places:
            return 0, True  # each has somebody of its own
        found = self._minimise(np.zeros(len(self._problem.cost)), self._limits(), empty=1.0)
        if found is None:
            return -1, False
        return round(float(found.values[-places:].sum())), found.proven

    def _first_by_name(self, chosen: IntArray, limits: Sequence[LinearConstraint]) -> IntArray:
        """Of the covers that cost the same, the one whose members stand first by name."""
        cost, rank = self._problem.cost, self._problem.rank
        least = float(cost[chosen].sum())
        level = self._row(cost, 0.0, least + _LEVEL)
        # From 1 on, so that nobody is in for nothing even where being there costs nothing.
        found = self._minimise(np.add(rank, 1.0), [*limits, level])
        if found is None:
            return chosen
        other = self._chosen(found)
        return other if float(cost[other].sum()) <= least + _EXACT else chosen

    def _minimise(
        self, cost: FloatArray, limits: Sequence[LinearConstraint], empty: float = 0.0
    ) -> _Found | None:
        places = self._problem.able.shape[1]
        size = len(cost) + places
        left = max(self._until - time.monotonic(), _BRIEFLY)
        answer = milp(
            np.concatenate([cost, np.full(places, empty)]),
            integrality=np.ones(size),
            bounds=Bounds(0, 1),
            constraints=limits,
            options={"time_limit": left, "mip_rel_gap": 0.0},
        )
        if answer.x is None:
            return None
        return _Found(
            values=np.asarray(answer.x, np.float64),
            proven=answer.status == 0,
            bound=max(float(answer.mip_dual_bound), 0.0),
        )

    def _limits(self) -> list[LinearConstraint]:
        able, most = self._problem.able, self._problem.most
        candidates, places = able.shape
        filled = np.hstack([able.T.astype(np.float64), np.eye(places)])
        barred = [
            self._row(_marked(earlier, candidates), 0.0, len(earlier) - 1)
            for earlier in self._barred
        ]
        few = self._row(np.ones(candidates), 0.0, min(most, candidates))
        return [LinearConstraint(filled, lb=1.0), few, *barred]

    def _row(self, weights: FloatArray, least: float, most: float) -> LinearConstraint:
        """A limit on a sum over the candidates."""
        places = self._problem.able.shape[1]
        return LinearConstraint(
            np.concatenate([weights, np.zeros(places)])[np.newaxis], least, most
        )

    def _at_most_empty(self, most: int) -> LinearConstraint:
        candidates, places = self._problem.able.shape
        return LinearConstraint(np.repeat([0.0, 1.0], [candidates, places])[np.newaxis], 0.0, most)

    def _chosen(self, found: _Found) -> IntArray:
        return np.flatnonzero(found.values[: len(self._problem.cost)] > 0.5)


def _marked(rows: IntArray, size: int) -> FloatArray:
    marks = np.zeros(size)
    marks[rows] = 1.0
    return marks
