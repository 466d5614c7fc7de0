"""Rules of a matching event: when each round is, who sits where, what a new plan must keep.

People go by the ids of their organisations; a round is a list of pairs.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, time
from typing import Literal

import numpy as np
from scipy.optimize import linear_sum_assignment

Pair = tuple[str, str]
State = Literal["open", "closed", "over"]

_DAY = 24 * 60
_STAYS = 1000.0
"""What getting up costs, beside a step for each table one walks past."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Times:
    """From when to when a round is."""

    starts: time
    ends: time


def state(day: date | None, closed: bool, today: date) -> State:
    """Whether people can still sign up: until the end of the day, unless it was closed before."""
    if day is not None and day < today:
        return "over"
    return "closed" if closed else "open"


def times(starts: time, rounds: int, minutes: int, pause: int) -> tuple[Times, ...]:
    """When each round is, one after the other with a pause between; midnight is no obstacle.

    >>> [str(each.starts) for each in times(time(18, 30), 3, 10, 5)]
    ['18:30:00', '18:45:00', '19:00:00']
    """
    first = starts.hour * 60 + starts.minute
    begins = [first + turn * (minutes + pause) for turn in range(rounds)]
    return tuple(Times(starts=_clock(each), ends=_clock(each + minutes)) for each in begins)


def seated(
    rounds: Sequence[Sequence[Pair]], before: Mapping[str, int] | None = None, tables: int = 0
) -> tuple[tuple[int, ...], ...]:
    """The table of each pair in each round, from 1, so that as few as can be get up.

    Among those who must, the walks are as short as can be. There are as many tables as the round
    with the most meetings needs, and `tables` at least. `before` is where people sit already;
    whoever sits out keeps their place in mind. Each round follows from the one before it: an
    assignment of least cost (Kuhn 1955), which is the least for that step, not for the evening.

    >>> seated([[("a", "b"), ("c", "d")], [("c", "a"), ("b", "d")]])
    ((1, 2), (1, 2))
    """
    number = max([tables, *(len(pairs) for pairs in rounds)])
    places = dict(before or {})
    found: list[tuple[int, ...]] = []
    for pairs in rounds:
        chosen = _assigned(pairs, places, number)
        for pair, table in zip(pairs, chosen, strict=True):
            places |= dict.fromkeys(pair, table)
        found.append(chosen)
    return tuple(found)


def met(rounds: Iterable[Iterable[Pair]]) -> frozenset[Pair]:
    """The pairs that have met, each as (lower id, higher id)."""
    return frozenset((min(pair), max(pair)) for pairs in rounds for pair in pairs)


def sat_out(idle: Iterable[Iterable[str]]) -> Counter[str]:
    """How often each was there without a meeting."""
    return Counter(each for round_ in idle for each in round_)


def is_there(turn: int, absent: Collection[int], missing_from: int | None) -> bool:
    """Whether somebody is there in a round (from 1).

    `absent` are the rounds that they said they cannot; `missing_from` the round from which they
    were missed on the evening.
    """
    return turn not in absent and (missing_from is None or turn < missing_from)


def round_now(at: time, rounds: Sequence[Times]) -> int:
    """The first round that has not begun at a time of the same evening; one more than there are
    when all have.
    """
    if not rounds:
        return 1
    first = _minute(rounds[0].starts)
    # An evening that goes on past midnight: what is more than half a day early is late.
    since = (_minute(at) - first + _DAY // 2) % _DAY - _DAY // 2
    begun = sum((_minute(each.starts) - first) % _DAY <= since for each in rounds)
    return begun + 1


def _assigned(pairs: Sequence[Pair], places: Mapping[str, int], number: int) -> tuple[int, ...]:
    """Tables for the pairs of one round, given where each sat last."""
    at = np.arange(1, number + 1)
    cost = np.zeros((len(pairs), number))
    for row, pair in enumerate(pairs):
        for who in pair:
            if who in places:
                away = np.abs(at - places[who])
                cost[row] += away + _STAYS * (away > 0)
    return tuple(int(each) + 1 for each in linear_sum_assignment(cost)[1])


def _minute(at: time) -> int:
    return at.hour * 60 + at.minute


def _clock(minute: int) -> time:
    return time(minute // 60 % 24, minute % 60)
