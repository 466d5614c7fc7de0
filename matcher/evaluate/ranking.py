"""From values to places in a list: equals stand in the order of the history."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from matcher.landscape.arrays import FloatArray, IntArray, closed

LISTED = 10
# Values nearer than this, relative to the largest, are equal: the order in which a method adds
# its numbers up is no reason to put one organisation before another.
_GRID = 2.0**40


@dataclass(frozen=True, kw_only=True, slots=True, eq=False)
class Ranking:
    """Who stands on the list of ten, and at which place (from 1) the relevant ones stand."""

    listed: IntArray
    places: IntArray


def candidate_values(values: FloatArray, without: IntArray) -> FloatArray:
    """The values on a grid, −∞ for those who are no candidates.

    A value that is no number is a ValueError: a method must have an opinion on everybody.
    """
    if not np.isfinite(values).all():
        raise ValueError("a method gave a value that is no number")
    largest = float(np.abs(values).max(initial=0.0))
    found = np.rint(values * (_GRID / largest)) if largest > 0 else np.zeros(len(values))
    found[without] = -np.inf
    return found


def rank(values: FloatArray, relevant: IntArray) -> Ranking:
    """The list that candidates' values give; `relevant` must be candidates.

    Of equals, the one with the smaller index comes first.
    """
    in_order = np.sort(values)
    above = len(values) - np.searchsorted(in_order, values[relevant], side="right")
    before = [int(np.count_nonzero(values[:row] == values[row])) for row in relevant]
    places = above + np.array(before, np.int64) + 1
    return Ranking(listed=_listed(values, in_order), places=closed(places))


def _listed(values: FloatArray, in_order: FloatArray) -> IntArray:
    least = in_order[-min(LISTED, len(values))]
    above = np.flatnonzero(values > least)
    equal = np.flatnonzero(values == least)[: LISTED - len(above)]
    first = above[np.argsort(-values[above], kind="stable")]
    listed = np.concatenate([first, equal])
    return closed(listed[np.isfinite(values[listed])].astype(np.int64))
