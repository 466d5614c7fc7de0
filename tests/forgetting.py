"""A landscape without one of the facts that a suggestion shows.

What is taken away is what the fact says of the candidate. Rarity, totals, scales, walks and all
that is counted once for a landscape or a question stay as they were, which is what makes a score
fall by exactly the fact's points.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

import numpy as np
from scipy.sparse import csr_array

from matcher.landscape import Landscape
from matcher.landscape.arrays import Sparse, row_of, turned
from matcher.landscape.cells import cells, grouped
from matcher.landscape.language import language_of, words
from matcher.landscape.texts import Space, cut_word
from matcher.signals import Query
from matcher.suggest import Fact, Reason
from tests.engine_factories import changed, without

WHERE = (
    "distance", "district", "municipality", "postcode", "area_named", "works_with", "fund_goes_to"
)  # fmt: skip


def frozen_query(query: Query) -> Query:
    """The same question for another landscape, measured by what was the most in this one."""
    most = {name: kept.most for name, kept in query._kept.items() if hasattr(kept, "most")}
    return replace(query, scales=most, _kept={})


def forget(landscape: Landscape, query: Query, row: int, reason: Reason, fact: Fact) -> Landscape:
    """The landscape without a fact of a candidate (a row), as the reason's signal sees it."""
    kind = fact.kind.removeprefix("derived_")
    if kind in ("word", "other_words"):
        return _without_words(landscape, query, row, reason, fact)
    if reason.signal in ("sorts_together", "sorts_wanted"):
        return _without_sort(landscape, row, fact)
    return _FORGET[kind](landscape, row, reason.signal, fact)


def known_by(reason: Reason, fact: Fact) -> tuple[str, ...]:
    """What a fact rests on: two facts with the same key are taken away by the same knowledge."""
    if fact.kind in WHERE:
        return ("where",)
    if fact.kind in ("collaboration", "partner"):
        return (fact.kind, fact.id or "")
    if reason.signal in ("sorts_together", "sorts_wanted"):
        return ("sorts", fact.kind, fact.id or "")
    return (reason.signal, fact.kind, fact.id or "")


def forget_all(
    landscape: Landscape, query: Query, row: int, reason: Reason, fact: Fact
) -> Landscape:
    """The landscape without what a fact rests on."""
    if fact.kind in WHERE:
        return _nowhere(landscape, row, reason.signal, fact)
    return forget(landscape, query, row, reason, fact)


def _without_capacity(landscape: Landscape, row: int, signal: str, fact: Fact) -> Landscape:
    cell = (row, landscape.vocabularies["capacity"].index[fact.id or ""])
    if signal == "need_met_by_offer":
        return changed(landscape, offers=without(landscape.offers, cell))
    return changed(landscape, needs=without(landscape.needs, cell))


def _without_interest(landscape: Landscape, row: int, _signal: str, fact: Fact) -> Landscape:
    vocabulary = fact.kind.removeprefix("derived_")
    cell = (row, landscape.vocabularies[vocabulary].index[fact.id or ""])
    name = f"{vocabulary}s"
    return changed(
        landscape,
        **{part: without(getattr(landscape, part), cell) for part in (name, f"derived_{name}")},
    )


def _without_partner(landscape: Landscape, row: int, _signal: str, fact: Fact) -> Landscape:
    other = landscape.index_of(fact.id or "")
    return changed(landscape, ties=without(landscape.ties, (row, other), (other, row)))


def _without_collaboration(landscape: Landscape, row: int, _signal: str, fact: Fact) -> Landscape:
    joint = landscape.collaborations.ids.index(fact.id or "")
    members = without(landscape.experience.members, (joint, row))
    return replace(
        landscape,
        participation=without(landscape.participation, (row, joint)),
        experience=replace(landscape.experience, members=members),
    )


def _nowhere(landscape: Landscape, row: int, _signal: str, _fact: Fact) -> Landscape:
    places = landscape.places
    codes = {name: _with(getattr(places, name), row, -1)
             for name in ("municipality", "district", "postcode")}  # fmt: skip
    lat, lon = _with(places.lat, row, np.nan), _with(places.lon, row, np.nan)
    points = places.points.copy()
    points[:, row] = np.nan
    indices = {f"in_{name}": grouped(each) for name, each in codes.items()}
    there = replace(
        places, **codes, lat=lat, lon=lon, points=points, **indices,
        in_cell=grouped(cells(lat, lon)),
    )  # fmt: skip
    return replace(landscape, places=there, country=_with(landscape.country, row, -1))


