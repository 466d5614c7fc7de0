"""The measures of the network that are kept, by revision and day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import delete, insert, select
from sqlalchemy.orm import Session

from matcher.store.tables import Measurement
from matcher.store.unit_of_work import UnitOfWork

KEPT = 5
"""Older ones are thrown away: they can be computed again."""


@dataclass(frozen=True, kw_only=True, slots=True)
class KeptMeasurement:
    """What was computed, of which revision and day, and when."""

    revision: int
    as_of: date
    made: datetime
    content: dict[str, Any]


def measurement(session: Session, revision: int, as_of: date) -> KeptMeasurement | None:
    """The one of a revision and day, if it is kept."""
    return _read(session.get(Measurement, (revision, as_of)))


def newest_measurement(session: Session) -> KeptMeasurement | None:
    """The one computed last, of whatever revision and day."""
    return _read(session.scalars(select(Measurement).order_by(Measurement.made.desc())).first())


def keep_measurement(work: UnitOfWork, revision: int, as_of: date, content: dict[str, Any]) -> None:
    """Keep it instead of what was kept of the same; only the last few stay."""
    work.session.execute(
        delete(Measurement).where(Measurement.revision == revision, Measurement.as_of == as_of)
    )
    row = {"revision": revision, "as_of": as_of, "content": content}
    work.session.execute(insert(Measurement), [row])
    made = work.session.scalars(
        select(Measurement.made).order_by(Measurement.made.desc()).limit(KEPT)
    ).all()
    work.session.execute(delete(Measurement).where(Measurement.made < made[-1]))


def _read(row: Measurement | None) -> KeptMeasurement | None:
    if row is None:
        return None
    return KeptMeasurement(
        revision=row.revision, as_of=row.as_of, made=row.made, content=row.content
    )
