"""How often each organisation would be suggested: an audit of whom the lists favour."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np

from matcher.evaluate.metrics import coverage, gini
from matcher.landscape import SECTORS, Landscape
from matcher.landscape.arrays import BoolArray, IntArray
from matcher.services.access import Actor, require
from matcher.services.installation import Installation
from matcher.services.recipes import recipe_named
from matcher.suggest import Options
from matcher.suggest.audit import audit

TOP = 10
SMALL_PLACES = (0, 3)
"""What is counted side by side: how many of the last places are for small organisations."""

SIZES = ("none", "few", "many")
"""How many collaborations an organisation took part in: none; no more than half of those who
took part in any; more."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Tally:
    """What the lists gave to some organisations, or to all.

    `places` on lists, `share` of all places, and how many of them stood on any list (`shown`).
    """

    places: int
    share: float
    shown: int


@dataclass(frozen=True, kw_only=True, slots=True)
class Group:
    """Organisations that are alike: `code` is a sector or size, None where it is not known.

    `organisations` are so many of those that may be suggested; one tally for each of SMALL_PLACES.
    """

    code: str | None
    organisations: int
    tallies: tuple[Tally, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class Spread:
    """How evenly the places are spread over those that may be suggested.

    `coverage` is the share that stands on any list, `most` the share of places that the tenth
    with most of them has, `gini` 0 where all have as many and near 1 where a few have all.
    """

    coverage: float
    most: float
    gini: float


@dataclass(frozen=True, kw_only=True, slots=True)
class AuditLine:
    """An organisation, and on how many lists it stood, for each of SMALL_PLACES."""

    id: str
    name: str
    sector: str | None
    size: str
    collaborations: int
    times: tuple[int, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class Audited:
    """The first TOP places of the lists of `askers` organisations, of `asking` that could ask.

    `lines` are all that may be suggested, the most suggested first, then by name.
    """

    as_of: date
    recipe: str
    askers: int
    asking: int
    spreads: tuple[Spread, ...]
    by_sector: tuple[Group, ...]
    by_size: tuple[Group, ...]
    lines: tuple[AuditLine, ...]


def audit_suggestions(
    installation: Installation, actor: Actor, *, as_of: date, recipe: str | None = None
) -> Audited:
    """Count with the recipe of that name, or with the one in use.

    Current partners are left out of a list, as usual; what people said of suggestions is not
    looked at. Refusal: not_found for an unknown recipe.
    """
    require(actor, "audit_suggestions")
    used = recipe_named(installation, recipe)
    landscape = installation.landscape(as_of)
    counted = audit(landscape, used, [Options(top=TOP, also_small=k) for k in SMALL_PLACES])
    open_ones = ~landscape.shut
    return Audited(
        as_of=as_of,
        recipe=used.name,
        askers=len(counted.askers),
        asking=int(np.count_nonzero(~landscape.hidden)),
        spreads=tuple(_spread(times[open_ones]) for times in counted.times),
        by_sector=_groups(counted.times, landscape.sector, (*SECTORS, None), open_ones),
        by_size=_groups(counted.times, sizes(landscape), SIZES, open_ones),
        lines=_lines(landscape, counted.times, open_ones),
    )


def sizes(landscape: Landscape) -> IntArray:
    """The place in SIZES of every organisation."""
    size: IntArray = np.where(landscape.small, 1, 2).astype(np.int64)
    size[np.diff(landscape.participation.indptr) == 0] = 0
    return size


def _spread(times: IntArray) -> Spread:
    tenth = -(-len(times) // 10)
    total = int(times.sum())
    most = int(np.sort(times)[len(times) - tenth :].sum())
    return Spread(coverage=coverage(times), most=most / total if total else 0.0, gini=gini(times))


def _groups(
    times: IntArray, codes: IntArray, words: Sequence[str | None], open_ones: BoolArray
) -> tuple[Group, ...]:
    """One group for each of the words, those that nobody is in left out; −1 is the last."""
    found = []
    for place, word in enumerate(words):
        members = open_ones & (codes == (-1 if word is None else place))
        if members.any():
            tallies = tuple(_tally(each[members], int(each.sum())) for each in times)
            found.append(
                Group(code=word, organisations=int(np.count_nonzero(members)), tallies=tallies)
            )
    return tuple(found)


def _tally(times: IntArray, total: int) -> Tally:
    places = int(times.sum())
    return Tally(
        places=places,
        share=places / total if total else 0.0,
        shown=int(np.count_nonzero(times)),
    )


def _lines(landscape: Landscape, times: IntArray, open_ones: BoolArray) -> tuple[AuditLine, ...]:
    rows = np.flatnonzero(open_ones)
    # The first way of choosing tells the order; then the name.
    rows = rows[np.lexsort((landscape.order[rows], -times[0, rows]))]
    size, number = sizes(landscape), np.diff(landscape.participation.indptr)
    return tuple(
        AuditLine(
            id=landscape.ids[row],
            name=landscape.names[row],
            sector=SECTORS[landscape.sector[row]] if landscape.sector[row] >= 0 else None,
            size=SIZES[size[row]],
            collaborations=int(number[row]),
            times=tuple(times[:, row].tolist()),
        )
        for row in rows.tolist()
    )
