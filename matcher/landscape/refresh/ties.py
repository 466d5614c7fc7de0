"""The ties among some organisations as they are now, and what depends on whom one works with."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from types import MappingProxyType

import numpy as np
from scipy.sparse import coo_array, csr_array

from matcher.landscape.activity import Activity, activity, shares
from matcher.landscape.arrays import IntArray, Matrix, closed, frozen
from matcher.landscape.axes import known_places
from matcher.landscape.collaborations import Stays, small, stays
from matcher.landscape.columns import ParticipationColumns, days, numbered, places_of
from matcher.landscape.from_rows import tie_columns
from matcher.landscape.model import Landscape
from matcher.landscape.replacing import put, some_rows, with_rows
from matcher.landscape.rows import Rows
from matcher.landscape.ties import near, partner_total, partner_weight, ties


def with_ties(landscape: Landscape, members: Collection[str], now: Rows) -> Landscape:
    """The landscape with the ties of some organisations among each other as `now` says.

    `now` has all participations of these, and all ties that are reported between two of them.
    """
    keys = sorted(members)
    rows, own = places_of(landscape.index, keys), numbered(keys)
    found = _stays(landscape, own, now)
    among = tuple(row for row in now.ties if row.a in own and row.b in own)
    sizes = np.diff(landscape.experience.members.indptr)
    tied = ties(found, tie_columns(among, own), len(keys), landscape.as_of, sizes)
    closeness = near(tied.strength)
    made = replace(
        landscape,
        ties=_among(landscape.ties, rows, tied.strength),
        current=_among(landscape.current, rows, tied.current),
        past=_among(landscape.past, rows, tied.past),
        near=_among(landscape.near, rows, closeness),
        coldness=_among(landscape.coldness, rows, tied.coldness),
        small=closed(small(landscape.participation)),
        active=closed(np.diff(landscape.participation.indptr) > 0),
        activity=_activity(landscape, rows, found),
    )
    return weighed(made, rows)


def weighed(landscape: Landscape, rows: IntArray) -> Landscape:
    """The landscape with what common partners are worth, where some rows changed.

    Only these weigh otherwise, and so only those tied to them have other partners.
    """
    tied = some_rows(landscape.ties, rows)
    weight = put(landscape.partner_weight, rows, partner_weight(tied, landscape.hidden[rows]))
    concerned = np.union1d(rows, tied.indices).astype(np.int64)
    partners = partner_total(some_rows(landscape.ties, concerned), weight)
    totals = landscape.totals
    return replace(
        landscape,
        partner_weight=weight,
        totals=replace(totals, partners=put(totals.partners, concerned, partners)),
    )


def _stays(landscape: Landscape, own: dict[str, int], now: Rows) -> Stays:
    """The stays of these organisations, in collaborations that are known."""
    known = landscape.collaborations
    mine = [row for row in now.participations if row.organisation in own]
    joint = sorted({row.collaboration for row in mine})
    places = known_places(known.ids, joint)
    place = dict(zip((known.ids[at] for at in places), places, strict=True))
    mine = [row for row in mine if row.collaboration in place]
    parts = ParticipationColumns(
        collaboration=places_of(place, [row.collaboration for row in mine]),
        organisation=places_of(own, [row.organisation for row in mine]),
        since=days([row.since for row in mine]),
        until=days([row.until for row in mine]),
    )
    return stays(parts, (known.start, known.end), np.arange(len(known.ids)), landscape.as_of)


def _among(matrix: Matrix, rows: IntArray, new: Matrix) -> Matrix:
    """The matrix with the cells between some rows replaced."""
    old = some_rows(matrix, rows)
    place = np.repeat(np.arange(len(rows)), np.diff(old.indptr))
    kept = ~np.isin(old.indices, rows)
    cells = coo_array(
        (
            np.concatenate([old.data[kept], new.data]),
            (
                np.concatenate([place[kept], np.repeat(np.arange(len(rows)), np.diff(new.indptr))]),
                np.concatenate([old.indices[kept], rows[new.indices]]),
            ),
        ),
        shape=(len(rows), matrix.shape[1]),
    )
    return with_rows(matrix, rows, frozen(csr_array(cells)))


def _activity(landscape: Landscape, rows: IntArray, found: Stays) -> Activity:
    old = landscape.activity
    part = activity(
        some_rows(landscape.participation, rows),
        landscape.experience.years,
        found,
        landscape.as_of.toordinal(),
    )
    number = put(old.number, rows, part.number)
    return Activity(
        number=number,
        experience=shares(number),
        latest=put(old.latest, rows, part.latest),
        fresh=put(old.fresh, rows, part.fresh),
        running=put(old.running, rows, part.running),
        room=put(old.room, rows, part.room),
    )


def with_reports(landscape: Landscape, ids: Collection[str], now: Rows) -> Landscape:
    """The landscape that knows which ends these reported ties have now; others it forgets."""
    kept = {key: ends for key, ends in landscape.reported.items() if key not in ids}
    new = {row.id: (row.a, row.b) for row in now.ties if row.id in ids}
    return replace(landscape, reported=MappingProxyType({**kept, **new}))
