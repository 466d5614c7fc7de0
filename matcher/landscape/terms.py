"""Organisations × terms: what they offer, need and care about."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

import numpy as np

from matcher.landscape.arrays import (
    BoolArray,
    FloatArray,
    Sparse,
    closed,
    frozen,
    incidence,
    product,
)
from matcher.landscape.columns import CapacityColumns, Cells
from matcher.landscape.rows import TermRow
from matcher.landscape.vocabulary import Vocabulary, make, rarity

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


def capacities(
    said: CapacityColumns, terms: tuple[TermRow, ...], organisations: int, as_of: dt.date
) -> Capacities:
    """The capacities offered and needed on the day, both ends of a period included.

    An offer is 1, or ENDS_SOON in its last days. `amounts` is how much there is of an offer, for
    those who have said: by row and column, the largest where it is offered twice.

    What few offer is rare, whoever needs it, so that "they offer what you need" and "you offer
    what they need" are one measure seen from two sides.
    """
    offers, needs, amounts = held(said, (organisations, len(terms)), as_of)
    return Capacities(
        vocabulary=make(terms, rarity(_owners(offers), _owning(offers))),
        offers=offers,
        needs=needs,
        amounts=MappingProxyType(amounts),
    )


def held(
    said: CapacityColumns, shape: tuple[int, int], as_of: dt.date
) -> tuple[Sparse, Sparse, dict[tuple[int, int], float]]:
    """Offers and needs that hold on the day, and the amounts of the offers."""
    day = np.datetime64(as_of, "D")
    valid = ~(said.since > day) & ~(said.until < day)

    def cells(chosen: BoolArray) -> Sparse:
        return incidence(said.organisation[chosen], said.term[chosen], shape)

    offered = valid & said.offered
    lasting = cells(offered & ~(said.until < day + SOON_DAYS))
    offers: Sparse = ENDS_SOON * cells(offered) + (1.0 - ENDS_SOON) * lasting
    amounts: dict[tuple[int, int], float] = {}
    for at in np.flatnonzero(offered & ~np.isnan(said.amount)).tolist():
        cell = (int(said.organisation[at]), int(said.term[at]))
        amounts[cell] = max(float(said.amount[at]), amounts.get(cell, 0.0))
    return frozen(offers), frozen(cells(valid & ~said.offered)), amounts


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
    declared: Cells, about: Cells, participation: Sparse, terms: tuple[TermRow, ...]
) -> Interests:
    """Themes or target groups: those declared, and those derived.

    `declared` are (organisation, term), `about` (collaboration, term). Derived are those of the
    collaborations that an organisation took part in, unless it has declared them too. A term is
    as rare as few have it in either way.
    """
    organisations, collaborations = participation.shape
    own = incidence(declared.rows, declared.columns, (organisations, len(terms)))
    concerned = incidence(about.rows, about.columns, (collaborations, len(terms)))
    derived = beyond(met(participation, concerned), own)
    every = own + derived
    return Interests(
        vocabulary=make(terms, rarity(_owners(every), _owning(every))),
        declared=frozen(own),
        derived=frozen(derived),
    )


def beyond(found: Sparse, declared: Sparse) -> Sparse:
    """What is met in collaborations and not declared."""
    derived: Sparse = found - found.multiply(declared)
    derived.eliminate_zeros()
    return derived


def met(participation: Sparse, about: Sparse) -> Sparse:
    """1 at the terms of all that an organisation took part in."""
    found: Sparse = participation @ about
    found.data[:] = 1.0
    return found


def _owners(matrix: Sparse) -> FloatArray:
    """How many organisations have each term."""
    return np.bincount(matrix.indices, minlength=matrix.shape[1]).astype(np.float64)


def _owning(matrix: Sparse) -> int:
    """How many organisations have any term."""
    return int(np.count_nonzero(np.diff(matrix.indptr)))
