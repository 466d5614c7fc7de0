"""The fund that an idea is meant for, and the area that it is about."""

from __future__ import annotations

import numpy as np

from matcher.landscape import Landscape
from matcher.landscape.arrays import FloatArray, IntArray, gathered, product, row_of, summed_by
from matcher.landscape.experience import like
from matcher.landscape.language import words
from matcher.signals.answer import Answer, shared, unknown_to_all
from matcher.signals.attention import Attention, answer, attention, facts
from matcher.signals.query import Query
from matcher.signals.signal import Share
from matcher.signals.walk import Mass
from matcher.text import fold


def same_funding(landscape: Landscape, query: Query) -> Answer:
    """They have taken part in collaborations with the same funding.

    Every earlier collaboration counts by how like the name of its source of funding is to the one
    asked for, over the root of its number of participants; their sum as a share of the largest of
    anybody. Unknown to all where none is asked for.
    """
    if not query.funding_source or not landscape.experience.fundings:
        return unknown_to_all()
    return answer(landscape, _funded(landscape, query))


def collaborations_funded(landscape: Landscape, query: Query, candidate: int) -> tuple[Share, ...]:
    """Their collaborations under the same fund, or one with a name like it."""
    if not query.funding_source or not landscape.experience.fundings:
        return ()
    return facts(landscape, _funded(landscape, query), candidate)


def area_funded(landscape: Landscape, query: Query) -> Answer:
    """The funding often goes to where they are.

    The share of their area's collaborations that stood under the fund asked for (or one with a
    name like it), as a share of the largest of any area.
    """
    if not query.funding_source or not landscape.experience.fundings:
        return unknown_to_all()
    codes, rate = _of_areas(landscape, query)
    return Answer(values=np.where(codes >= 0, rate[codes], np.nan))


def area_of_fund(landscape: Landscape, query: Query, candidate: int) -> tuple[Share, ...]:
    """The area that they are in."""
    if not query.funding_source or not landscape.experience.fundings:
        return ()
    codes, rate = _of_areas(landscape, query)
    code = int(codes[candidate])
    if code < 0 or rate[code] <= 0:
        return ()
    return (Share("fund_goes_to", landscape.places.municipalities[code], float(rate[code])),)


def worked_in_area(landscape: Landscape, query: Query) -> Answer:
    """They have worked in the area.

    The share of their collaborations that were in the area asked for (of n, as if there were one
    more elsewhere). Unknown for those who took part in nothing.
    """
    if not len(query.areas):
        return unknown_to_all()
    inside = _inside(landscape, query)
    _, rows, there = gathered(landscape.experience.members, np.flatnonzero(inside))
    often = np.diff(landscape.participation.indptr) + 1.0
    return shared(summed_by(rows, there, len(landscape)), often, landscape.active)


def collaborations_in_area(landscape: Landscape, query: Query, candidate: int) -> tuple[Share, ...]:
    """Their collaborations there."""
    if not len(query.areas):
        return ()
    inside = _inside(landscape, query)
    joint, there = row_of(landscape.participation, candidate)
    often = len(joint) + 1.0
    ids = landscape.collaborations.ids
    return tuple(
        Share("collaboration", ids[row], has / often)
        for row, has in zip(joint.tolist(), there.tolist(), strict=True)
        if inside[row] and has
    )


def area_named(landscape: Landscape, query: Query) -> Answer:
    """Their area is named in the text.

    1 where the name of their country, municipality or district stands in the text, or in the name
    of the fund. Unknown to all where there is neither.
    """
    if not query.text.text and not query.funding_source:
        return unknown_to_all()
    found, known = np.zeros(len(landscape)), np.zeros(len(landscape), np.bool_)
    for codes, is_named in _named(landscape, query):
        found[(codes >= 0) & is_named[codes]] = 1.0
        known |= codes >= 0
    return Answer(values=np.where(known, found, np.nan))


def the_area_named(landscape: Landscape, query: Query, candidate: int) -> tuple[Share, ...]:
    """The area whose name stands there."""
    if not query.text.text and not query.funding_source:
        return ()
    places = landscape.places
    names = (places.districts, places.municipalities, landscape.countries)
    for name, (codes, is_named) in zip(names, _named(landscape, query), strict=True):
        code = int(codes[candidate])
        if code >= 0 and is_named[code]:
            return (Share("area_named", name[code], 1.0),)
    return ()


def _funded(landscape: Landscape, query: Query) -> Attention:
    def weights() -> Mass:
        alike = _alike(landscape, query)
        at = np.flatnonzero(alike)
        return at, alike[at] * landscape.experience.weight[at]

    return query.kept("funded", lambda: attention(landscape, query, "funded", weights()))


def _alike(landscape: Landscape, query: Query) -> FloatArray:
    """How like its source of funding is to the one asked for, of every collaboration."""
    known = landscape.experience
    return np.append(like(known.fundings, query.funding_source or ""), 0.0)[known.funding]


def _of_areas(landscape: Landscape, query: Query) -> tuple[IntArray, FloatArray]:
    """Everybody's municipality, and how much of the fund each has; the largest is 1."""

    def find() -> tuple[IntArray, FloatArray]:
        codes, members = landscape.places.municipality, landscape.experience.members
        number = len(landscape.places.municipalities)
        position, rows, _ = gathered(members, np.arange(members.shape[0]))
        placed = codes[rows] >= 0
        at = codes[rows[placed]]
        under = summed_by(at, _alike(landscape, query)[position[placed]], number + 1)
        rate = under / (summed_by(at, np.ones(len(at)), number + 1) + 5.0)
        most = rate.max(initial=0.0)
        return codes, rate / most if most > 0 else rate

    return query.kept("fund of areas", find)


def _inside(landscape: Landscape, query: Query) -> FloatArray:
    here = np.zeros(len(landscape.experience.area_names))
    here[query.areas] = 1.0
    return np.minimum(product(landscape.experience.areas, here), 1.0)


def _named(landscape: Landscape, query: Query) -> list[tuple[IntArray, np.ndarray]]:
    """For districts, municipalities and countries: everybody's, and which are named."""

    def find() -> list[tuple[IntArray, np.ndarray]]:
        said = " " + " ".join(words(fold(f"{query.text.text} {query.funding_source or ''}"))) + " "
        places = landscape.places
        return [
            (codes, np.array([*(_stands(name, said) for name in names), False], np.bool_))
            for names, codes in (
                (places.districts, places.district),
                (places.municipalities, places.municipality),
                (landscape.countries, landscape.country),
            )
        ]

    return query.kept("areas named", find)


def _stands(name: str, said: str) -> bool:
    called = " ".join(words(fold(name)))
    return bool(called) and f" {called} " in said
