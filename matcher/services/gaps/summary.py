"""The gaps in a few sentences and in one picture of themes by area."""

from __future__ import annotations

import numpy as np

from matcher.landscape.arrays import IntArray
from matcher.network.gaps.themes import STATES
from matcher.services.gaps.naming import Naming
from matcher.services.gaps.results import BROKERS, GapLine, GapTable, Headline, Heat, HeatCell
from matcher.wording.gaps import alone_together

_LOOKED_AT = 10
MOST_THEMES, MOST_AREAS = 40, 25
"""Rows and columns of the picture: those with the most organisations; the table has them all."""


def summary(naming: Naming, tables: tuple[GapTable, ...]) -> tuple[Headline, ...]:
    """The most telling gap of each kind, those that concern the most first.

    What is compared is how many organisations, needs or missing ties a gap is about. Brokers come
    last where too few ties are known to name them.
    """
    found = naming.found.gaps
    lines = [
        Headline(kind=table.kind, text=line.text, weight=line.weight, key=line.key)
        for table in tables
        if table.kind not in {"alone", "bridges"}
        for line in _first(table)
    ]
    if found.alone:
        with_profile = sum(each.said > 0 for each in found.alone)
        text = alone_together(len(found.alone), with_profile)
        lines.append(Headline(kind="alone", text=text, weight=len(found.alone)))
    place = {table.kind: at for at, table in enumerate(tables)}

    def turn(line: Headline) -> tuple[bool, float, int]:
        unsure = line.kind in BROKERS and not found.rests.enough
        return unsure, -line.weight, place[line.kind]

    return tuple(sorted(lines, key=turn))


def _first(table: GapTable) -> tuple[GapLine, ...]:
    """The first line that is a gap; a table of sectors has lines that are none."""
    return tuple(line for line in table.lines(0, _LOOKED_AT) if line.weight > 0)[:1]


def heat(naming: Naming) -> Heat:
    """Themes × areas, both by Danish alphabet, those of which nobody cares left out."""
    found = naming.found.gaps
    table, view = found.theme_table, found.view
    words = naming.found.network.landscape.vocabularies["theme"]
    carers = table.carers
    people = np.bincount(
        found.areas.of[found.among & (found.areas.of >= 0)], minlength=len(found.areas)
    )
    wanted = np.arange(len(words)) == words.index.get(view.theme or "", -1)
    themes = np.flatnonzero((carers.sum(axis=1) > 0) & (wanted | (view.theme is None)))
    areas = np.flatnonzero(people > 0)
    rows = _most(themes, carers[themes].sum(axis=1), MOST_THEMES)
    rows = np.array(sorted(rows.tolist(), key=lambda at: words.ids[at]), np.int64)
    columns = np.sort(_most(areas, people[areas], MOST_AREAS))
    return Heat(
        themes=tuple((words.ids[at], naming.term("theme", at)) for at in rows.tolist()),
        areas=tuple(naming.area(at) for at in columns.tolist()),
        cells=tuple(
            tuple(
                HeatCell(
                    state=STATES[table.state[theme, area]],
                    carers=int(carers[theme, area]),
                    unmet=int(table.unmet[theme, area]),
                    wanted=int(table.wanted[theme, area]),
                    offered=int(table.offered[theme, area]),
                    running=int(table.running[theme, area]),
                )
                for area in columns.tolist()
            )
            for theme in rows.tolist()
        ),
        left_out=(len(themes) - len(rows), len(areas) - len(columns)),
    )


def _most(rows: IntArray, number: IntArray, most: int) -> IntArray:
    return rows[np.lexsort((rows, -number))[:most]]
