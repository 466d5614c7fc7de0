"""Whom two both work, or have worked, with."""

from __future__ import annotations

from typing import TypeVar

import numpy as np

from matcher.landscape import Landscape
from matcher.landscape.arrays import FloatArray
from matcher.signals.answer import Answer, shared, unknown_to_all
from matcher.signals.query import Query
from matcher.signals.signal import Share, strongest_first

# What is common is counted mostly against the asker's own partners, and a little against theirs,
# so that those who know everybody are not the common acquaintances of all (after Tversky,
# "Features of similarity", 1977). On dk_esif (cuts 2009 and 2010, lists of new partners) the
# candidate's part takes the organisation that is suggested most from 45 to 29 and from 22 to 16 %
# of the lists, and 0.03 off recall@10. The product of the two is 1/4, which keeps values at 1 or
# less: OWN·a + THEIRS·b is never below √(a·b), and that never below what is common.
OWN, THEIRS = 3 / 2, 1 / 6
Number = TypeVar("Number", float, FloatArray)


def common_partners(landscape: Landscape, query: Query) -> Answer:
    """You have partners in common.

    Each common partner counts 1 / ln(1 + its ties) (Adamic–Adar) times the geometric mean of how
    strong its ties to the two are. The sum is divided by 3/2 of what the asker's partners come to
    and 1/6 of what theirs do, so two with the same partners get 0.6. Past ties are partners too,
    hidden organisations are not. Unknown where either has no ties.
    """
    if query.partner_total <= 0:
        return unknown_to_all()
    ties, total = landscape.near, np.zeros(len(landscape))
    for partner, near in query.partners.of.items():
        start, stop = ties.indptr[partner], ties.indptr[partner + 1]
        worth = near * float(landscape.partner_weight[partner])
        total[ties.indices[start:stop]] += worth * ties.data[start:stop]
    partners = landscape.totals.partners
    return shared(total, _of_both(query.partner_total, partners), partners > 0)


def partners_in_common(landscape: Landscape, query: Query, candidate: int) -> tuple[Share, ...]:
    """The common partners, those that tell most first."""
    theirs = float(landscape.totals.partners[candidate])
    if theirs <= 0 or query.partner_total <= 0:
        return ()
    ties, divisor = landscape.near, _of_both(query.partner_total, theirs)
    start, stop = ties.indptr[candidate], ties.indptr[candidate + 1]
    rows, near = ties.indices[start:stop].tolist(), ties.data[start:stop].tolist()
    return strongest_first(
        [
            Share(
                "partner",
                landscape.ids[row],
                own * near[i] * float(landscape.partner_weight[row]) / divisor,
            )
            for i, row in enumerate(rows)
            if (own := query.partners.of.get(row))
        ]
    )


def _of_both(own: float, theirs: Number) -> Number:
    return OWN * own + THEIRS * theirs
