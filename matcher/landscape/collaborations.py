"""Who took part in what: collaborations known on a day, and their participants."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass

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
from matcher.landscape.rows import CollaborationRow, ParticipationRow, Rows

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


def known_collaborations(rows: Rows, as_of: dt.date) -> tuple[CollaborationRow, ...]:
    """Those that have begun by the day, by id."""
    begun = [row for row in rows.collaborations if row.start is None or row.start <= as_of]
    return tuple(sorted(begun, key=lambda row: row.id))


def collaborations(known: tuple[CollaborationRow, ...]) -> Collaborations:
    """The collaborations as arrays."""
    return Collaborations(
        ids=tuple(row.id for row in known),
        titles=tuple(row.title for row in known),
        start=closed(np.array([row.start for row in known], "datetime64[D]")),
        end=closed(np.array([row.end for row in known], "datetime64[D]")),
    )


def stays(
    rows: Rows, known: tuple[CollaborationRow, ...], index: Mapping[str, int], as_of: dt.date
) -> Stays:
    """The participations that have begun by the day, by collaboration, organisation and day."""
    place = {row.id: (position, row) for position, row in enumerate(known)}
    found = sorted(
        (position, index[row.organisation], *_days(row, collaboration))
        for row in rows.participations
        if row.collaboration in place and (row.since is None or row.since <= as_of)
        for position, collaboration in (place[row.collaboration],)
    )
    table = np.array(found, np.int64).reshape(len(found), 4)
    collaboration, organisation, joined, left = (closed(table[:, i].copy()) for i in range(4))
    return Stays(organisation=organisation, collaboration=collaboration, joined=joined, left=left)


def participation(found: Stays, shape: tuple[int, int]) -> Sparse:
    """Organisations × collaborations, 1 where the organisation took or takes part."""
    return frozen(incidence(found.organisation, found.collaboration, shape))


def small(took_part: Sparse) -> BoolArray:
    """Who took part in no more collaborations than the median of those who took part in any."""
    number = np.diff(took_part.indptr)
    some = number[number > 0]
    return np.asarray(number <= (np.median(some) if len(some) else 0), np.bool_)


def _days(row: ParticipationRow, collaboration: CollaborationRow) -> tuple[int, int]:
    """First and last day that the participation and its collaboration both hold."""
    begins = [day.toordinal() for day in (row.since, collaboration.start) if day is not None]
    ends = [day.toordinal() for day in (row.until, collaboration.end) if day is not None]
    return max(begins, default=ALWAYS), min(ends, default=FOR_EVER)
