"""Why somebody is suggested: the parts that a score is the sum of."""

from __future__ import annotations

from matcher.landscape import Landscape
from matcher.recipe import Recipe
from matcher.signals import SIGNALS, Query
from matcher.suggest.results import Fact, Missing, Reason
from matcher.suggest.scoring import points


def reason(
    landscape: Landscape, query: Query, recipe: Recipe, name: str, value: float, row: int
) -> Reason:
    """One signal's reason; its value is nan where the data do not say."""
    weight = recipe.weights[name]
    if value != value:  # nan
        given = points(weight, recipe.unknown[name])
        facts = (Fact("unknown", None, given),) if given else ()
        return Reason(name, None, weight, given, facts)
    if value == 0.0:
        return Reason(name, 0.0, weight, 0.0, ())
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
