"""Themes by area: who cares, what they look for, and what they offer each other."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

import numpy as np
from scipy.sparse import csr_array

from matcher.landscape import Landscape
from matcher.landscape.arrays import BoolArray, FloatArray, IntArray, Sparse, incidence
from matcher.network.gaps.areas import Areas
from matcher.network.gaps.lacking import lacking, of_rows

LEAST_EXPECTED = 3.0
"""So many should care about a theme in an area, by its share elsewhere, before few is a gap."""

THIN = 0.25
"""From this share of the expected number down, an area is thin in a theme."""

SEVERAL = 3
"""So many care about a theme before it says something that they do nothing about it together."""

State = Literal["need", "thin", "idle", "offer", "met", "silent", "nobody"]
STATES: tuple[State, ...] = ("need", "thin", "idle", "offer", "met", "silent", "nobody")
"""What a cell may be, gaps first: somebody looks for what nobody else in the cell offers; few or
none care although many do elsewhere; several care and no collaboration about it goes on; something
is offered and nothing is looked for; all that is looked for is offered by another; nobody says
what they look for or offer; nobody cares, nor would many be expected to."""

GAPS = ("need", "thin", "idle", "offer")


@dataclass(frozen=True, kw_only=True, slots=True, eq=False)
class ThemeTable:
    """Themes × areas. A cell is the organisations of an area that care about a theme.

    They care who have declared it or took part in a collaboration about it. `carers` counts them,
    `expected` is how many it would be if the area cared as much as all do; `running` are the
    collaborations about the theme that go on with somebody from the area; `wanted` are what the
    carers look for (organisation and capacity), `unmet` those of them that no other carer of the
    area offers; `offered` and `unasked` the same for what they offer. Those who want no new
    partners neither look nor offer. `state` is a place in STATES.
    """

    carers: IntArray
    expected: FloatArray
    running: IntArray
    wanted: IntArray
    unmet: IntArray
    offered: IntArray
    unasked: IntArray
    state: IntArray


@dataclass(frozen=True, kw_only=True, slots=True)
class ThemeGap:
    """One cell that is a gap, by the places of its theme and its area."""

    theme: int
    area: int
    state: State
    carers: int
    expected: float
    running: int
    wanted: int
    unmet: int
    offered: int

    @property
    def amount(self) -> float:
        """How much is missing, in what its state counts."""
        if self.state == "need":
            return self.unmet
        if self.state == "thin":
            return self.expected - self.carers
        return self.carers if self.state == "idle" else self.offered


def cares(landscape: Landscape) -> Sparse:
    """Organisations × themes: 1 where one cares, declared or known from a collaboration."""
    found: Sparse = csr_array(landscape.themes + landscape.derived_themes)
    found.data[:] = 1.0
    return found


def theme_table(landscape: Landscape, areas: Areas, among: BoolArray) -> ThemeTable:
    """The table; `among` are those whose needs, offers and cares count.

    What meets a need may come from anybody in the area who cares and is open to partners.
    """
    shape = (len(landscape.vocabularies["theme"]), len(areas))
    inside = (areas.of >= 0) & ~landscape.hidden
    open_, own = inside & ~landscape.shut, among & inside & ~landscape.shut
    care = cares(landscape)
    all_, mine = _members(care, areas, inside), _members(care, areas, inside & among)
    needs, offers = of_rows(landscape.needs, own), of_rows(landscape.offers, own)
    carers = _cells(mine.sum(axis=1), shape)
    people = np.bincount(areas.of[inside & among], minlength=shape[1])
    share = carers.sum(axis=1, keepdims=True) / max(int(people.sum()), 1)
    expected = share * people[None, :]
    unmet = lacking(mine, needs, all_, of_rows(landscape.offers, open_))
    unasked = lacking(mine, offers, all_, of_rows(landscape.needs, open_))
    table = {
        "carers": carers,
        "wanted": _cells((mine @ needs).sum(axis=1), shape),
        "unmet": _cells(unmet.sum(axis=1), shape),
        "offered": _cells((mine @ offers).sum(axis=1), shape),
        "unasked": _cells(unasked.sum(axis=1), shape),
    }
    running = _running(landscape, areas, inside & among, shape)
    return ThemeTable(
        **table,
        expected=expected,
        running=running,
        state=_states(table, expected, running),
    )


def theme_gaps(landscape: Landscape, table: ThemeTable) -> tuple[ThemeGap, ...]:
    """The cells that are gaps: needs, thin ones, idle ones, offers; most missing first."""
    names = landscape.vocabularies["theme"].ids
    where = np.argwhere(table.state < len(GAPS))
    found = [
        ThemeGap(
            theme=theme,
            area=area,
            state=STATES[table.state[theme, area]],
            carers=int(table.carers[theme, area]),
            expected=float(table.expected[theme, area]),
            running=int(table.running[theme, area]),
            wanted=int(table.wanted[theme, area]),
            unmet=int(table.unmet[theme, area]),
            offered=int(table.offered[theme, area]),
        )
        for theme, area in where.tolist()
    ]
    return tuple(
        sorted(
            found,
            key=lambda gap: (STATES.index(gap.state), -gap.amount, names[gap.theme], gap.area),
        )
    )


def in_cell(landscape: Landscape, areas: Areas, theme: int, area: int) -> BoolArray:
    """The organisations of a cell, who are not hidden."""
    there = np.zeros(len(landscape), np.bool_)
    care = cares(landscape)[:, [theme]]
    there[care.nonzero()[0]] = True
    return np.asarray(there & (areas.of == area) & ~landscape.hidden)


def _members(care: Sparse, areas: Areas, who: BoolArray) -> Sparse:
    """Cells × organisations: who is in which cell; cells by theme, then area."""
    rows = np.repeat(np.arange(care.shape[0]), np.diff(care.indptr))
    themes = care.indices.astype(np.int64)
    kept = who[rows]
    rows, themes = rows[kept], themes[kept]
    cells = themes * len(areas) + areas.of[rows]
    return incidence(cells, rows, (care.shape[1] * len(areas), care.shape[0]))


def _cells(values: object, shape: tuple[int, int]) -> IntArray:
    return np.asarray(values, np.float64).reshape(shape).astype(np.int64)


def _running(
    landscape: Landscape, areas: Areas, inside: BoolArray, shape: tuple[int, int]
) -> IntArray:
    joint = landscape.collaborations
    goes_on = np.isnat(joint.end) | (joint.end >= np.datetime64(landscape.as_of, "D"))
    taking = landscape.participation
    rows = np.repeat(np.arange(taking.shape[0]), np.diff(taking.indptr))
    columns = taking.indices.astype(np.int64)
    kept = inside[rows] & goes_on[columns]
    where = incidence(columns[kept], areas.of[rows[kept]], (taking.shape[1], shape[1]))
    about: Sparse = csr_array(landscape.experience.about["theme"])
    return np.asarray((about @ where).toarray(), np.float64).astype(np.int64)


def _states(table: dict[str, IntArray], expected: FloatArray, running: IntArray) -> IntArray:
    """A place in STATES for every cell, the first that holds."""
    carers = table["carers"]
    thin = (expected >= LEAST_EXPECTED) & (carers <= THIN * expected)
    return np.select(
        [
            table["unmet"] > 0,
            thin,
            (carers >= SEVERAL) & (running == 0),
            (table["offered"] > 0) & (table["wanted"] == 0),
            table["wanted"] > 0,
            carers > 0,
        ],
        list(range(6)),
        6,
    ).astype(np.int64)
