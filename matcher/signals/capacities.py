"""What one offers and the other needs."""

from __future__ import annotations

import numpy as np

from matcher.landscape import Landscape
from matcher.landscape.arrays import FloatArray, Sparse, product, row_of
from matcher.signals.query import Query
from matcher.signals.signal import Share, quotient, strongest_first


def need_met_by_offer(landscape: Landscape, query: Query) -> FloatArray:
    """They offer what you need.

    Rarity of the asker's needs that they offer, as a share of the rarity of all its needs; less
    for the few who offer so much that everybody would be sent to them. Unknown for all where the
    asker has named no need, and for those who have named no offer.
    """
    rarity = landscape.vocabularies["capacity"].rarity
    met = product(landscape.offers, query.needs * rarity)
    known = (landscape.totals.offers > 0) & (query.need_total > 0)
    return quotient(met, query.need_total * landscape.totals.asked, known)


def offer_meets_need(landscape: Landscape, query: Query) -> FloatArray:
    """You offer what they need.

    Rarity of their needs that the asker offers, as a share of the rarity of all their needs.
    Unknown for all where the asker has named no offer, and for those who have named no need.
    """
    rarity = landscape.vocabularies["capacity"].rarity
    met = product(landscape.needs, query.offers * rarity)
    known = (landscape.totals.needs > 0) & (query.offer_total > 0)
    return quotient(met, landscape.totals.needs, known)


def needs_met(landscape: Landscape, query: Query, candidate: int) -> tuple[Share, ...]:
    """The asker's needs that a candidate offers."""
    total = query.need_total * float(landscape.totals.asked[candidate])
    return _matched(landscape, query.needs, landscape.offers, candidate, total)


def needs_we_meet(landscape: Landscape, query: Query, candidate: int) -> tuple[Share, ...]:
    """A candidate's needs that the asker offers."""
    total = float(landscape.totals.needs[candidate])
    return _matched(landscape, query.offers, landscape.needs, candidate, total)


def _matched(
    landscape: Landscape, wanted: FloatArray, matrix: Sparse, candidate: int, total: float
) -> tuple[Share, ...]:
    if total <= 0:
        return ()
    vocabulary = landscape.vocabularies["capacity"]
    terms, there = row_of(matrix, candidate)
    worth = there * wanted[terms] * vocabulary.rarity[terms] / total
    return strongest_first(
        [
            Share(kind="capacity", id=vocabulary.ids[terms[i]], share=float(worth[i]))
            for i in np.flatnonzero(worth)
        ]
    )
