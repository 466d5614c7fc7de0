"""Points that are the same whoever asks: counted once for a landscape and a recipe."""

from __future__ import annotations

from collections.abc import Mapping
from weakref import WeakKeyDictionary

import numpy as np

from matcher.landscape import Landscape
from matcher.landscape.arrays import FloatArray, closed
from matcher.recipe import Recipe
from matcher.signals import SIGNALS, Answer

# Recipes that are kept for a landscape; trying weights on the page makes many.
_KEPT = 4
_Key = tuple[tuple[str, float, float], ...]
_known: WeakKeyDictionary[Landscape, dict[_Key, FloatArray]] = WeakKeyDictionary()


def standing(landscape: Landscape, recipe: Recipe, answers: Mapping[str, Answer]) -> FloatArray:
    """The points of all signals that do not ask who asks; `answers` has those of the recipe.

    Closed against writing. Safe to share between threads: at worst it is counted twice.
    """
    key = tuple(
        (name, weight, recipe.unknown[name])
        for name, weight in recipe.weights.items()
        if SIGNALS[name].standing and weight > 0
    )
    kept = _known.setdefault(landscape, {})
    found = kept.get(key)
    if found is None:
        found = np.zeros(len(landscape))
        for name, weight, unknown in key:
            answers[name].add_points(found, weight, unknown)
        if len(kept) >= _KEPT:
            kept.clear()
        kept[key] = closed(found)
    return found
