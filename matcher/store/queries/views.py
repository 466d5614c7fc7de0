"""Finding saved views."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from matcher.store.tables import Change, SavedView


@dataclass(frozen=True, kw_only=True, slots=True)
class ViewLine:
    """A saved view as a list shows it; `saved_by` is who saved it last, `conditions` what of."""

    id: str
    title: str
    note: str | None
    conditions: Mapping[str, str]
    updated: datetime
    saved_by: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Stamp:
    """How many times a view was written, and when last."""

    version: int
    updated: datetime


def lines(session: Session) -> tuple[ViewLine, ...]:
    """All views, in no order."""
    last = (
        select(Change.record_id, func.max(Change.id).label("change"))
        .where(Change.record == "view")
        .group_by(Change.record_id)
        .subquery()
    )
    found = session.execute(
        select(SavedView, Change.actor_name)
        .outerjoin(last, last.c.record_id == SavedView.id)
        .outerjoin(Change, Change.id == last.c.change)
    )
    return tuple(_line(view, name) for view, name in found)


def stamp(session: Session, view_id: str) -> Stamp | None:
    """When a view was written, and how often; None if there is no such."""
    row = session.execute(
        select(SavedView.version, SavedView.updated).where(SavedView.id == view_id)
    ).one_or_none()
    return None if row is None else Stamp(version=row[0], updated=row[1])


def _line(view: SavedView, saved_by: str | None) -> ViewLine:
    content: Mapping[str, Any] = view.content
    return ViewLine(
        id=view.id,
        title=view.title,
        note=view.note,
        conditions=content.get("conditions") or {},
        updated=view.updated,
        saved_by=saved_by or "",
    )
