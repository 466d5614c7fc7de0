"""Why somebody is suggested: the parts that a score is the sum of."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from matcher.landscape import Landscape
from matcher.recipe import Recipe
from matcher.signals import SIGNALS, Query
from matcher.signals.answer import points
from matcher.suggest.results import Fact, Missing, Reason


class Without(NamedTuple):
    """A signal's reasons that are the same for everybody: unknown, and nothing found."""

    unknown: Reason
    nothing: Reason


def without_facts(recipe: Recipe) -> Mapping[str, Without]:
    """Those reasons of every signal of a recipe, in its order."""
    found = {}
    for name, weight in recipe.weights.items():
        given = points(weight, recipe.unknown[name])
        facts = (Fact("unknown", None, given),) if given else ()
        found[name] = Without(
            unknown=Reason(name, None, weight, given, facts),
            nothing=Reason(name, 0.0, weight, 0.0, ()),
        )
    return found


def reason(
    landscape: Landscape, query: Query, name: str, weight: float, value: float, row: int
) -> Reason:
    """One signal's reason where its value is above 0."""
    shares = SIGNALS[name].facts(landscape, query, row)
    told = tuple([Fact(kind, key, weight * share, size) for kind, key, share, size in shares])
    return Reason(name, value, weight, points(weight, value), told)


def missing(reasons: tuple[Reason, ...]) -> Missing | None:
    """The largest loss, the first of equal ones; None where nothing is lost."""
    worst, lost = None, 0.0
    for each in reasons:
        if each.weight - each.points > lost:
            worst, lost = each, each.weight - each.points
    return None if worst is None else Missing(worst.signal, lost)
