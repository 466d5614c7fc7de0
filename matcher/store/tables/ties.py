"""Ties that somebody reported, with their evidence."""

from __future__ import annotations

from datetime import date as day
from datetime import datetime

from sqlalchemy import CheckConstraint, ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from matcher.store.tables.base import Base, Moment, new_id, now


class Tie(Base):
    """That two organisations work together: who says so, from where, since when, how sure.

    `confidence` is 0…1. Ties that follow from collaborations are derived, not stored.
    """

    __tablename__ = "tie"
    __table_args__ = (
        CheckConstraint("a_id <> b_id", name="two_ends"),
        CheckConstraint("confidence BETWEEN 0 AND 1", name="confidence"),
    )

    id: Mapped[str] = mapped_column(primary_key=True, default=new_id)
    version: Mapped[int] = mapped_column(default=1)
    updated: Mapped[datetime] = mapped_column(Moment, default=now)
    a_id: Mapped[str] = mapped_column(
        ForeignKey("organisation.id", ondelete="RESTRICT"), index=True
    )
    b_id: Mapped[str] = mapped_column(
        ForeignKey("organisation.id", ondelete="RESTRICT"), index=True
    )
    kind: Mapped[str | None]
    source: Mapped[str | None]
    reporter: Mapped[str | None]
    date: Mapped[day | None]
    end: Mapped[day | None]
    confidence: Mapped[float | None]
