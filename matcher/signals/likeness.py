"""How like an earlier collaboration is to what is asked."""

from __future__ import annotations

import numpy as np

from matcher.landscape import Landscape
from matcher.landscape.arrays import FloatArray, product
from matcher.landscape.experience import like
from matcher.signals.answer import spread
from matcher.signals.query import Query

# What a collaboration in another area, or under another fund, counts of one in the same.
ELSEWHERE = 0.1
# To an idea in words every collaboration is a little like it, also where nothing is written of the
# collaboration: what it has of the same area and fund then still counts.
LEAST = 0.05
# Of an idea with a text, a collaboration about nothing that it names counts half.
OTHER_THEMES = 0.5


def likeness(landscape: Landscape, query: Query) -> FloatArray:
    """One value a collaboration, 0 … about 1; 0 for all where nothing is asked.

    With a text: how like the two texts are, to the third power, so that a few that are very like
    it count more than many that are a little; half for those with none of its themes and target
    groups. Without one: the share of these that it has, squared. Both times how well area and
    source of funding fit.
    """
    terms, fits = _terms(landscape, query), _circumstances(landscape, query)
    if not query.purpose:
        return np.square(terms) * fits
    alike = _texts(landscape, query) + LEAST
    return alike**3 * (OTHER_THEMES + (1 - OTHER_THEMES) * terms) * fits


def _texts(landscape: Landscape, query: Query) -> FloatArray:
    """The mean of two cosines: of words without endings, and of runs of letters."""
    found = np.zeros(len(landscape.collaborations.ids))
    for space, (columns, weights) in (
        (landscape.texts.words, query.text.words),
        (landscape.texts.letters, query.text.letters),
    ):
        each = zip(columns.tolist(), (weights / 2).tolist(), strict=True)
        spread(space.saying, each, found)
    return found


def _terms(landscape: Landscape, query: Query) -> FloatArray:
    """The share of the themes and target groups asked for, rare ones weighing more."""
    found = np.zeros(len(landscape.collaborations.ids))
    rarity = {name: landscape.vocabularies[name].rarity for name in ("theme", "target_group")}
    wanted = [
        (name, term, weight * float(rarity[name][term]))
        for name, own in (("theme", query.themes), ("target_group", query.target_groups))
        for term, weight in own.of.items()
    ]
    total = sum(weight for _, _, weight in wanted)
    for name, term, weight in wanted:
        spread(landscape.experience.about[name], [(term, weight / total)], found)
    return found


def _circumstances(landscape: Landscape, query: Query) -> FloatArray:
    """ELSEWHERE … 1 for area, times the same for funding; 1 where the question does not say."""
    known = landscape.experience
    fits = np.ones(len(landscape.collaborations.ids))
    if len(query.areas):
        here = np.zeros(len(known.area_names))
        here[query.areas] = 1.0
        inside = np.minimum(product(known.areas, here), 1.0)
        placed = np.diff(known.areas.indptr) > 0
        # Where it was is not always said; then it may have been here.
        fits *= np.where(placed, ELSEWHERE + (1 - ELSEWHERE) * inside, (1 + ELSEWHERE) / 2)
    if query.funding_source and known.fundings:
        fund = np.append(like(known.fundings, query.funding_source), 0.5)
        fits *= ELSEWHERE + (1 - ELSEWHERE) * fund[known.funding]
    return fits
