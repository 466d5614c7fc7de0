"""Candidates → points → ranked suggestions with their reasons."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

import numpy as np

from matcher.brief import Brief
from matcher.introduce import introductions
from matcher.landscape import Landscape
from matcher.landscape.arrays import BoolArray, FloatArray, IntArray
from matcher.recipe import Recipe
from matcher.signals import Query
from matcher.suggest.candidates import candidates
from matcher.suggest.choosing import best
from matcher.suggest.counterfactual import best_change
from matcher.suggest.options import Options
from matcher.suggest.reasons import Without, missing, reason, without_facts
from matcher.suggest.results import Counterfactual, Reason, Suggestion, SuggestionList
from matcher.suggest.scoring import asked, weigh


@dataclass(frozen=True, kw_only=True, slots=True, eq=False)
class _Asked:
    """What stays the same for all suggestions of a list; `first` of its `rows` are the best."""

    landscape: Landscape
    query: Query
    recipe: Recipe
    scores: FloatArray
    allowed: BoolArray
    rows: IntArray
    first: int
    without: Mapping[str, Without]


def suggest(
    landscape: Landscape, who: int | Brief, recipe: Recipe, options: Options | None = None
) -> SuggestionList:
    """Partners for an organisation (its row) or an idea, the best first.

    A score is the sum of its reasons' points. Equal scores are ordered by name, then id. Fewer
    than `top` come back where there are fewer candidates. With `also_small` the last places go to
    the best of the small organisations, as group "also"; no score is changed by it. An asker
    outside the landscape is an IndexError.
    """
    options = options or Options()
    brief, asker = (who, who.asker) if isinstance(who, Brief) else (None, who)
    leaning = recipe.leaning(options.newness)
    query = asked(landscape, who)
    weighed = weigh(landscape, query, leaning)
    allowed = candidates(
        landscape, who, include_current=options.include_current, exclude=options.exclude
    )
    first, also = chosen(landscape, weighed.scores, allowed, options)
    rows = np.concatenate([first, also])
    paths = [None] * len(rows) if asker is None else introductions(landscape, asker, rows.tolist())
    values = {name: answer.at(rows).tolist() for name, answer in weighed.answers.items()}
    about = _Asked(
        landscape=landscape,
        query=query,
        recipe=leaning,
        scores=weighed.scores,
        allowed=allowed,
        rows=rows,
        first=len(first),
        without=without_facts(leaning),
    )
    suggestions = [
        _suggestion(about, {name: values[name][at] for name in values}, at, int(row), paths[at])
        for at, row in enumerate(rows)
    ]
    suggestions[len(first) :] = [replace(each, group="also") for each in suggestions[len(first) :]]
    return SuggestionList(
        asker=asker,
        brief=brief,
        as_of=landscape.as_of,
        recipe=recipe.name,
        candidates=int(np.count_nonzero(allowed)),
        suggestions=tuple(suggestions),
    )


def chosen(
    landscape: Landscape, scores: FloatArray, allowed: BoolArray, options: Options
) -> tuple[IntArray, IntArray]:
    """The best, and the small ones that have the last places."""
    found = best(scores, allowed, landscape.order, options.top)
    if not options.also_small:
        return found, found[:0]
    first = found[: options.top - options.also_small]
    small = allowed & landscape.small
    small[first] = False
    also = best(scores, small, landscape.order, options.also_small)
    # Places that no small one can fill stay with the best.
    first = np.concatenate([first, found[len(first) :][~np.isin(found[len(first) :], also)]])
    return first[: options.top - len(also)], also


def _suggestion(
    about: _Asked,
    values: Mapping[str, float],
    at: int,
    row: int,
    path: tuple[int, ...] | None,
) -> Suggestion:
    weights, told = about.recipe.weights, about.without
    reasons = tuple(
        [
            reason(about.landscape, about.query, name, weights[name], value, row)
            if value > 0
            else (told[name].nothing if value == 0 else told[name].unknown)
            for name, value in values.items()
        ]
    )
    known = sum([each.weight for each in reasons if each.value is not None])
    return Suggestion(
        rank=at + 1,
        organisation=row,
        score=float(about.scores[row]),
        known=known / about.recipe.total,
        reasons=reasons,
        missing=missing(reasons),
        introduction=path,
        counterfactual=_counterfactual(about, {each.signal: each for each in reasons}, at, row),
    )


def _counterfactual(
    about: _Asked, reasons: Mapping[str, Reason], at: int, row: int
) -> Counterfactual | None:
    """The rank it would have with the change that brings it most; None where it stays."""
    change = best_change(about.landscape, about.query, about.recipe, row, reasons)
    if at == 0 or change is None:
        return None
    rank = 1 + _ahead(about, float(about.scores[row]) + change.gain, at, row)
    return Counterfactual(change.kind, change.term, rank) if rank <= at else None


def _ahead(about: _Asked, score: float, at: int, row: int) -> int:
    """How many would still stand before it with such a score."""
    # Whoever is ahead of one of the best is on the list; of the small ones that is not so.
    others = about.rows if at < about.first else np.flatnonzero(about.allowed)
    others = others[others != row]
    theirs, order = about.scores[others], about.landscape.order
    level = others[theirs == score]
    return int(np.count_nonzero(theirs > score) + np.count_nonzero(order[level] < order[row]))
