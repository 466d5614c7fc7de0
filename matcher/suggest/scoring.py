"""Signals → points → scores."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from matcher.brief import Brief
from matcher.landscape import Landscape
from matcher.landscape.arrays import FloatArray
from matcher.recipe import Recipe
from matcher.signals import SIGNALS, Answer, Query, query_for, query_of
from matcher.suggest.standing import standing


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
    """Scores are sums of weight × value, and weight × `unknown` where the data do not say."""
    answers = {name: SIGNALS[name].values(landscape, query) for name in recipe.weights}
    total = standing(landscape, recipe, answers).copy()
    for name, weight in recipe.weights.items():
        if weight > 0 and not SIGNALS[name].standing:
            answers[name].add_points(total, weight, recipe.unknown[name])
    return Weighed(answers=answers, scores=total)
