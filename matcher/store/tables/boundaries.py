"""Where areas lie: their outlines on a geographic map."""

from __future__ import annotations

from typing import Any

from sqlalchemy import JSON, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from matcher.store.tables.base import Base, new_id, one_of

LEVELS = ("municipality", "district")


class Boundary(Base):
    """The outline of an area by name; `municipality` is empty for municipalities themselves.

    `geometry` is a Polygon or MultiPolygon of GeoJSON (degrees, longitude first); `source` the
    line that whoever made it wants to be named with.
    """

    __tablename__ = "boundary"
    __table_args__ = (
        one_of("level", LEVELS),
        UniqueConstraint("level", "municipality", "name_folded"),
    )

    id: Mapped[str] = mapped_column(primary_key=True, default=new_id)
    level: Mapped[str]
    municipality: Mapped[str] = mapped_column(default="")
    name: Mapped[str]
    name_folded: Mapped[str]
    geometry: Mapped[dict[str, Any]] = mapped_column(JSON)
    source: Mapped[str | None]
