"""Sorts and areas that often work together: learnt from who works with whom."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from matcher.landscape import Landscape
from matcher.landscape.arrays import (
    FloatArray,
    Sparse,
    collected,
    gathered,
    product,
    row_of,
    summed_by,
)
from matcher.landscape.cells import Grouped
from matcher.signals.answer import NO_ROWS, NO_VALUES, Answer, unknown_to_all
from matcher.signals.experience import likeness_of, speaks
from matcher.signals.query import Query
from matcher.signals.signal import Share, strongest_first

# Collaborations like this one count as so many in all, and so many are left to doubt.
WORTH, DOUBT = 30.0, 3.0
# Areas that work together less than this share of the most are as good as strangers.
LEAST_RATE = 0.05


@dataclass(frozen=True, kw_only=True, slots=True, eq=False)
class _Wish:
    """What each sort is worth to the question, what that comes to for all, and the largest."""

    worth: FloatArray
    totals: FloatArray
    most: float


def sorts_together(landscape: Landscape, query: Query) -> Answer:
    """Organisations like you often work with organisations like them.

    Sorts are kinds, sectors and words that several names share. How much more often than by
    chance the asker's sorts work with theirs, on average over their sorts, as a share of the
    largest of anybody.
    """
    return _values(landscape, _pair(landscape, query))


def sorts_that_fit(landscape: Landscape, query: Query, candidate: int) -> tuple[Share, ...]:
    """Their sorts that the asker's work with."""
    return _facts(landscape, _pair(landscape, query), candidate)


def sorts_wanted(landscape: Landscape, query: Query) -> Answer:
    """Organisations like them are often in collaborations like this.

    How much more often than by chance their sorts are found in collaborations like what is asked,
    on average over their sorts, as a share of the largest of anybody.
    """
    return _values(landscape, _need(landscape, query))


def sorts_needed(landscape: Landscape, query: Query, candidate: int) -> tuple[Share, ...]:
    """Their sorts that are found there."""
    return _facts(landscape, _need(landscape, query), candidate)


def areas_together(landscape: Landscape, query: Query) -> Answer:
    """Organisations in your area often work with organisations in theirs.

    How likely somebody of the asker's area works with one of theirs, half by district and half by
    municipality, each as a share of the largest of any area; areas with less than a twentieth of
    it count as 0. Unknown where either's is not known.
    """
    places = landscape.places
    known = (places.district >= 0) | (places.municipality >= 0)
    if query.asker is None or not known[query.asker]:
        return unknown_to_all()
    rows, values = [], []
    for index, rate in _levels(landscape, query):
        for code in np.flatnonzero(rate).tolist():
            found = index.of(code)
            rows.append(found)
            values.append(np.full(len(found), rate[code] / 2))
    if not rows:
        return Answer(values=NO_VALUES, rows=NO_ROWS, known=known)
    at, total = collected(np.concatenate(rows), np.concatenate(values), len(landscape))
    return Answer(values=total, rows=at, known=known)


def areas_that_fit(landscape: Landscape, query: Query, candidate: int) -> tuple[Share, ...]:
    """Their areas that the asker's work with."""
    if query.asker is None:
        return ()
    places = landscape.places
    (_, by_district), (_, by_municipality) = _levels(landscape, query)
    shares = []
    for names, codes, rate in (
        (places.districts, places.district, by_district),
        (places.municipalities, places.municipality, by_municipality),
    ):
        code = int(codes[candidate])
        if code >= 0:
            shares.append(Share("works_with", names[code], float(rate[code]) / 2))
    return strongest_first(shares)


def _values(landscape: Landscape, wish: _Wish | None) -> Answer:
    if wish is None:
        return unknown_to_all()
    known = landscape.sorts.known
    values = wish.totals / wish.most if wish.most > 0 else np.zeros(len(landscape))
    return Answer(values=np.where(known, np.minimum(values, 1.0), np.nan))


def _facts(landscape: Landscape, wish: _Wish | None, candidate: int) -> tuple[Share, ...]:
    if wish is None or wish.most <= 0:
        return ()
    columns, there = row_of(landscape.sorts.of, candidate)
    shares = []
    for column, has in zip(columns.tolist(), there.tolist(), strict=True):
        kind, name = landscape.sorts.labels[column]
        what = "sort" if kind == "word" else kind
        shares.append(Share(what, name, has * float(wish.worth[column]) / wish.most))
    return strongest_first(shares)


def _pair(landscape: Landscape, query: Query) -> _Wish | None:
    if query.asker is None or not len(row_of(landscape.sorts.of, query.asker)[0]):
        return None
    columns, weights = row_of(landscape.sorts.of, query.asker)
    return query.kept(
        "sorts",
        lambda: _wish(landscape, query, "sorts", weights @ landscape.sorts.together[columns]),
    )


def _need(landscape: Landscape, query: Query) -> _Wish | None:
    if not speaks(query):
        return None
    return query.kept(
        "wanted", lambda: _wish(landscape, query, "wanted", _wanted(landscape, query))
    )


def _wanted(landscape: Landscape, query: Query) -> FloatArray:
    """ln((found + doubt) / (by chance + doubt)) of each sort, where it is above 0."""
    alike = likeness_of(landscape, query)
    number = len(landscape.sorts.labels)
    total = float(alike.sum())
    if total <= 0 or not number:
        return np.zeros(number)
    at = np.flatnonzero(alike)
    position, members, _ = gathered(landscape.experience.members, at)
    part = summed_by(members, (alike[at] * WORTH / total)[position], len(landscape))
    has = landscape.sorts.having
    found = product(has, part)
    often = np.diff(landscape.participation.indptr).astype(np.float64)
    chance = product(has, often) / max(float(often.sum()), 1.0) * float(part.sum())
    return np.asarray(np.maximum(np.log((found + DOUBT) / (chance + DOUBT)), 0.0), np.float64)


def _wish(landscape: Landscape, query: Query, name: str, worth: FloatArray) -> _Wish:
    totals = product(landscape.sorts.of, worth)
    others = totals.copy()
    others[query.team] = 0.0
    most = query.scales.get(name) or float(others.max(initial=0.0))
    return _Wish(worth=worth, totals=totals, most=most)


def _levels(landscape: Landscape, query: Query) -> list[tuple[Grouped, FloatArray]]:
    """By district and by municipality: who is where, and the asker's rate with each."""

    def find() -> list[tuple[Grouped, FloatArray]]:
        places, asker = landscape.places, query.asker
        return [
            (index, _rate(landscape.area_pairs[level], int(codes[asker])))
            for level, index, codes in (
                ("district", places.in_district, places.district),
                ("municipality", places.in_municipality, places.municipality),
            )
        ]

    return query.kept("areas", find)


def _rate(met: Sparse, own: int) -> FloatArray:
    """Shares of the largest; those below LEAST_RATE are 0."""
    found = np.zeros(met.shape[1])
    if own >= 0:
        columns, values = row_of(met, own)
        found[columns] = values / max(float(values.max(initial=0.0)), 1e-12)
        found[found < LEAST_RATE] = 0.0
    return found
