"""How much two participants of an event have to talk about."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import numpy as np

from matcher.landscape import Landscape
from matcher.landscape.arrays import FloatArray
from matcher.landscape.family import family
from matcher.recipe import Recipe
from matcher.suggest import scores


def fit(
    landscape: Landscape,
    participants: Sequence[int],
    recipe: Recipe,
    never: Iterable[tuple[int, int]] = (),
) -> FloatArray:
    """Participants × participants, 0…1, symmetric: the mean of what each is worth to the other.

    A score as suggestions have it, over the most that the recipe gives. nan for those who are not
    to meet: themselves, units and what they are units of, and the pairs in `never`. Participants
    and pairs are rows of the landscape.
    """
    rows = np.asarray(participants, np.int64)
    one_way = np.array([scores(landscape, row, recipe)[rows] for row in rows.tolist()])
    one_way = one_way.reshape(len(rows), len(rows)) / recipe.total
    both = (one_way + one_way.T) / 2
    for place, row in enumerate(rows.tolist()):
        apart = np.isin(rows, family(landscape.parent, landscape.units, row))
        both[place, apart] = both[apart, place] = np.nan
    for a, b in never:
        pair = np.ix_(rows == a, rows == b)
        both[pair] = both.T[pair] = np.nan
    return both
