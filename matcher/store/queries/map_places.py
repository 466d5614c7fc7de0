"""Where organisations stand on the map, and when the whole was laid out."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import delete, insert, select
from sqlalchemy.orm import Session

from matcher.store.tables import MapLayout, MapPlace, Organisation
from matcher.store.unit_of_work import UnitOfWork

AT_ONCE = 1000
"""Ids named in one statement."""


@dataclass(frozen=True, kw_only=True, slots=True)
class KeptPlaces:
    """All kept places, columns of the same length; `group` is None for those in none.

    `made` is when the whole was laid out, `organisations` and `ties` of how many.
    """

    made: datetime
    organisations: int
    ties: int
    ids: tuple[str, ...]
    x: tuple[float, ...]
    y: tuple[float, ...]
    group: tuple[int | None, ...]


def laid_out(session: Session) -> datetime | None:
    """When the whole was laid out whose places are kept; None where nothing is."""
    return session.execute(select(MapLayout.made)).scalar_one_or_none()


def kept_places(session: Session) -> KeptPlaces | None:
    """All places, in no order; None where nothing is kept."""
    layout = session.execute(
        select(MapLayout.made, MapLayout.organisations, MapLayout.ties)
    ).one_or_none()
    if layout is None:
        return None
    rows = session.execute(
        select(MapPlace.organisation_id, MapPlace.x, MapPlace.y, MapPlace.cluster)
    ).all()
    ids, x, y, group = zip(*rows, strict=True) if rows else ((), (), (), ())
    return KeptPlaces(
        made=layout.made,
        organisations=layout.organisations,
        ties=layout.ties,
        ids=ids,
        x=x,
        y=y,
        group=group,
    )


def forget_places(work: UnitOfWork) -> None:
    """Nothing is kept: whoever draws next lays the whole out."""
    work.session.execute(delete(MapPlace))
    work.session.execute(delete(MapLayout))


def keep_layout(work: UnitOfWork, *, revision: int, organisations: int, ties: int) -> None:
    """Begin with a whole that was laid out just now; its places are kept by `keep_places`."""
    forget_places(work)
    work.session.execute(
        insert(MapLayout).values(id=1, revision=revision, organisations=organisations, ties=ties)
    )


def keep_places(work: UnitOfWork, places: Iterable[tuple[str, float, float, int | None]]) -> None:
    """Keep (id, x, y, group) of some, instead of what was; organisations that went are left out."""
    there = set(work.session.execute(select(Organisation.id)).scalars())
    rows = [
        {"organisation_id": key, "x": x, "y": y, "cluster": group}
        for key, x, y, group in places
        if key in there
    ]
    named = [row["organisation_id"] for row in rows]
    for first in range(0, len(named), AT_ONCE):
        some = named[first : first + AT_ONCE]
        work.session.execute(delete(MapPlace).where(MapPlace.organisation_id.in_(some)))
    if rows:
        # What it gives back nobody reads: it has many rows go in one statement, where one a row
        # takes PostgreSQL a minute for 50,000.
        work.session.execute(insert(MapPlace).returning(MapPlace.organisation_id), rows)
