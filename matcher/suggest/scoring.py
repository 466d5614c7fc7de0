"""Signals → points → scores."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from matcher.brief import Brief
from matcher.landscape import Landscape
from matcher.landscape.arrays import FloatArray, on_grid
from matcher.recipe import Recipe
from matcher.signals import SIGNALS, Answer, Query, query_for, query_of

# Points are multiples of 2**-40, so that sums of them carry no rounding: equal facts give equal
# scores whatever order they are added in.
_BITS = 40
_SCALE = 2.0**_BITS


@dataclass(frozen=True, kw_only=True, slots=True, eq=False)
class Weighed:
    """Every signal's answer, and the scores of all organisations."""

    answers: Mapping[str, Answer]
    scores: FloatArray


def scores(
    landscape: Landscape, who: int | Brief, recipe: Recipe, *, newness: float = 0.0
) -> FloatArray:
    """One score for each organisation, whether or not it may be suggested."""
    return weigh(landscape, asked(landscape, who), recipe.leaning(newness)).scores


def asked(landscape: Landscape, who: int | Brief) -> Query:
    """The query of an organisation (its row) or of an idea."""
    return query_for(landscape, who) if isinstance(who, Brief) else query_of(landscape, who)


def weigh(landscape: Landscape, query: Query, recipe: Recipe) -> Weighed:
    """Scores are sums of weight × value, and weight × `unknown` where the data do not say.

    Signals without weight are not asked.
    """
    total = np.zeros(len(landscape))
    answers = {}
    for name, weight in recipe.weights.items():
        answer = answers[name] = SIGNALS[name].values(landscape, query)
        if weight > 0:
            _add(total, answer, weight, points(weight, recipe.unknown[name]))
    return Weighed(answers=answers, scores=total)


def points(weight: float, value: float) -> float:
    """The points of one value."""
    return round(weight * value * _SCALE) / _SCALE


def _add(total: FloatArray, answer: Answer, weight: float, unknown: float) -> None:
    given = on_grid(weight * answer.values, _BITS)
    if answer.rows is None:
        total += np.where(np.isnan(given), unknown, given)
        return
    if answer.known is False:
        total += unknown
    elif unknown and answer.known is not True:
        total[~answer.known] += unknown
    total[answer.rows] += given
