"""What the signals say of every candidate of a question."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

import numpy as np

from matcher.brief import Brief
from matcher.landscape import Landscape
from matcher.landscape.arrays import BoolArray, FloatArray, IntArray
from matcher.recipe import Recipe
from matcher.signals import SIGNALS, query_for


@dataclass(frozen=True, kw_only=True, slots=True, eq=False)
class Seen:
    """The candidates of a question, one row each, in the order in which equals are listed.

    `values` has a column for each signal, nan where the data do not say. `partner` marks those
    who work or have worked with the asker.
    """

    values: FloatArray
    relevant: BoolArray
    partner: BoolArray


def seen(
    landscape: Landscape,
    brief: Brief,
    relevant: Collection[int],
    signals: Sequence[str],
    known: IntArray,
) -> Seen:
    """What each signal says of those known (rows), the asker left out."""
    asker = -1 if brief.asker is None else brief.asker
    rows = known[known != asker]
    rows = rows[np.argsort(landscape.order[rows])]
    query = query_for(landscape, brief)
    columns = [SIGNALS[name].values(landscape, query).at(rows) for name in signals]
    return Seen(
        values=np.stack(columns, axis=1),
        relevant=np.isin(rows, list(relevant)),
        partner=np.isin(rows, _partners(landscape, asker)),
    )


def points(recipe: Recipe, values: FloatArray) -> FloatArray:
    """The score that a recipe gives each row of its signals' values."""
    weights = np.array(list(recipe.weights.values()))
    unknown = np.array([recipe.unknown[name] for name in recipe.weights])
    return np.asarray(np.where(np.isnan(values), unknown, values) @ weights, np.float64)


def _partners(landscape: Landscape, asker: int) -> IntArray:
    if asker < 0:
        return np.empty(0, np.int64)
    start, stop = landscape.ties.indptr[asker : asker + 2]
    return landscape.ties.indices[start:stop].astype(np.int64)
