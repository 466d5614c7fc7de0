"""Themes and target groups that two care about."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from matcher.landscape import Landscape, Vocabulary
from matcher.landscape.arrays import FloatArray, Sparse, product, row_of
from matcher.landscape.terms import DERIVED
from matcher.signals.query import Query
from matcher.signals.signal import Share, quotient, strongest_first


@dataclass(frozen=True, kw_only=True, slots=True, eq=False)
class _Sides:
    """One vocabulary seen from both: matrices and totals of all, terms of the asker."""

    kind: str
    vocabulary: Vocabulary
    declared: Sparse
    derived: Sparse
    totals: FloatArray
    own_declared: FloatArray
    own_derived: FloatArray
    own_total: float


def shared_themes(landscape: Landscape, query: Query) -> FloatArray:
    """You care about the same themes.

    Rarity of the shared themes over the mean number of themes of the two (Dice), so that a theme
    of many tells little, and so does one of somebody with a hand in everything. A theme that is
    known from collaborations only counts half, on either side. Unknown where either has none.
    """
    return _values(_themes(landscape, query))


def shared_target_groups(landscape: Landscape, query: Query) -> FloatArray:
    """You are there for the same target groups.

    Measured as shared themes are.
    """
    return _values(_target_groups(landscape, query))


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
        totals=landscape.totals.themes,
        own_declared=query.themes,
        own_derived=query.derived_themes,
        own_total=query.theme_total,
    )


def _target_groups(landscape: Landscape, query: Query) -> _Sides:
    return _Sides(
        kind="target_group",
        vocabulary=landscape.vocabularies["target_group"],
        declared=landscape.target_groups,
        derived=landscape.derived_target_groups,
        totals=landscape.totals.target_groups,
        own_declared=query.target_groups,
        own_derived=query.derived_target_groups,
        own_total=query.target_group_total,
    )


def _values(sides: _Sides) -> FloatArray:
    if_declared, if_derived = _worth(sides)
    shared = product(sides.declared, if_declared) + product(sides.derived, if_derived)
    known = (sides.totals > 0) & (sides.own_total > 0)
    return quotient(shared, (sides.own_total + sides.totals) / 2, known)


def _worth(sides: _Sides) -> tuple[FloatArray, FloatArray]:
    """What each term of the asker counts, where the other declares it and where it is derived."""
    if_declared = sides.vocabulary.rarity * (sides.own_declared + DERIVED * sides.own_derived)
    return if_declared, DERIVED * if_declared


def _facts(sides: _Sides, candidate: int) -> tuple[Share, ...]:
    mean = (sides.own_total + float(sides.totals[candidate])) / 2
    if mean <= 0:
        return ()
    shares: list[Share] = []
    for matrix, worth, is_derived in zip(
        (sides.declared, sides.derived), _worth(sides), (False, True), strict=True
    ):
        terms, there = row_of(matrix, candidate)
        points = there * worth[terms] / mean
        for i in np.flatnonzero(points):
            derived = is_derived or sides.own_declared[terms[i]] == 0
            kind = f"derived_{sides.kind}" if derived else sides.kind
            shares.append(
                Share(kind=kind, id=sides.vocabulary.ids[terms[i]], share=float(points[i]))
            )
    return strongest_first(shares)
