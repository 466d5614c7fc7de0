"""Weights that put the relevant first, near those of a recipe.

The model is a softmax over each list (ListNet: Cao and others, "Learning to rank: from pairwise
approach to listwise approach", 2007). A candidate's score is Σ full·value, and `blank` in place of
full·value where the data do not say, with 0 ≤ blank ≤ full; its chance is exp(score) over the sum
of all candidates' exp(score). What is made large is the mean of the logs of the relevant ones'
chances, less a ridge toward the recipe. It has one highest point, which is found from anywhere.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
from scipy.optimize import minimize

from matcher.landscape.arrays import BoolArray, FloatArray
from matcher.learn.lists import Lists, View

# How many lists' worth of evidence the recipe that is held to has. On dk_esif (cuts 2009 and 2010)
# and interreg (2016-07-01), from the recipe as shipped, NDCG@10 is best for 10 to 30 lists; 3 and
# 100 are .006 to .01 below.
RIDGE = 10.0
# Where a recipe puts all the relevant first, no scale is steep enough.
_FLATTEST, _STEEPEST = 1.0, 100.0


@dataclass(frozen=True, kw_only=True, slots=True, eq=False)
class Weights:
    """What each signal gives: `full` where its value is 1, `blank` where the data do not say.

    `held` ones are never raised above the recipe's.
    """

    full: FloatArray
    blank: FloatArray
    held: BoolArray | None = None

    def times(self, factor: float) -> Weights:
        """All of them so many times as large."""
        return Weights(full=self.full * factor, blank=self.blank * factor, held=self.held)


def fit(evidence: Sequence[Lists], recipe: Weights, ridge: float = RIDGE) -> Weights:
    """The weights that lose least on all lists, held near the recipe's.

    A recipe's points have a scale of its own: first they are scaled to the lists as they are. A
    weight may then well differ by the mean weight; what the unknown counts is held as a part of
    its weight, wherever that goes.
    """
    toward = recipe.times(scale(evidence, recipe))
    size, unit = len(toward.full), float(toward.full.mean())
    part = toward.blank / np.maximum(toward.full, 1e-12)

    def value(at: FloatArray) -> tuple[float, FloatArray]:
        # full = blank + more, so that 0 ≤ blank ≤ full are plain bounds.
        blank, full = at[:size], at[:size] + at[size:]
        lost, slope = loss(evidence, Weights(full=full, blank=blank))
        far, off = (full - toward.full) / unit, (blank - part * full) / unit
        by_full = slope.full + ridge * (far - part * off) / unit
        by_blank = slope.blank + ridge * off / unit
        held = ridge / 2 * float(far @ far + off @ off)
        return lost + held, np.concatenate([by_blank + by_full, by_full])

    start = np.concatenate([toward.blank, toward.full - toward.blank])
    held = np.zeros(size, np.bool_) if recipe.held is None else recipe.held
    most = [*toward.blank, *(toward.full - toward.blank)]
    bounds = [
        (0.0, float(top) if is_held else None)
        for top, is_held in zip(most, [*held, *held], strict=True)
    ]
    found = _least(value, start, bounds)
    return Weights(full=found[:size] + found[size:], blank=found[:size])


def scale(evidence: Sequence[Lists], recipe: Weights) -> float:
    """The factor that makes a recipe's points the log-odds that lose least."""
    total = float(recipe.full.sum())

    def value(at: FloatArray) -> tuple[float, FloatArray]:
        lost, slope = loss(evidence, recipe.times(float(at[0]) / total))
        return lost, np.array([(slope.full @ recipe.full + slope.blank @ recipe.blank) / total])

    return float(_least(value, np.array([10.0]), [(_FLATTEST, _STEEPEST)])[0]) / total


def loss(evidence: Sequence[Lists], weights: Weights) -> tuple[float, Weights]:
    """What the weights lose on all lists, each by its weight, and how that changes with them."""
    lost = 0.0
    full, blank = np.zeros(len(weights.full)), np.zeros(len(weights.full))
    for lists in evidence:
        score = lists.values @ weights.full + lists.unknown @ weights.blank
        slope = np.zeros(len(score))
        for view in lists.views:
            lost += _lost(view, lists, score, slope)
        full += slope @ lists.values
        blank += slope @ lists.unknown
    return lost, Weights(full=full, blank=blank)


def _lost(view: View, lists: Lists, score: FloatArray, slope: FloatArray) -> float:
    """The loss of one view; how it changes with each row's score is added to `slope`."""
    held = np.where(view.candidate, score, -np.inf)
    top = np.maximum.reduceat(held, lists.starts)
    top[~np.isfinite(top)] = 0.0  # nobody is a candidate
    chance = np.exp(held - np.repeat(top, lists.sizes))
    total = np.add.reduceat(chance, lists.starts)
    total[total == 0] = 1.0
    slope += chance * np.repeat(view.weight / total, lists.sizes) - view.target
    return float(view.weight @ (np.log(total) + top) - view.target @ score)


def _least(
    value: Callable[[FloatArray], tuple[float, FloatArray]],
    start: FloatArray,
    bounds: list[tuple[float, float | None]],
) -> FloatArray:
    found = minimize(value, start, jac=True, method="L-BFGS-B", bounds=bounds)
    return np.asarray(found.x, np.float64)
