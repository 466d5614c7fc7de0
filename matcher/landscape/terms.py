"""Organisations × terms: what they offer, need and care about."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from types import MappingProxyType

import numpy as np

from matcher.landscape.arrays import FloatArray, Sparse, closed, frozen, incidence, product
from matcher.landscape.rows import CapacityRow, CollaborationRow, Rows
from matcher.landscape.vocabulary import Vocabulary, in_order, make, positions, rarity

Index = Mapping[str, int]

# What an organisation has said itself tells more than what its collaborations were about.
DERIVED = 0.5
# Offers that come to so many times the ordinary are an organisation that everybody would be sent
# to. On the demo network nine in ten offer less than 1.5 times the median, the giant 15 times.
MUCH = 3.0
# An offer that ends within so many days is worth half: it may be over before anybody has met.
SOON_DAYS, ENDS_SOON = 90, 0.5


@dataclass(frozen=True, kw_only=True, slots=True, eq=False)
class Capacities:
    """Offers and needs that hold on the day; rarity is that of the offers."""

    vocabulary: Vocabulary
    offers: Sparse
    needs: Sparse
    amounts: Mapping[tuple[int, int], float]


@dataclass(frozen=True, kw_only=True, slots=True, eq=False)
class Interests:
    """Themes or target groups: what is declared, and what only collaborations tell."""

    vocabulary: Vocabulary
    declared: Sparse
    derived: Sparse

    def counts(self) -> FloatArray:
        """Terms of each organisation, derived ones at their worth."""
        each = np.ones(len(self.vocabulary))
        return closed(product(self.declared, each) + DERIVED * product(self.derived, each))


def capacities(rows: Rows, index: Index, as_of: dt.date) -> Capacities:
    """The capacities offered and needed on the day, both ends of a period included.

    An offer is 1, or ENDS_SOON in its last days. `amounts` is how much there is of an offer, for
    those who have said: by row and column, the largest where it is offered twice.

    What few offer is rare, whoever needs it, so that "they offer what you need" and "you offer
    what they need" are one measure seen from two sides.
    """
    terms = in_order(rows.terms, "capacity")
    column = positions(terms)
    valid = [
        row
        for row in rows.capacities
        if not (row.since and row.since > as_of) and not (row.until and row.until < as_of)
    ]

    def side(name: str) -> Sparse:
        mine = [row for row in valid if row.side == name]
        return incidence(
            [index[row.organisation] for row in mine],
            [column[row.term] for row in mine],
            (len(index), len(terms)),
        )

    offers = side("offers")
    known = rarity(_owners(offers), _owning(offers))
    lasting = {
        (index[row.organisation], column[row.term])
        for row in valid
        if row.side == "offers" and not (row.until and (row.until - as_of).days < SOON_DAYS)
    }
    return Capacities(
        vocabulary=make(terms, known),
        offers=frozen(_fading(offers, lasting)),
        needs=frozen(side("needs")),
        amounts=_amounts(valid, index, column),
    )


def _fading(offers: Sparse, lasting: AbstractSet[tuple[int, int]]) -> Sparse:
    """The offers, those that end soon at less."""
    rows = np.repeat(np.arange(offers.shape[0]), np.diff(offers.indptr)).tolist()
    cells = zip(rows, offers.indices.tolist(), strict=True)
    offers.data[:] = [1.0 if cell in lasting else ENDS_SOON for cell in cells]
    return offers


def _amounts(
    valid: list[CapacityRow], index: Index, column: Mapping[str, int]
) -> Mapping[tuple[int, int], float]:
    found: dict[tuple[int, int], float] = {}
    for row in valid:
        if row.side == "offers" and row.amount is not None:
            cell = (index[row.organisation], column[row.term])
            found[cell] = max(row.amount, found.get(cell, 0.0))
    return MappingProxyType(found)


def asked(offers: FloatArray) -> FloatArray:
    """How much more each is asked than others, from what its offers come to; 1 or more.

    The root of its offers over MUCH times the median of those who offer anything: whoever offers
    everything meets every need, but has no time for everybody, and a list that always begins
    with it says nothing.

    >>> asked(np.array([0.0, 1.0, 2.0, 2.0, 3.0, 54.0])).tolist()
    [1.0, 1.0, 1.0, 1.0, 1.0, 3.0]
    """
    some = offers[offers > 0]
    ordinary = float(np.median(some)) if len(some) else 1.0
    return closed(np.sqrt(np.maximum(offers / (MUCH * ordinary), 1.0)))


def interests(
    rows: Rows,
    index: Index,
    vocabulary: str,
    known: tuple[CollaborationRow, ...],
    participation: Sparse,
) -> Interests:
    """Themes ("theme") or target groups ("target_group"), declared and derived.

    Derived are those of the collaborations that an organisation took part in, unless it has
    declared them too. A term is as rare as few have it in either way.
    """
    terms = in_order(rows.terms, vocabulary)
    column = positions(terms)
    mine = [row for row in rows.interests if row.vocabulary == vocabulary]
    declared = incidence(
        [index[row.organisation] for row in mine],
        [column[row.term] for row in mine],
        (len(index), len(terms)),
    )
    met = participation @ _of_collaborations(known, vocabulary, column)
    met.data[:] = 1.0
    derived = met - met.multiply(declared)
    derived.eliminate_zeros()
    every = declared + derived
    return Interests(
        vocabulary=make(terms, rarity(_owners(every), _owning(every))),
        declared=frozen(declared),
        derived=frozen(derived),
    )


def _of_collaborations(
    known: tuple[CollaborationRow, ...], vocabulary: str, column: Mapping[str, int]
) -> Sparse:
    cells = [
        (position, column[term])
        for position, row in enumerate(known)
        for term in (row.themes if vocabulary == "theme" else row.target_groups)
    ]
    return incidence([r for r, _ in cells], [c for _, c in cells], (len(known), len(column)))


def _owners(matrix: Sparse) -> FloatArray:
    """How many organisations have each term."""
    return np.bincount(matrix.indices, minlength=matrix.shape[1]).astype(np.float64)


def _owning(matrix: Sparse) -> int:
    """How many organisations have any term."""
    return int(np.count_nonzero(np.diff(matrix.indptr)))
