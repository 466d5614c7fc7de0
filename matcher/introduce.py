"""Warm paths: who can introduce whom."""

from __future__ import annotations

import heapq
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from matcher.errors import Refusal
from matcher.landscape import Landscape
from matcher.landscape.arrays import FloatArray, IntArray, gathered, row_of
from matcher.wording.message import message

LONGEST = 4  # steps; beyond it nobody is asked to pass on a greeting


# A way begun: its cost with the rest of the way, ranks by name (they tell equals apart), rows,
# and its cost so far.
_Waiting = tuple[float, tuple[int, ...], tuple[int, ...], float]


@dataclass(frozen=True, kw_only=True, slots=True)
class Path:
    """Rows from one organisation to another, both included, and how warm the way is (0…1].

    1 for two who work together closely now. Each further step halves it, and so does each tie
    that is past; cold ties take a little off.
    """

    organisations: tuple[int, ...]
    strength: float


@dataclass(frozen=True, kw_only=True, slots=True, eq=False)
class _Reach:
    """The warmest ways from one organisation to all within two steps of it.

    `cost` is dense (inf out of reach), and `through` the same for going on from there, which
    nobody does from a hidden one; `via` is the organisation between, or the end itself where the
    way is direct. `first` is the least that a first step costs.
    """

    start: int
    first: float
    cost: FloatArray
    through: FloatArray
    via: IntArray

    def way_to(self, row: int) -> tuple[int, ...]:
        """Rows from the start to one within reach."""
        if row == self.start:
            return (row,)
        via = int(self.via[row])
        return (self.start, row) if via == row else (self.start, via, row)


def introductions(
    landscape: Landscape, asker: int, targets: Sequence[int]
) -> list[tuple[int, ...] | None]:
    """The warmest way from an organisation to each target; None beyond LONGEST steps.

    A step over a current tie costs 1 and over a past tie 2, so the way is the shortest one
    through people who know each other now, with detours only around ties of the past; among
    equally long ways the strongest and freshest ties win, then the first by name. Hidden
    organisations are passed by. The search goes two steps out from either end, so that its work
    is that of the two neighbourhoods and not of the network.
    """
    if not targets:
        return []
    reach = _reach(landscape, asker)
    return [_meeting(landscape, reach, target) for target in targets]


def introduce(landscape: Landscape, a: int, b: int, paths: int = 3) -> tuple[Path, ...]:
    """The `paths` warmest ways from a to b, the warmest first; none beyond LONGEST steps.

    Best-first search with the exact cost of the rest of the way as its bound (A*, Hart, Nilsson
    and Raphael 1968), over ways that meet nobody twice. An organisation and itself, or fewer
    than one path, is refused.
    """
    if a == b:
        raise Refusal("invalid", message("An organisation needs no introduction to itself."))
    if paths < 1:
        raise Refusal("invalid", message("{paths} paths cannot be listed.", paths=paths))
    rest = _cost_to_go(landscape, a, b)
    found: list[Path] = []
    waiting: list[_Waiting] = [(float(rest[LONGEST][a]), (), (a,), 0.0)]
    while waiting and len(found) < paths:
        _, ranks, way, cost = heapq.heappop(waiting)
        if way[-1] == b:
            found.append(Path(organisations=way, strength=2.0 ** (1.0 - cost)))
            continue
        left = LONGEST - len(way)
        rows, steps = row_of(landscape.coldness, way[-1])
        bounds = cost + steps + rest[left][rows]
        for i in np.flatnonzero(np.isfinite(bounds)):
            row = int(rows[i])
            if row not in way:
                rank = (*ranks, int(landscape.order[row]))
                heapq.heappush(
                    waiting, (float(bounds[i]), rank, (*way, row), cost + float(steps[i]))
                )
    return tuple(found)


def _reach(landscape: Landscape, start: int) -> _Reach:
    rows, costs = row_of(landscape.coldness, start)
    open_ = np.flatnonzero(~landscape.hidden[rows])
    position, further, steps = gathered(landscape.coldness, rows[open_])
    position = open_[position]
    ends = np.concatenate([rows, further])
    via = np.concatenate([rows, rows[position]])
    total = np.concatenate([costs, costs[position] + steps])
    # Written from the worst to the best, so that the best stays.
    turn = np.lexsort((landscape.order[via], total))[::-1]
    cost = np.full(len(landscape), np.inf)
    between = np.full(len(landscape), -1, np.int64)
    cost[ends[turn]] = total[turn]
    between[ends[turn]] = via[turn]
    through = np.where(landscape.hidden, np.inf, cost)
    cost[start] = through[start] = 0.0
    first = float(costs.min(initial=np.inf))
    return _Reach(start=start, first=first, cost=cost, through=through, via=between)


def _meeting(landscape: Landscape, reach: _Reach, target: int) -> tuple[int, ...] | None:
    """The best of: the target within reach, a tie of the target, a tie of one of its ties."""
    near, near_cost = row_of(landscape.coldness, target)
    seen = ~landscape.hidden[near] | (near == reach.start)
    near, near_cost = near[seen], near_cost[seen]
    # Where the two searches may meet, what stands between there and the target, and the cost.
    meet = np.concatenate([[target], near])
    between = np.full(len(meet), -1, np.int64)
    cost = np.concatenate([[reach.cost[target]], reach.through[near] + near_cost])
    # No way of three or more steps costs less than its ends and a current tie between them.
    if cost.min() > reach.first + 1.0 + near_cost.min(initial=np.inf):
        position, far, steps = gathered(landscape.coldness, near)
        meet = np.concatenate([meet, far])
        between = np.concatenate([between, near[position]])
        cost = np.concatenate([cost, reach.through[far] + near_cost[position] + steps])
    best = cost.min()
    if not np.isfinite(best):
        return None
    ways = [
        _joined(reach.way_to(int(meet[i])), int(between[i]), target)
        for i in np.flatnonzero(cost == best)
    ]
    return min(ways, key=lambda way: tuple(landscape.order[list(way)]))


def _joined(start: tuple[int, ...], between: int, target: int) -> tuple[int, ...]:
    middle = () if between < 0 else (between,)
    end = () if start[-1] == target else (target,)
    return (*start, *middle, *end)


def _cost_to_go(landscape: Landscape, a: int, b: int) -> list[FloatArray]:
    """For 0 … LONGEST steps, what each organisation needs to get to b in at most as many."""
    costs = [np.full(len(landscape), np.inf)]
    costs[0][b] = 0.0
    shut = landscape.hidden.copy()
    shut[[a, b]] = False
    for _ in range(LONGEST):
        at = np.flatnonzero(np.isfinite(costs[-1])).astype(np.int64)
        position, row, steps = gathered(landscape.coldness, at)
        following = costs[-1].copy()
        np.minimum.at(following, row, costs[-1][at][position] + steps)
        following[shut] = np.inf
        costs.append(following)
    return costs
