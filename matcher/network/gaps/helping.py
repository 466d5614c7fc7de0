"""The ties that would help most with a gap: taken from the suggestions, by what they bring."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection
from dataclasses import dataclass

from matcher.landscape import Landscape
from matcher.network.gaps.analysis import Gaps
from matcher.network.gaps.asking import Measure, Question
from matcher.network.gaps.gain import connected
from matcher.recipe import Recipe
from matcher.suggest import candidates, scores
from matcher.suggest.choosing import best

MOST = 5
"""Ties that are proposed for a gap."""

ASKERS = 16
"""So many of those with the most to gain are asked for; each is a list of suggestions."""

EACH = 10
"""So many of the best-fitting ones of each asker are looked at."""

ROUNDS = (1, 2)
"""Proposed ties at most that one organisation is in, so that not all hangs on one: first one
each, then a second where there are not enough others."""

Barred = Callable[[int], Collection[int]]
"""Rows that must not be proposed to a row, nor it to them."""


@dataclass(frozen=True, kw_only=True, slots=True)
class HelpingTie:
    """A tie that does not go on today, between two rows, and what it would bring.

    `fit` is the candidate's score among the suggestions for the asker. `gain` is more than 0, in
    what `measure` counts; `connected` the pairs that it would connect at last.
    """

    asker: int
    candidate: int
    fit: float
    gain: int
    measure: Measure
    connected: int


def helping_ties(
    found: Gaps, question: Question, recipe: Recipe, barred: Barred, most: int = MOST
) -> tuple[HelpingTie, ...]:
    """The ties that would help most, at most so many: the largest gain, then the best fit.

    Whoever may not be suggested is not proposed (see `matcher.suggest.candidates`), nor whoever
    wants no new partners asked for, nor a pair that is barred. Each gain is counted by itself,
    as if the other ties were not made. The same every time.
    """
    landscape = found.landscape
    asking = [row for row in question.askers.tolist() if not landscape.shut[row]][:ASKERS]
    ties = [
        tie for asker in asking for tie in _of_asker(found, question, recipe, asker, barred(asker))
    ]
    ties.sort(key=lambda tie: _turn(landscape, tie))
    alone = len(asking) == 1
    kept: list[HelpingTie] = []
    often: Counter[int] = Counter()
    seen: set[frozenset[int]] = set()
    for rounds in ROUNDS:
        for tie in ties:
            pair = frozenset((tie.asker, tie.candidate))
            ends = (tie.candidate,) if alone else (tie.asker, tie.candidate)
            if len(kept) == most or pair in seen or max(often[row] for row in ends) >= rounds:
                continue
            kept.append(tie)
            seen.add(pair)
            often.update(ends)
    return tuple(sorted(kept, key=lambda tie: _turn(landscape, tie)))


def _of_asker(
    found: Gaps, question: Question, recipe: Recipe, asker: int, barred: Collection[int]
) -> list[HelpingTie]:
    landscape = found.landscape
    allowed = candidates(landscape, asker, exclude=barred) & question.helps(asker)
    if not allowed.any():
        return []
    scored = scores(landscape, asker, recipe)
    return [
        HelpingTie(
            asker=asker,
            candidate=row,
            fit=float(scored[row]),
            gain=gain,
            measure=question.measure,
            connected=connected(found.ties, asker, row),
        )
        for row in best(scored, allowed, landscape.order, EACH).tolist()
        if (gain := question.gain(asker, row)) > 0
    ]


def _turn(landscape: Landscape, tie: HelpingTie) -> tuple[float, float, int, int]:
    order = landscape.order
    return (-tie.gain, -tie.fit, int(order[tie.asker]), int(order[tie.candidate]))
