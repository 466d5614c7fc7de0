"""Finding briefs."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from matcher.store.queries.organisations import names
from matcher.store.tables import Brief


@dataclass(frozen=True, kw_only=True, slots=True)
class BriefLine:
    """A brief as a list shows it; `asker` (id, name) is whose it is, None when nobody's is said.

    One that names an asker who has been deleted is nobody's.
    """

    id: str
    title: str
    purpose: str
    asker: tuple[str, str] | None
    updated: datetime


@dataclass(frozen=True, kw_only=True, slots=True)
class Stamp:
    """How many times a brief was written, and when first and last."""

    version: int
    created: datetime
    updated: datetime


def lines(session: Session) -> tuple[BriefLine, ...]:
    """All briefs, the one that was changed last first."""
    found = session.scalars(select(Brief).order_by(Brief.updated.desc(), Brief.id)).all()
    askers = {each.content.get("asker") for each in found}
    called = names(session, {key for key in askers if key})
    return tuple(
        BriefLine(
            id=each.id,
            title=each.title,
            purpose=each.content.get("purpose") or "",
            asker=(key, called[key]) if (key := each.content.get("asker")) in called else None,
            updated=each.updated,
        )
        for each in found
    )


def stamp(session: Session, brief_id: str) -> Stamp | None:
    """When a brief was written, and how often; None if there is no such."""
    row = session.execute(
        select(Brief.version, Brief.created, Brief.updated).where(Brief.id == brief_id)
    ).one_or_none()
    return None if row is None else Stamp(version=row[0], created=row[1], updated=row[2])
