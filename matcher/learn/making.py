"""From weights to a recipe that a person can read, and back."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from types import MappingProxyType

import numpy as np

from matcher.learn.fitting import Weights
from matcher.recipe import Recipe
from matcher.signals import SIGNALS

NAME = "learnt"
# A weight is told to the ten-thousandth of all, which moves no score that a person could see.
_FIGURES = 4
_DECIMALS = 3


def as_weights(recipe: Recipe) -> Weights:
    """The points of a recipe's signals, in its order."""
    full = np.array(list(recipe.weights.values()), np.float64)
    share = np.array([recipe.unknown[name] for name in recipe.weights], np.float64)
    held = np.array([SIGNALS[name].held for name in recipe.weights], np.bool_)
    return Weights(full=full, blank=full * share, held=held)


def as_recipe(weights: Weights, shipped: Recipe, learnt: Mapping[str, object]) -> Recipe:
    """The recipe of these weights, with the total of the one shipped and few decimals.

    In `learnt`, too, numbers have few decimals, and what is None is left out.

    A signal that weighs nothing keeps what was shipped for the unknown.
    """
    total = shipped.total
    decimals = max(0, _FIGURES - 1 - int(np.floor(np.log10(total))))
    full = np.round(weights.full * (total / weights.full.sum()), decimals)
    heaviest = int(np.argmax(full))
    full[heaviest] = round(full[heaviest] + total - float(full.sum()), decimals + 3)
    share = weights.blank / np.maximum(weights.full, 1e-12)
    names = list(shipped.weights)
    unknown = {
        name: round(float(np.clip(share[at], 0.0, 1.0)), _DECIMALS)
        if full[at] > 0
        else shipped.unknown[name]
        for at, name in enumerate(names)
    }
    return replace(
        shipped,
        name=NAME,
        weights=MappingProxyType(dict(zip(names, full.tolist(), strict=True))),
        unknown=MappingProxyType(unknown),
        learnt=MappingProxyType(_readable(learnt)),
    )


def _readable(table: Mapping[str, object]) -> dict[str, object]:
    """What is known, with few decimals."""
    return {
        key: _readable(value)
        if isinstance(value, Mapping)
        else round(value, _DECIMALS)
        if isinstance(value, float)
        else value
        for key, value in table.items()
        if value is not None
    }
