"""Candidates → points → ranked suggestions with their reasons."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from matcher.errors import Refusal
from matcher.introduce import introductions
from matcher.landscape import Landscape
from matcher.landscape.arrays import BoolArray, FloatArray, IntArray
from matcher.recipe import Recipe
from matcher.signals import SIGNALS, Query, query_of
from matcher.suggest.candidates import candidates
from matcher.suggest.results import Fact, Missing, Reason, Suggestion, SuggestionList
from matcher.wording.message import message


@dataclass(frozen=True, kw_only=True, slots=True)
class Options:
    """How many suggestions at most, and who may be among them.

    `exclude` are rows of the landscape that are no candidates (declined before, say).
    """

    top: int = 10
    include_current: bool = False
    exclude: frozenset[int] = frozenset()

    def __post_init__(self) -> None:
        if self.top < 1:
            raise Refusal(
                "invalid",
                message("{top} suggestions cannot be listed.", top=self.top),
                message("Ask for at least one."),
            )


def suggest(
    landscape: Landscape, asker: int, recipe: Recipe, options: Options | None = None
) -> SuggestionList:
    """Partners for an organisation, the best first.

    A score is the sum of its reasons' points, added in the recipe's order. Equal scores are
    ordered by name, then id. Fewer than `top` come back where there are fewer candidates. An
    asker outside the landscape is an IndexError.
    """
    options = options or Options()
    query = query_of(landscape, asker)
    allowed = candidates(
        landscape, asker, include_current=options.include_current, exclude=options.exclude
    )
    values = {name: SIGNALS[name].values(landscape, query) for name in recipe.weights}
    chosen = best(_scores(values, recipe, len(landscape)), allowed, landscape.order, options.top)
    paths = introductions(landscape, asker, [int(row) for row in chosen])
    suggestions = tuple(
        _suggestion(landscape, query, recipe, values, rank, int(row), path)
        for rank, (row, path) in enumerate(zip(chosen, paths, strict=True), start=1)
    )
    return SuggestionList(
        asker=asker,
        as_of=landscape.as_of,
        recipe=recipe.name,
        candidates=int(np.count_nonzero(allowed)),
        suggestions=suggestions,
    )


def best(scores: FloatArray, allowed: BoolArray, order: IntArray, top: int) -> IntArray:
    """The rows of the `top` highest scores among those allowed, equal ones by `order`.

    Only as many are sorted as are asked for, and those level with the last of them.
    """
    rows = np.flatnonzero(allowed)
    if len(rows) > top:
        bar = np.partition(scores[rows], len(rows) - top)[len(rows) - top]
        above, level = rows[scores[rows] > bar], rows[scores[rows] == bar]
        room = top - len(above)
        if len(level) > room:
            level = level[np.argpartition(order[level], room - 1)[:room]]
        rows = np.concatenate([above, level])
    return rows[np.lexsort((order[rows], -scores[rows]))]


def _scores(values: dict[str, FloatArray], recipe: Recipe, size: int) -> FloatArray:
    scores = np.zeros(size)
    for name, weight in recipe.weights.items():
        scores += weight * np.nan_to_num(values[name], nan=recipe.unknown[name])
    return scores


def _suggestion(
    landscape: Landscape,
    query: Query,
    recipe: Recipe,
    values: dict[str, FloatArray],
    rank: int,
    row: int,
    path: tuple[int, ...] | None,
) -> Suggestion:
    reasons = tuple(
        _reason(landscape, query, recipe, name, float(values[name][row]), row)
        for name in recipe.weights
    )
    return Suggestion(
        rank=rank,
        organisation=row,
        score=sum((reason.points for reason in reasons), 0.0),
        known=sum(r.weight for r in reasons if r.value is not None) / recipe.total,
        reasons=reasons,
        missing=_missing(reasons),
        introduction=path,
    )


def _reason(
    landscape: Landscape, query: Query, recipe: Recipe, name: str, value: float, row: int
) -> Reason:
    weight = recipe.weights[name]
    if np.isnan(value):
        points = weight * recipe.unknown[name]
        facts = (Fact(kind="unknown", id=None, points=points),) if points else ()
        return Reason(signal=name, value=None, weight=weight, points=points, facts=facts)
    shares = SIGNALS[name].facts(landscape, query, row)
    return Reason(
        signal=name,
        value=value,
        weight=weight,
        points=weight * value,
        facts=tuple(
            Fact(kind=s.kind, id=s.id, points=weight * s.share, amount=s.amount) for s in shares
        ),
    )


def _missing(reasons: tuple[Reason, ...]) -> Missing | None:
    """The largest loss, the first of equal ones; None where nothing is lost."""
    worst = max(reasons, key=lambda reason: reason.points_lost)
    if worst.points_lost <= 0:
        return None
    return Missing(signal=worst.signal, points_lost=worst.points_lost)
