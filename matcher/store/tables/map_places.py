"""Where organisations stand on the map, kept so that they stay there."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import CheckConstraint, ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from matcher.store.tables.base import Base, Moment, now


class MapLayout(Base):
    """One row: the whole layout that the kept places began with.

    `organisations` and `ties` are how many it was made of; it tells when the network has grown so
    much since that it should be laid out anew.
    """

    __tablename__ = "map_layout"
    __table_args__ = (CheckConstraint("id = 1", name="one_row"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    revision: Mapped[int]
    made: Mapped[datetime] = mapped_column(Moment, default=now)
    organisations: Mapped[int]
    ties: Mapped[int]


class MapPlace(Base):
    """Where an organisation stands, in pixels of the natural size, and its group if it has one."""

    __tablename__ = "map_place"

    organisation_id: Mapped[str] = mapped_column(
        ForeignKey("organisation.id", ondelete="CASCADE"), primary_key=True
    )
    x: Mapped[float]
    y: Mapped[float]
    cluster: Mapped[int | None]
