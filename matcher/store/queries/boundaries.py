"""The outlines of areas, as they are kept."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import delete, func, insert, select, update
from sqlalchemy.orm import Session

from matcher.store.tables import Boundary, Change
from matcher.text import danish_key


@dataclass(frozen=True, kw_only=True, slots=True)
class BoundaryLine:
    """A boundary; `geometry` is a Polygon or MultiPolygon of GeoJSON."""

    id: str
    level: str
    municipality: str
    name: str
    name_folded: str
    geometry: Mapping[str, Any]
    source: str | None


def lines(session: Session) -> tuple[BoundaryLine, ...]:
    """All boundaries: municipalities, then districts by municipality, in Danish order."""
    found = session.scalars(select(Boundary)).all()
    ordered = sorted(
        found,
        key=lambda each: (
            each.level != "municipality",
            danish_key(each.municipality),
            danish_key(each.name),
            each.id,
        ),
    )
    return tuple(
        BoundaryLine(
            id=each.id,
            level=each.level,
            municipality=each.municipality,
            name=each.name,
            name_folded=each.name_folded,
            geometry=each.geometry,
            source=each.source,
        )
        for each in ordered
    )


def newest_change(session: Session) -> int:
    """The number of the newest change to any boundary; 0 if there never was one."""
    found = select(func.max(Change.id)).where(Change.record == "boundary")
    return session.execute(found).scalar_one() or 0


def add(session: Session, rows: Iterable[Mapping[str, Any]]) -> None:
    """Keep new boundaries: all columns of the table."""
    new = [dict(row) for row in rows]
    if new:
        session.execute(insert(Boundary), new)


def change(session: Session, boundary_id: str, values: Mapping[str, Any]) -> None:
    """Let columns of a boundary have other values."""
    session.execute(update(Boundary).where(Boundary.id == boundary_id).values(**values))


def remove(session: Session, ids: Collection[str]) -> None:
    """Take boundaries away."""
    session.execute(delete(Boundary).where(Boundary.id.in_(ids)))
