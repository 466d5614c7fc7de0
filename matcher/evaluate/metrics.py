"""How good lists are, each measure a pure function of places or of counts."""

from __future__ import annotations

import numpy as np

from matcher.evaluate.ranking import LISTED
from matcher.landscape.arrays import FloatArray, IntArray


def recall(places: IntArray) -> float:
    """The share of the relevant that stand among the first ten; nan where none is relevant."""
    return float(np.mean(places <= LISTED)) if len(places) else float("nan")


def ndcg(places: IntArray) -> float:
    """Normalised discounted cumulative gain of the first ten, every relevant one worth the same.

    1 where the first places are all taken by relevant ones (Järvelin and Kekäläinen, 2002); nan
    where none is relevant.
    """
    if not len(places):
        return float("nan")
    gain = float(np.sum(1.0 / np.log2(places[places <= LISTED] + 1.0)))
    best = np.arange(1, min(len(places), LISTED) + 1)
    return gain / float(np.sum(1.0 / np.log2(best + 1.0)))


def reciprocal_rank(places: IntArray) -> float:
    """1 / the place of the first relevant one in the whole list; nan where none is relevant."""
    return 1.0 / float(places.min()) if len(places) else float("nan")


def coverage(shown: IntArray) -> float:
    """The share of organisations that stand in any list; `shown` counts how often each does."""
    return float(np.mean(shown > 0)) if len(shown) else 0.0


def gini(shown: IntArray) -> float:
    """How unevenly organisations are shown: 0 all alike, towards 1 always the same few.

    Gini's coefficient over all organisations, those never shown included; 0 where nobody is.
    """
    total = float(shown.sum())
    if total == 0:
        return 0.0
    ordered = np.sort(shown).astype(np.float64)
    size = len(ordered)
    rank = np.arange(1, size + 1)
    return float(2.0 * np.sum(rank * ordered) / (size * total) - (size + 1.0) / size)


def mean(values: FloatArray) -> float | None:
    """The mean of the values that are known; None where none is."""
    known = values[np.isfinite(values)]
    return float(known.mean()) if len(known) else None


def interval(
    values: FloatArray, groups: IntArray, seed: int, *, rounds: int = 1000
) -> tuple[float, float] | None:
    """Where the mean lies in 95 of 100 draws of groups with replacement; None without values.

    Questions of one project stand or fall together, so projects are drawn and not questions
    (cluster bootstrap, percentile interval).
    """
    known = np.isfinite(values)
    if not known.any():
        return None
    _, group = np.unique(groups[known], return_inverse=True)
    sums = np.bincount(group, weights=values[known])
    sizes = np.bincount(group).astype(np.float64)
    draws = np.random.default_rng(seed).integers(len(sums), size=(rounds, len(sums)))
    means = sums[draws].sum(axis=1) / sizes[draws].sum(axis=1)
    low, high = np.percentile(means, (2.5, 97.5))
    return float(low), float(high)
