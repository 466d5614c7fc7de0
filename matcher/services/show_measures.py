"""The measures of the network as a page of a table, the greatest first."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

import numpy as np

from matcher.errors import Refusal
from matcher.landscape import SECTORS, Landscape
from matcher.network.measures import MEASURES, NetworkMeasures
from matcher.services.access import Actor, require
from matcher.services.installation import Installation
from matcher.services.measure_network import last_measures, measures_at_hand
from matcher.services.paging import pages_of
from matcher.wording.message import listed, message

ROWS = 50
"""Organisations on one page of the table."""


@dataclass(frozen=True, kw_only=True, slots=True)
class MeasuredRow:
    """An organisation and its measures, None where one is not known."""

    id: str
    name: str
    sector: str | None
    values: Mapping[str, float | None]


@dataclass(frozen=True, kw_only=True, slots=True)
class Order:
    """What the table is ordered by; None is the best that may be relied on, greatest first."""

    by: str | None = None
    ascending: bool = False


@dataclass(frozen=True, kw_only=True, slots=True)
class ShownMeasures:
    """Measures and one page of the organisations they are of.

    `current` says whether they are of the newest records and of the day asked for; if not,
    those that have gone or been hidden since are left out. `by` is what they are ordered by.
    """

    found: NetworkMeasures
    current: bool
    rows: tuple[MeasuredRow, ...]
    count: int
    page: int
    pages: int
    by: str
    ascending: bool


def show_measures(
    installation: Installation,
    actor: Actor,
    order: Order | None = None,
    *,
    as_of: date,
    page: int = 1,
    per_page: int = ROWS,
) -> ShownMeasures | None:
    """The measures at hand, or those computed last; None where none ever were.

    Refusal (invalid) for an order by something that is no measure.
    """
    require(actor, "explore_map")
    asked = order or Order()
    now = measures_at_hand(installation, actor, as_of=as_of)
    found = now or last_measures(installation, actor)
    if found is None:
        return None
    by = asked.by or ("betweenness" if found.coverage.enough else "degree")
    if by not in MEASURES:
        names: list[str] = list(MEASURES)
        raise Refusal(
            "invalid",
            message("“{name}” is not a measure.", name=by),
            message("Choose one of: {names}", names=listed(tuple(names))),
        )
    landscape = installation.landscape(as_of)
    rows, seats = _in_order(found, landscape, by, asked.ascending)
    page, pages = pages_of(len(rows), page, per_page)
    few = slice((page - 1) * per_page, page * per_page)
    return ShownMeasures(
        found=found,
        current=now is not None,
        rows=tuple(
            _row(found, landscape, row, seat)
            for row, seat in zip(rows[few].tolist(), seats[few].tolist(), strict=True)
        ),
        count=len(rows),
        page=page,
        pages=pages,
        by=by,
        ascending=asked.ascending,
    )


def _in_order(
    found: NetworkMeasures, landscape: Landscape, by: str, ascending: bool
) -> tuple[np.ndarray, np.ndarray]:
    """Rows of the landscape and places in the measures; what is not known is last."""
    rows = np.array([landscape.index.get(key, -1) for key in found.ids], dtype=np.int64)
    there = rows >= 0
    there[there] = ~landscape.hidden[rows[there]]
    seats = np.flatnonzero(there)
    rows, values = rows[seats], found.values[by][seats]
    signed = values if ascending else -values
    order = np.lexsort((landscape.order[rows], signed, np.isnan(values)))
    return rows[order], seats[order]


def _row(found: NetworkMeasures, landscape: Landscape, row: int, seat: int) -> MeasuredRow:
    sector = int(landscape.sector[row])
    values = {name: float(each[seat]) for name, each in found.values.items()}
    return MeasuredRow(
        id=landscape.ids[row],
        name=landscape.names[row],
        sector=SECTORS[sector] if sector >= 0 else None,
        values={name: None if value != value else value for name, value in values.items()},
    )
