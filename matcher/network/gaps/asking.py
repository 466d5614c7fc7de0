"""For each kind of gap: who could do with a tie, whom with, and what it would bring."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import singledispatch
from typing import Literal

import numpy as np

from matcher.landscape.arrays import BoolArray, IntArray, Sparse, row_of
from matcher.network.gaps.alone import Alone
from matcher.network.gaps.analysis import Gaps
from matcher.network.gaps.capacities import CapacityGap, needing
from matcher.network.gaps.cut_points import Bridge, Broker
from matcher.network.gaps.gain import connected, nearer
from matcher.network.gaps.group_pairs import GroupPair
from matcher.network.gaps.meetings import Meeting
from matcher.network.gaps.themes import ThemeGap, in_cell
from matcher.network.gaps.ties_now import parts_without, parts_without_tie

Measure = Literal["needs", "nearer", "connected", "kept"]
"""What a gain counts: needs that are met; pairs that come within two steps; pairs that are
connected at last; pairs that stay connected when the broker goes, or the tie ends."""

Gap = ThemeGap | CapacityGap | Alone | Broker | Bridge | GroupPair


@dataclass(frozen=True, kw_only=True, slots=True)
class Between:
    """A gap between two sorts: `codes` are "sector" or "kind"."""

    codes: Literal["sector", "kind"]
    meeting: Meeting


@dataclass(frozen=True, kw_only=True, slots=True, eq=False)
class Question:
    """Which ties would help with a gap.

    `askers` are rows, those with the most to gain first. `helps` is whom a tie of an asker could
    help with; `gain` what a tie would bring by the measure, 0 or more. `concerned` are the rows
    that the gap is about, to be marked on a map.
    """

    askers: IntArray
    helps: Callable[[int], BoolArray]
    gain: Callable[[int, int], int]
    measure: Measure
    concerned: IntArray


@singledispatch
def question(gap: object, found: Gaps) -> Question:
    """The question of a gap; TypeError for what is none."""
    raise TypeError(f"no gap: {gap!r} of {found!r}")


@question.register
def _(gap: ThemeGap, found: Gaps) -> Question:
    landscape = found.landscape
    cell = in_cell(landscape, found.areas, gap.theme, gap.area)
    if gap.state == "thin":
        return _thin(gap, found, cell)
    if gap.state == "idle":
        return _idle(found, cell)
    needs, offers = landscape.needs, landscape.offers
    have, others = (needs, offers) if gap.state == "need" else (offers, needs)
    rows = np.flatnonzero(cell & ~landscape.shut)
    lacks = {row: _nobody_elses(have, others, row, rows) for row in rows.tolist()}
    asking = rows[found.among[rows]]
    asking = asking[[bool(lacks[row]) for row in asking.tolist()]] if len(asking) else asking
    weight = np.array([len(lacks[row]) for row in asking.tolist()], np.int64)
    turn = np.lexsort((landscape.order[asking], -weight))
    return Question(
        askers=asking[turn],
        helps=lambda asker: _having(others, lacks[asker], len(landscape)),
        gain=lambda asker, row: len(lacks[asker] & _terms(others, row)),
        measure="needs",
        concerned=asking[turn],
    )


def _thin(gap: ThemeGap, found: Gaps, cell: BoolArray) -> Question:
    """From the best-tied of the area to those elsewhere who care about the theme."""
    landscape = found.landscape
    here = (found.areas.of == gap.area) & ~landscape.hidden
    carers = np.zeros(len(landscape), np.bool_)
    for matrix in (landscape.themes, landscape.derived_themes):
        carers |= np.asarray(matrix[:, [gap.theme]].toarray()).ravel() > 0
    carers &= ~here & ~landscape.hidden
    sorts = np.where(carers, 1, np.where(here & ~cell, 0, -1))
    asking = np.flatnonzero(here & ~cell & found.among)
    return Question(
        askers=_best_tied(found, asking),
        helps=lambda _asker: carers,
        gain=lambda asker, row: nearer(found.ties, asker, row, sorts, (0, 1)),
        measure="nearer",
        concerned=np.flatnonzero(here),
    )


def _idle(found: Gaps, cell: BoolArray) -> Question:
    """Among those of the area who care about the theme, from the best-tied."""
    sorts = np.where(cell, 0, -1)
    members = np.flatnonzero(cell)
    return Question(
        askers=_best_tied(found, members[found.among[members]]),
        helps=lambda _asker: cell,
        gain=lambda asker, row: nearer(found.ties, asker, row, sorts, (0, 0)),
        measure="nearer",
        concerned=members,
    )


@question.register
def _(gap: CapacityGap, found: Gaps) -> Question:
    landscape = found.landscape
    asking = needing(landscape, found.areas, gap.capacity, gap.area)
    asking = asking[found.among[asking]]
    having = _having(landscape.offers, {gap.capacity}, len(landscape))
    needs, offers = landscape.needs, landscape.offers
    return Question(
        askers=asking[np.argsort(landscape.order[asking])],
        helps=lambda _asker: having,
        gain=lambda asker, row: len(_terms(needs, asker) & _terms(offers, row)),
        measure="needs",
        concerned=asking,
    )


@question.register
def _(gap: Between, found: Gaps) -> Question:
    landscape = found.landscape
    codes = landscape.sector if gap.codes == "sector" else landscape.kind
    pair = (gap.meeting.a, gap.meeting.b)
    shown = ~landscape.hidden
    asking = np.flatnonzero(shown & found.among & np.isin(codes, pair))
    strangers = asking[[not _meets(found, codes, row, pair) for row in asking.tolist()]]
    asking = strangers if len(strangers) else asking
    return Question(
        askers=_best_tied(found, asking),
        helps=lambda asker: shown & (codes == _other(pair, int(codes[asker]))),
        gain=lambda asker, row: nearer(found.ties, asker, row, codes, pair),
        measure="nearer",
        concerned=asking,
    )


@question.register
def _(gap: Alone, found: Gaps) -> Question:
    shown = ~found.landscape.hidden
    return Question(
        askers=np.array([gap.row], np.int64),
        helps=lambda _asker: shown,
        gain=lambda asker, row: connected(found.ties, asker, row),
        measure="connected",
        concerned=np.array([gap.row], np.int64),
    )


@question.register
def _(gap: Broker, found: Gaps) -> Question:
    part = parts_without(found.ties, gap.row)
    together = found.ties.part == found.ties.part[gap.row]
    together[gap.row] = False
    return _apart(found, part, together, np.array([gap.row], np.int64))


@question.register
def _(gap: Bridge, found: Gaps) -> Question:
    part = parts_without_tie(found.ties, gap.a, gap.b)
    together = found.ties.part == found.ties.part[gap.a]
    return _apart(found, part, together, np.array([gap.a, gap.b], np.int64))


def _apart(found: Gaps, part: IntArray, together: BoolArray, concerned: IntArray) -> Question:
    """From the parts that would fall off to any other part."""
    size = np.bincount(part[together], minlength=int(part.max(initial=0)) + 1)
    asking = np.flatnonzero(together & (part != int(size.argmax())))
    ties, order = found.ties, found.landscape.order
    turn = np.lexsort((order[asking], -ties.degree[asking], -size[part[asking]]))
    return Question(
        askers=asking[turn],
        helps=lambda asker: together & (part != part[asker]),
        gain=lambda asker, row: int(size[part[asker]] * size[part[row]]),
        measure="kept",
        concerned=concerned,
    )


@question.register
def _(gap: GroupPair, found: Gaps) -> Question:
    landscape, group = found.landscape, found.group
    pair = (gap.a, gap.b)
    members = np.isin(group, pair) & ~landscape.hidden
    asking = np.flatnonzero(members)

    def needs_met(asker: int, row: int) -> int:
        offers, needs = landscape.offers, landscape.needs
        return len(_terms(needs, asker) & _terms(offers, row)) + len(
            _terms(needs, row) & _terms(offers, asker)
        )

    def come_near(asker: int, row: int) -> int:
        return nearer(found.ties, asker, row, group, pair)

    return Question(
        askers=_best_tied(found, asking),
        helps=lambda asker: members & (group == _other(pair, int(group[asker]))),
        gain=needs_met if gap.meets else come_near,
        measure="needs" if gap.meets else "nearer",
        concerned=asking,
    )


def _best_tied(found: Gaps, rows: IntArray) -> IntArray:
    """Those with the most ties first: what they learn reaches most others."""
    return rows[np.lexsort((found.landscape.order[rows], -found.ties.degree[rows]))]


def _meets(found: Gaps, codes: IntArray, row: int, pair: tuple[int, int]) -> bool:
    partners = found.ties.partners(row)
    return bool((codes[partners] == _other(pair, int(codes[row]))).any())


def _other(pair: tuple[int, int], one: int) -> int:
    return pair[1] if one == pair[0] else pair[0]


def _terms(matrix: Sparse, row: int) -> frozenset[int]:
    return frozenset(row_of(matrix, row)[0].tolist())


def _nobody_elses(have: Sparse, others: Sparse, row: int, cell: IntArray) -> frozenset[int]:
    """What a row has in one matrix that no other row of the cell has in the other."""
    mine = _terms(have, row)
    if not mine:
        return mine
    around = cell[cell != row]
    return mine - frozenset(others[around].indices.tolist())


def _having(matrix: Sparse, terms: frozenset[int] | set[int], size: int) -> BoolArray:
    """The rows that have any of some terms."""
    found = np.zeros(size, np.bool_)
    if terms:
        wanted = np.isin(matrix.indices, sorted(terms))
        found[np.repeat(np.arange(size), np.diff(matrix.indptr))[wanted]] = True
    return found