def _without_area(landscape: Landscape, row: int, _signal: str, fact: Fact) -> Landscape:
    """Without the district or municipality of that name."""
    places = landscape.places
    for level, names in (("district", places.districts), ("municipality", places.municipalities)):
        codes = getattr(places, level)
        if codes[row] >= 0 and names[codes[row]] == fact.id:
            left = _with(codes, row, -1)
            there = replace(places, **{level: left, f"in_{level}": grouped(left)})
            return replace(landscape, places=there)
    raise AssertionError(f"{landscape.ids[row]} is not in {fact.id}")


def _without_sort(landscape: Landscape, row: int, fact: Fact) -> Landscape:
    known = landscape.sorts
    column = known.labels.index(("word" if fact.kind == "sort" else fact.kind, fact.id or ""))
    return replace(
        landscape,
        sorts=replace(
            known,
            of=without(known.of, (row, column)),
            having=without(known.having, (column, row)),
        ),
    )


def _without_sector(landscape: Landscape, row: int, _signal: str, _fact: Fact) -> Landscape:
    return replace(landscape, sector=_with(landscape.sector, row, -1))


def _without_name(landscape: Landscape, row: int, signal: str, fact: Fact) -> Landscape:
    called = landscape.called
    column = called.words.index(fact.id or "")
    by_row, by_word = ("named", "naming") if signal == "named" else ("alike", "having")
    parts = {
        by_row: without(getattr(called, by_row), (row, column)),
        by_word: without(getattr(called, by_word), (column, row)),
    }
    return replace(landscape, called=replace(called, **parts))


def _without_activity(part: str) -> Callable[[Landscape, int, str, Fact], Landscape]:
    def forgotten(landscape: Landscape, row: int, _signal: str, _fact: Fact) -> Landscape:
        left = _with(getattr(landscape.activity, part), row, np.nan)
        return replace(landscape, activity=replace(landscape.activity, **{part: left}))

    return forgotten


def _not_said(landscape: Landscape, row: int, _signal: str, _fact: Fact) -> Landscape:
    return replace(landscape, open_to_partners=_with(landscape.open_to_partners, row, -1))


def _without_words(
    landscape: Landscape, query: Query, row: int, reason: Reason, fact: Fact
) -> Landscape:
    """Without what a word of the question, or all that are not named, have there."""
    name = reason.signal.removeprefix("similar_")
    space: Space = getattr(landscape.texts, name)
    named = {each.id for each in reason.facts if each.kind == "word"}
    gone = [word for word in dict.fromkeys(words(query.text.text))
            if (word not in named if fact.kind == "other_words" else word == fact.id)]  # fmt: skip
    left = _left(space, query, gone)
    there = replace(
        space,
        profiles=_scaled(space.profiles, row, left),
        saying_profiles=turned(_scaled(space.profiles, row, left)),
    )
    return replace(landscape, texts=replace(landscape.texts, **{name: there}))


def _left(space: Space, query: Query, gone: list[str]) -> dict[int, float]:
    """What is left of each feature; words that have it in common have equal parts of it."""
    said = words(query.text.text)
    having: dict[int, list[str]] = {}
    for word in dict.fromkeys(said):
        for feature in set(cut_word(space, word, language_of(said))):
            if (column := space.features.get(feature)) is not None:
                having.setdefault(column, []).append(word)
    return {
        column: 1 - sum(word in gone for word in owners) / len(owners)
        for column, owners in having.items()
    }


def _scaled(matrix: Sparse, row: int, left: dict[int, float]) -> Sparse:
    data = matrix.data.copy()
    columns, _ = row_of(matrix, row)
    for at, column in enumerate(columns.tolist(), start=int(matrix.indptr[row])):
        data[at] *= left.get(column, 1.0)
    return csr_array((data, matrix.indices.copy(), matrix.indptr.copy()), shape=matrix.shape)


def _with(values: np.ndarray[Any, Any], row: int, value: float) -> Any:
    copy = values.copy()
    copy[row] = value
    return copy


_FORGET: Mapping[str, Callable[[Landscape, int, str, Fact], Landscape]] = {
    "capacity": _without_capacity,
    "theme": _without_interest,
    "target_group": _without_interest,
    "partner": _without_partner,
    "collaboration": _without_collaboration,
    **dict.fromkeys(("distance", "district", "municipality", "postcode", "area_named"), _nowhere),
    **dict.fromkeys(("works_with", "fund_goes_to"), _without_area),
    "sector": _without_sector,
    "name": _without_name,
    "open": _not_said,
    "latest": _without_activity("fresh"),
    "running": _without_activity("room"),
    "experience": _without_activity("experience"),
}
