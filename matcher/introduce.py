"""Warm paths: who can introduce whom."""

from __future__ import annotations

import heapq
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from matcher.errors import Refusal
from matcher.landscape import Landscape
from matcher.landscape.arrays import FloatArray, IntArray, entries, gathered, row_of
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

    `cost` is that of each way, and `via` the organisation between, or the end itself where the
    way is direct. `way` finds the one to each organisation, −1 where there is none; `second` is
    the least that two steps cost.
    """

    start: int
    second: float
    cost: FloatArray
    via: IntArray
    way: npt.NDArray[np.int32]

    def costs(self, rows: IntArray) -> FloatArray:
        """What it costs to get to each of some, inf out of reach."""
        way = self.way[rows]
        return np.where(way >= 0, self.cost[way], np.inf)

    def way_to(self, row: int) -> tuple[int, ...]:
        """Rows from the start to one within reach."""
        if row == self.start:
            return (row,)
        via = int(self.via[self.way[row]])
        return (self.start, row) if via == row else (self.start, via, row)


@dataclass(frozen=True, kw_only=True, slots=True, eq=False)
class _Meetings:
    """Where a way from the start may meet one from a target.

    `target` is a place in the list of targets, `meet` a row within reach of the start, `between`
    the row between there and the target, −1 where there is none; `cost` is that of the whole way.
    """

    target: IntArray
    meet: IntArray
    between: IntArray
    cost: FloatArray

    def least(self, targets: int) -> FloatArray:
        """What the best way to each target costs."""
        found = np.full(targets, np.inf)
        np.minimum.at(found, self.target, self.cost)
        return found


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
    met = _meetings(landscape, reach, np.array(targets, np.int64))
    best = np.isfinite(met.cost) & (met.cost == met.least(len(targets))[met.target])
    ways: list[tuple[int, ...] | None] = [None] * len(targets)
    for at in np.flatnonzero(best).tolist():
        target = int(met.target[at])
        way = _joined(reach.way_to(int(met.meet[at])), int(met.between[at]), targets[target])
        ways[target] = _first_by_name(landscape, way, ways[target])
    return ways


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
    total = costs[position] + steps
    ends = np.concatenate([rows, further, [start]])
    via = np.concatenate([rows, rows[position], [start]])
    each = np.concatenate([costs, total, [0.0]])
    # Written from the worst to the best, so that the best stays.
    turn = np.lexsort((landscape.order[via], each))[::-1]
    way = np.full(len(landscape), -1, np.int32)
    way[ends[turn]] = turn
    second = float(total[further != start].min(initial=np.inf))
    return _Reach(start=start, second=second, cost=each, via=via, way=way)


def _meetings(landscape: Landscape, reach: _Reach, targets: IntArray) -> _Meetings:
    """All that may be best: at a target, at its ties, and at the ties of these."""
    count = len(targets)
    target, near, step = gathered(landscape.coldness, targets)
    seen = ~landscape.hidden[near] | (near == reach.start)
    target, near, step = target[seen], near[seen], step[seen]
    found = _Meetings(
        target=np.concatenate([np.arange(count), target]),
        meet=np.concatenate([targets, near]),
        between=np.full(count + len(near), -1),
        cost=np.concatenate([reach.costs(targets), _through(landscape, reach, near) + step]),
    )
    # Ways of up to three steps are found; one of four goes two to somebody, and then two more.
    last = np.full(count, np.inf)
    np.minimum.at(last, target, step)
    unsure = np.flatnonzero((found.least(count) >= reach.second + 1.0 + last)[target])
    if not len(unsure):
        return found
    position, entry = entries(landscape.coldness, near[unsure])
    # Few of so many are within reach; all else is looked up for these.
    met = np.flatnonzero(reach.way[landscape.coldness.indices[entry]] >= 0)
    position, entry = unsure[position[met]], entry[met]
    far = landscape.coldness.indices[entry].astype(np.int64)
    more = landscape.coldness.data[entry]
    return _Meetings(
        target=np.concatenate([found.target, target[position]]),
        meet=np.concatenate([found.meet, far]),
        between=np.concatenate([found.between, near[position]]),
        cost=np.concatenate([found.cost, _through(landscape, reach, far) + step[position] + more]),
    )


def _through(landscape: Landscape, reach: _Reach, rows: IntArray) -> FloatArray:
    """What it costs to get to each and go on from there, which nobody does from a hidden one."""
    shut = landscape.hidden[rows] & (rows != reach.start)
    return np.where(shut, np.inf, reach.costs(rows))


def _first_by_name(
    landscape: Landscape, way: tuple[int, ...], other: tuple[int, ...] | None
) -> tuple[int, ...]:
    if other is None:
        return way
    return min(way, other, key=lambda each: tuple(landscape.order[list(each)]))


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
