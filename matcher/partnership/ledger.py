"""The ledger: how far those who were put on a list have come, counted and timed.

Everything is counted in candidates on shortlists: one who is on two lists counts twice. A
candidate belongs to the period in which it was put on its list, whenever the rest happened.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from statistics import median

from matcher.partnership.ledger_entry import STAGES, Entry


@dataclass(frozen=True, kw_only=True, slots=True)
class Stage:
    """How many passed a stage, and the median days since the one before.

    `rests_on` is of how many the days are known; without any there is no median.
    """

    key: str
    count: int
    days: float | None
    rests_on: int


@dataclass(frozen=True, kw_only=True, slots=True)
class Funnel:
    """All stages; `declined` are those who stand at a no.

    Of those with a written agreement `ended` did not last, and of `unknown` it is not known yet.
    """

    stages: tuple[Stage, ...]
    declined: int
    ended: int
    unknown: int

    @property
    def entries(self) -> int:
        """How many candidates it is about."""
        return self.stages[0].count


@dataclass(frozen=True, kw_only=True, slots=True)
class Reasons:
    """Why candidates declined: how many for each reason, None where none was said.

    `judged` is how many of them became a verdict, which later suggestions take into account.
    """

    counts: tuple[tuple[str | None, int], ...]
    judged: int


def funnel(entries: Sequence[Entry]) -> Funnel:
    """How far these candidates have come, and how long it took them."""
    reached = Counter(each.passed for each in entries)
    waited: dict[str, list[int]] = {stage: [] for stage in STAGES}
    for each in entries:
        for stage, days in each.took.items():
            waited[stage].append(days)
    written = [each.outcome.alive for each in entries if each.outcome.written]
    return Funnel(
        stages=tuple(
            Stage(
                key=stage,
                count=sum(reached[each] for each in STAGES[place:]),
                days=float(median(waited[stage])) if waited[stage] else None,
                rests_on=len(waited[stage]),
            )
            for place, stage in enumerate(STAGES)
        ),
        declined=sum(each.state == "declined" for each in entries),
        ended=written.count(False),
        unknown=written.count(None),
    )


def reasons(entries: Iterable[Entry]) -> Reasons:
    """Why those who stand at a no declined, the most frequent reason first."""
    last = [
        next((move for move in reversed(each.moves) if move.state == "declined"), None)
        for each in entries
        if each.state == "declined"
    ]
    counted = Counter(None if move is None else move.reason for move in last)
    return Reasons(
        counts=tuple(sorted(counted.items(), key=lambda each: (-each[1], each[0] or "~"))),
        judged=sum(move is not None and move.judged for move in last),
    )
