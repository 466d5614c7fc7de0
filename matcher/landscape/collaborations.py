"""Who took part in what: collaborations known on a day, and their participants."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from itertools import compress

import numpy as np

from matcher.landscape.arrays import (
    BoolArray,
    DateArray,
    IntArray,
    Sparse,
    closed,
    frozen,
    incidence,
)
from matcher.landscape.columns import (
    Cells,
    CollaborationColumns,
    MaybeSaid,
    ParticipationColumns,
    ordinals,
)

# Open ends of intervals, as ordinals of days; far enough from any date that a person writes.
ALWAYS = 0
FOR_EVER = dt.date.max.toordinal() + 1


@dataclass(frozen=True, kw_only=True, slots=True, eq=False)
class Collaborations:
    """Collaborations in the order of their ids, those that start later than the day left out.

    `start` and `end` are dates, NaT where open.
    """

    ids: tuple[str, ...]
    titles: tuple[str, ...]
    start: DateArray
    end: DateArray


@dataclass(frozen=True, kw_only=True, slots=True, eq=False)
class Stays:
    """Participations, one a row: organisation, collaboration, first and last day (ordinals)."""

    organisation: IntArray
    collaboration: IntArray
    joined: IntArray
    left: IntArray


def begun(joint: CollaborationColumns, as_of: dt.date) -> tuple[CollaborationColumns, IntArray]:
    """Those that have begun by the day, and the place of every one among them, −1 for others."""
    known = np.isnat(joint.start) | (joint.start <= np.datetime64(as_of, "D"))
    place = np.where(known, np.cumsum(known) - 1, -1)
    if known.all():
        return joint, place

    def kept(column: MaybeSaid) -> MaybeSaid:
        return tuple(compress(column, known))

    return CollaborationColumns(
        ids=tuple(compress(joint.ids, known)),
        titles=tuple(compress(joint.titles, known)),
        purposes=kept(joint.purposes),
        areas=kept(joint.areas),
        funding_sources=kept(joint.funding_sources),
        start=joint.start[known],
        end=joint.end[known],
        themes=_placed(joint.themes, place),
        target_groups=_placed(joint.target_groups, place),
    ), place


def _placed(cells: Cells, place: IntArray) -> Cells:
    rows = place[cells.rows]
    return Cells(rows[rows >= 0], cells.columns[rows >= 0])


def collaborations(known: CollaborationColumns) -> Collaborations:
    """What is kept of the collaborations themselves."""
    return Collaborations(
        ids=known.ids,
        titles=known.titles,
        start=closed(known.start),
        end=closed(known.end),
    )


def stays(
    parts: ParticipationColumns,
    dates: tuple[DateArray, DateArray],
    place: IntArray,
    as_of: dt.date,
) -> Stays:
    """The participations that have begun by the day, by collaboration, organisation and day.

    `dates` are start and end of the known collaborations, `place` says which of these each one of
    all is. The days are those that the participation and its collaboration both hold.
    """
    start, end = ordinals(dates[0], ALWAYS), ordinals(dates[1], FOR_EVER)
    at = np.flatnonzero(
        ~(parts.since > np.datetime64(as_of, "D")) & (place[parts.collaboration] >= 0)
    )
    joint, organisation = place[parts.collaboration[at]], parts.organisation[at]
    joined = np.maximum(ordinals(parts.since[at], ALWAYS), start[joint])
    left = np.minimum(ordinals(parts.until[at], FOR_EVER), end[joint])
    turn = _turn(joint, organisation, joined, left)
    return Stays(
        organisation=closed(organisation[turn]),
        collaboration=closed(joint[turn]),
        joined=closed(joined[turn]),
        left=closed(left[turn]),
    )


def _turn(first: IntArray, second: IntArray, *others: IntArray) -> IntArray:
    """The order by several keys; nothing is sorted where the first two tell it already."""
    key = first * (int(second.max(initial=0)) + 1) + second
    if (np.diff(key) > 0).all():
        return np.arange(len(key))
    return np.lexsort((*reversed(others), key))


def participation(found: Stays, shape: tuple[int, int]) -> Sparse:
    """Organisations × collaborations, 1 where the organisation took or takes part."""
    return frozen(incidence(found.organisation, found.collaboration, shape))


def small(took_part: Sparse) -> BoolArray:
    """Who took part in no more collaborations than the median of those who took part in any."""
    number = np.diff(took_part.indptr)
    some = number[number > 0]
    return np.asarray(number <= (np.median(some) if len(some) else 0), np.bool_)
