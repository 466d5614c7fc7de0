"""What one offers and the other needs."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from matcher.landscape import Landscape
from matcher.landscape.arrays import FloatArray, Sparse
from matcher.signals.answer import Answer, shared, spread, unknown_to_all
from matcher.signals.query import Query, Weighted
from matcher.signals.signal import Share, strongest_first


def need_met_by_offer(landscape: Landscape, query: Query) -> Answer:
    """They offer what you need.

    Rarity of the asker's needs that they offer, as a share of the rarity of all its needs; less
    where the offer ends soon or is smaller than what is looked for, and for the few who offer so
    much that everybody would be sent to them. Unknown for all where the asker has named no need,
    and for those who have named no offer.
    """
    if query.need_total <= 0:
        return unknown_to_all()
    met = _met(landscape, query.needs, landscape.owners["offers"])
    for row, less in _too_small(landscape, query):
        met[row] -= less
    totals = landscape.totals
    return shared(met, query.need_total * totals.asked, totals.offers > 0)


def offer_meets_need(landscape: Landscape, query: Query) -> Answer:
    """You offer what they need.

    Rarity of their needs that the asker offers, as a share of the rarity of all their needs.
    Unknown for all where the asker has named no offer, and for those who have named no need.
    """
    if not len(query.offers):
        return unknown_to_all()
    met = _met(landscape, query.offers, landscape.owners["needs"])
    return shared(met, landscape.totals.needs, landscape.totals.needs > 0)


def needs_met(landscape: Landscape, query: Query, candidate: int) -> tuple[Share, ...]:
    """The asker's needs that a candidate offers."""
    total = query.need_total * float(landscape.totals.asked[candidate])
    return _matched(landscape, query.needs, landscape.offers, candidate, total, query.amounts)


def needs_we_meet(landscape: Landscape, query: Query, candidate: int) -> tuple[Share, ...]:
    """A candidate's needs that the asker offers."""
    total = float(landscape.totals.needs[candidate])
    return _matched(landscape, query.offers, landscape.needs, candidate, total, {})


def _met(landscape: Landscape, wanted: Weighted, owners: Sparse) -> FloatArray:
    rarity = landscape.vocabularies["capacity"].rarity
    each = [(term, weight * float(rarity[term])) for term, weight in wanted.of.items()]
    return spread(owners, sorted(each), np.zeros(len(landscape)))


def _enough(landscape: Landscape, amounts: Mapping[int, float], candidate: int, term: int) -> float:
    """How much of what is looked for a candidate has of a term; 1 where nobody has said."""
    asked, there = amounts.get(term), landscape.amounts.get((candidate, term))
    return 1.0 if asked is None or there is None else min(1.0, max(0.0, there / asked))


def _too_small(landscape: Landscape, query: Query) -> list[tuple[int, float]]:
    """What to take off for offers that are smaller than what is looked for."""
    if not query.amounts:
        return []
    rarity = landscape.vocabularies["capacity"].rarity
    less = []
    for row, term in landscape.amounts:
        if term in query.amounts:
            there = float(landscape.offers[row, term])
            lack = 1.0 - _enough(landscape, query.amounts, row, term)
            less.append((row, query.needs.of[term] * float(rarity[term]) * there * lack))
    return less


def _matched(
    landscape: Landscape,
    wanted: Weighted,
    matrix: Sparse,
    candidate: int,
    total: float,
    amounts: Mapping[int, float],
) -> tuple[Share, ...]:
    if total <= 0:
        return ()
    vocabulary = landscape.vocabularies["capacity"]
    start, stop = matrix.indptr[candidate], matrix.indptr[candidate + 1]
    terms, there = matrix.indices[start:stop].tolist(), matrix.data[start:stop].tolist()
    return strongest_first(
        [
            Share(
                "capacity",
                vocabulary.ids[term],
                weight
                * there[i]
                * _enough(landscape, amounts, candidate, term)
                * float(vocabulary.rarity[term])
                / total,
            )
            for i, term in enumerate(terms)
            if (weight := wanted.of.get(term))
        ]
    )
