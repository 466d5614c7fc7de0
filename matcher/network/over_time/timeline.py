"""A picture of the network year by year, and its measures as curves."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

import numpy as np

from matcher.network.columns import Columns
from matcher.network.evidence import Bools
from matcher.network.matrix import Ints, symmetric
from matcher.network.measures.cohesion import parts
from matcher.network.measures.mixing import mixing
from matcher.network.measures.ties import centralisation, density
from matcher.network.over_time.spans import BEFORE, OPEN, Spans, spans, years_of

LONGEST = 50
"""So many years are told one by one; what began earlier is there from the first of them."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Year:
    """One year: what went on at some time of it, and what began and ended.

    `organisations` are those with a tie that year; `joined` of them are known to work with
    somebody for the first time. The measures are of these organisations and ties: `largest` is
    the share of them in the largest connected part; None where there is too little to say.
    """

    year: int
    organisations: int
    ties: int
    collaborations: int
    joined: int
    began: int
    ended: int
    density: float | None
    mean_degree: float | None
    components: int
    largest: float | None
    centralisation: float | None
    ei_index: float | None


@dataclass(frozen=True, kw_only=True, slots=True)
class Timeline:
    """All years from the first known day to the day of the map, without gaps; none without dates.

    `undated` ties are in no year: nothing is known of when they were.
    """

    years: tuple[Year, ...]
    undated: int


def timeline(columns: Columns, as_of: date) -> Timeline:
    """The years of a picture; those longer ago than LONGEST are left out."""
    found = spans(columns.ties, as_of)
    joined = _joined(columns)
    known = np.concatenate([found.since[found.dated], found.until[found.over]])
    known = known[(known > BEFORE) & (known <= as_of.year)]
    if not len(known):
        return Timeline(years=(), undated=int((~found.dated).sum()))
    first = max(int(known.min()), as_of.year - LONGEST + 1)
    begun = _collaborations(columns)
    return Timeline(
        years=tuple(
            _year(columns, found, joined, begun, number) for number in range(first, as_of.year + 1)
        ),
        undated=int((~found.dated).sum()),
    )


def _joined(columns: Columns) -> Ints:
    joined = columns.nodes.joined
    return np.where(joined > 0, years_of(joined), BEFORE)


def _collaborations(columns: Columns) -> tuple[Ints, Ints]:
    """First and last year of the collaborations shown, of those that have a date."""
    found = columns.undertakings
    start, end = years_of(found.known.start[found.number]), years_of(found.known.end[found.number])
    return start, end


def _year(
    columns: Columns, found: Spans, joined: Ints, begun: tuple[Ints, Ints], year: int
) -> Year:
    there = found.there(year)
    tied, ends = _tied(columns, there)
    seat = np.full(len(columns.nodes), -1, dtype=np.int64)
    seat[tied] = np.arange(len(tied))
    matrix = symmetric(len(tied), seat[ends])
    sizes, degrees = parts(matrix), np.diff(matrix.indptr).astype(np.int64)
    return Year(
        year=year,
        organisations=len(tied),
        ties=len(ends),
        collaborations=int(((begun[0] <= year) & (begun[1] >= year) & _is_dated(begun)).sum()),
        joined=int((joined == year).sum()),
        began=int(found.began(year).sum()),
        ended=int(found.ended(year).sum()),
        density=density(len(tied), len(ends)),
        mean_degree=2 * len(ends) / len(tied) if len(tied) else None,
        components=len(sizes),
        largest=int(sizes[0]) / len(tied) if len(tied) else None,
        centralisation=centralisation(degrees),
        ei_index=mixing(matrix, columns.nodes.sector[tied]).ei_index,
    )


def _is_dated(begun: tuple[Ints, Ints]) -> Bools:
    return np.asarray((begun[0] > BEFORE) | (begun[1] < OPEN))


def _tied(columns: Columns, there: Bools) -> tuple[Ints, Ints]:
    """The nodes with a tie among those that are there, and the ends of these ties."""
    ends = columns.ties.ends[there]
    return np.unique(ends), ends
