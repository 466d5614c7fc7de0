"""What an organisation could change to stand higher on a list."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from matcher.landscape import Landscape
from matcher.landscape.arrays import Sparse
from matcher.recipe import Recipe
from matcher.signals import Query
from matcher.signals.query import Weighted
from matcher.suggest.results import Reason


class Change(NamedTuple):
    """A term that it would take up, and the points that this brings."""

    gain: float
    kind: str
    term: str


def best_change(
    landscape: Landscape, query: Query, recipe: Recipe, row: int, reasons: Mapping[str, Reason]
) -> Change | None:
    """The one term that brings an organisation the most; None where none brings anything.

    It could offer what is needed, or take up a theme or a target group that is looked for. With
    a theme its own themes become more, so each tells a little less; rarity stays as it is.
    """
    changes = [
        *_offers(landscape, query, recipe, row, reasons),
        *_interests(landscape, query, recipe, row, reasons),
    ]
    changes = [change for change in changes if change.gain > 0]
    return min(changes, key=lambda each: (-each.gain, each.kind, each.term), default=None)


def _offers(
    landscape: Landscape, query: Query, recipe: Recipe, row: int, reasons: Mapping[str, Reason]
) -> Iterator[Change]:
    weight = recipe.weights.get("need_met_by_offer", 0.0)
    if weight <= 0 or query.need_total <= 0:
        return
    words, had = landscape.vocabularies["capacity"], reasons["need_met_by_offer"]
    # What was given because nothing is known falls away as soon as something is.
    lost = had.points if had.value is None else 0.0
    total = query.need_total * float(landscape.totals.asked[row])
    for term in _lacking(query.needs, row, landscape.offers):
        share = query.needs.of[term] * float(words.rarity[term]) / total
        yield Change(weight * share - lost, "offers", words.ids[term])


def _interests(
    landscape: Landscape, query: Query, recipe: Recipe, row: int, reasons: Mapping[str, Reason]
) -> Iterator[Change]:
    for kind, signal, vocabulary, own, own_total, declared, derived, totals in (
        ("themes", "shared_themes", "theme", query.themes, query.theme_total,
         landscape.themes, landscape.derived_themes, landscape.totals.themes),
        ("target_groups", "shared_target_groups", "target_group", query.target_groups,
         query.target_group_total, landscape.target_groups, landscape.derived_target_groups,
         landscape.totals.target_groups),
    ):  # fmt: skip
        weight = recipe.weights.get(signal, 0.0)
        if weight <= 0 or own_total <= 0:
            continue
        words, had = landscape.vocabularies[vocabulary], reasons[signal]
        theirs = float(totals[row])
        shared = (had.value or 0.0) * (own_total + theirs) / 2
        for term in _lacking(own, row, declared, derived):
            with_it = shared + own.of[term] * float(words.rarity[term])
            value = min(1.0, with_it / ((own_total + theirs + 1) / 2))
            yield Change(weight * value - had.points, kind, words.ids[term])


def _lacking(wanted: Weighted, row: int, *matrices: Sparse) -> list[int]:
    """The terms wanted that a row has in none of the matrices."""
    has = {
        column
        for matrix in matrices
        for column in matrix.indices[matrix.indptr[row] : matrix.indptr[row + 1]].tolist()
    }
    return [term for term in wanted.of if term not in has]
