"""How far our own suggestions are from what they are meant to reach."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from matcher.evaluate import peers


@dataclass(frozen=True, kw_only=True, slots=True)
class Goal:
    """A measure of `samspil`, the peer that is best at it, and what is to be reached."""

    measure: str
    reached: float | None
    peer: str
    best: float
    wanted: float

    @property
    def met(self) -> bool:
        """Whether it is reached; unknown is not."""
        return self.reached is not None and self.reached >= self.wanted


def goals(answer: Mapping[str, Any]) -> list[Goal]:
    """The goals on one folder and cut; those that no peer gives a measure for are left out.

    recall@10 ≥ 1.5 × the best peer's, or half the way from it to 1 where that is nearer; MRR
    ≥ 1.3 ×; coverage ≥ 0.8 of the coverage of the peer whose recall is best.
    """
    methods = answer["methods"]
    found = []
    for part in ("", "new"):
        if goal := _against_best(methods, part, "recall@10", _recall_wanted):
            found.append(goal)
            if not part:
                found.append(_coverage(methods, goal.peer))
        if goal := _against_best(methods, part, "mrr", _mrr_wanted):
            found.append(goal)
    return found


def small_goals(answer: Mapping[str, Any]) -> list[Goal]:
    """What `samspil_small` is to reach beside `samspil`: 1.5 × small, 0.9 of its NDCG@10."""
    methods = answer["methods"]
    return [
        Goal(
            measure=f"samspil_small {measure}",
            reached=methods["samspil_small"][measure],
            peer="samspil",
            best=methods["samspil"][measure],
            wanted=times * methods["samspil"][measure],
        )
        for measure, times in (("small", 1.5), ("ndcg@10", 0.9))
        if methods["samspil"][measure] is not None
    ]


def _against_best(
    methods: Mapping[str, Any], part: str, measure: str, wanted: Callable[[float], float]
) -> Goal | None:
    values = {
        name: value
        for name in peers.NAMES
        if name in methods and (value := _of(methods[name], part)[measure]) is not None
    }
    if not values:
        return None
    best = max(values, key=values.__getitem__)
    return Goal(
        measure=f"{part} {measure}".strip(),
        reached=_of(methods["samspil"], part)[measure],
        peer=best,
        best=values[best],
        wanted=wanted(values[best]),
    )


def _coverage(methods: Mapping[str, Any], peer: str) -> Goal:
    best = methods[peer]["coverage"]
    return Goal(
        measure="coverage",
        reached=methods["samspil"]["coverage"],
        peer=peer,
        best=best,
        wanted=0.8 * best,
    )


def _of(method: Mapping[str, Any], part: str) -> Mapping[str, Any]:
    found: Mapping[str, Any] = method[part] if part else method
    return found


def _recall_wanted(best: float) -> float:
    return min(1.5 * best, (1.0 + best) / 2.0)


def _mrr_wanted(best: float) -> float:
    return 1.3 * best
