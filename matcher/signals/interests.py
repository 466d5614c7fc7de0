"""Themes and target groups that two care about."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from matcher.landscape import Landscape, Vocabulary
from matcher.landscape.arrays import FloatArray, Sparse
from matcher.landscape.terms import DERIVED
from matcher.signals.answer import Answer, shared, spread, unknown_to_all
from matcher.signals.query import Query, Weighted
from matcher.signals.signal import Share, strongest_first


@dataclass(frozen=True, kw_only=True, slots=True, eq=False)
class _Sides:
    """One vocabulary seen from both: matrices and totals of all, terms of the asker."""

    kind: str
    vocabulary: Vocabulary
    declared: Sparse
    derived: Sparse
    declaring: Sparse
    deriving: Sparse
    totals: FloatArray
    own: Weighted
    own_total: float


def shared_themes(landscape: Landscape, query: Query) -> Answer:
    """You care about the same themes.

    Rarity of the shared themes over the mean number of themes of the two (Dice), so that a theme
    of many tells little, and so does one of somebody with a hand in everything. A theme that is
    known from collaborations only counts half, on either side. Unknown where either has none.
    """
    return _values(landscape, _themes(landscape, query))


def shared_target_groups(landscape: Landscape, query: Query) -> Answer:
    """You are there for the same target groups.

    Measured as shared themes are.
    """
    return _values(landscape, _target_groups(landscape, query))


def themes_in_common(landscape: Landscape, query: Query, candidate: int) -> tuple[Share, ...]:
    """The shared themes; kind `derived_theme` where either side has it from collaborations."""
    return _facts(_themes(landscape, query), candidate)


def target_groups_in_common(
    landscape: Landscape, query: Query, candidate: int
) -> tuple[Share, ...]:
    """The shared target groups; kind `derived_target_group` as with themes."""
    return _facts(_target_groups(landscape, query), candidate)


def _themes(landscape: Landscape, query: Query) -> _Sides:
    return _Sides(
        kind="theme",
        vocabulary=landscape.vocabularies["theme"],
        declared=landscape.themes,
        derived=landscape.derived_themes,
        declaring=landscape.owners["themes"],
        deriving=landscape.owners["derived_themes"],
        totals=landscape.totals.themes,
        own=query.themes,
        own_total=query.theme_total,
    )


def _target_groups(landscape: Landscape, query: Query) -> _Sides:
    return _Sides(
        kind="target_group",
        vocabulary=landscape.vocabularies["target_group"],
        declared=landscape.target_groups,
        derived=landscape.derived_target_groups,
        declaring=landscape.owners["target_groups"],
        deriving=landscape.owners["derived_target_groups"],
        totals=landscape.totals.target_groups,
        own=query.target_groups,
        own_total=query.target_group_total,
    )


def _values(landscape: Landscape, sides: _Sides) -> Answer:
    if sides.own_total <= 0:
        return unknown_to_all()
    rarity = sides.vocabulary.rarity
    worth = sorted((term, weight * float(rarity[term])) for term, weight in sides.own.of.items())
    total = spread(sides.declaring, worth, np.zeros(len(landscape)))
    spread(sides.deriving, [(term, DERIVED * each) for term, each in worth], total)
    return shared(total, (sides.own_total + sides.totals) / 2, sides.totals > 0)


def _facts(sides: _Sides, candidate: int) -> tuple[Share, ...]:
    mean = (sides.own_total + float(sides.totals[candidate])) / 2
    if mean <= 0 or sides.own_total <= 0:
        return ()
    shares: list[Share] = []
    for matrix, worth in ((sides.declared, 1.0), (sides.derived, DERIVED)):
        start, stop = matrix.indptr[candidate], matrix.indptr[candidate + 1]
        terms, there = matrix.indices[start:stop].tolist(), matrix.data[start:stop].tolist()
        for term, has in zip(terms, there, strict=True):
            if own := sides.own.of.get(term):
                derived = worth < 1 or own < 1
                share = own * worth * has * float(sides.vocabulary.rarity[term]) / mean
                kind = f"derived_{sides.kind}" if derived else sides.kind
                shares.append(Share(kind, sides.vocabulary.ids[term], share))
    return strongest_first(shares)
