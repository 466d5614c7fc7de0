"""How often each organisation stands among the first of everybody's suggestions."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from matcher.landscape import Landscape
from matcher.landscape.arrays import IntArray
from matcher.recipe import Recipe
from matcher.suggest.candidates import candidates
from matcher.suggest.options import Options
from matcher.suggest.ranking import chosen
from matcher.suggest.scoring import scores

MOST_ASKERS = 500
LEAST_ASKERS = 50
_MOST_SCORES = 500_000  # what is counted while somebody waits: askers × organisations


@dataclass(frozen=True, kw_only=True, slots=True, eq=False)
class Counted:
    """Who was asked for (`askers`, rows), and how often each organisation stood on their lists.

    `times` has one row for each of the options, in their order, and one column an organisation.
    """

    askers: IntArray
    times: IntArray


def audit(
    landscape: Landscape, recipe: Recipe, options: Sequence[Options], *, seed: int = 1
) -> Counted:
    """Count the places on the lists of all organisations, or of a sample of them.

    Hidden ones do not ask. The sample is drawn without replacement and the same for the same
    seed; see `sample_size`. The options differ in how a list is chosen, not in how anybody is
    scored: `newness` has to be the same in all (ValueError).
    """
    newness = {each.newness for each in options}
    if len(newness) > 1:
        raise ValueError("what is counted side by side must be scored alike")
    asking = np.flatnonzero(~landscape.hidden)
    size = sample_size(len(asking))
    if size < len(asking):
        asking = np.sort(np.random.default_rng(seed).choice(asking, size, replace=False))
    times = np.zeros((len(options), len(landscape)), np.int64)
    for asker in asking.tolist():
        scored = scores(landscape, asker, recipe, newness=max(newness, default=0.0))
        for turn, each in enumerate(options):
            allowed = candidates(
                landscape, asker, include_current=each.include_current, exclude=each.exclude
            )
            listed = np.concatenate(chosen(landscape, scored, allowed, each))
            times[turn, listed] += 1
    return Counted(askers=asking, times=times)


def sample_size(organisations: int) -> int:
    """How many organisations' lists are counted: all up to 500, fewer where each takes longer.

    >>> [sample_size(size) for size in (60, 700, 1000, 5000, 100_000)]
    [60, 500, 500, 100, 50]
    """
    bearable = max(LEAST_ASKERS, _MOST_SCORES // max(1, organisations))
    return min(organisations, MOST_ASKERS, bearable)
