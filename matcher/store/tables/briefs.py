"""Briefs: ideas that somebody looks for partners for."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import JSON
from sqlalchemy.orm import Mapped, mapped_column

from matcher.store.tables.base import Base, Moment, new_id, now


class Brief(Base):
    """An idea with what it needs.

    `content` holds the keys of a brief's file with the ids of terms and organisations. They are no
    references: an organisation may be deleted though a brief names it.
    """

    __tablename__ = "brief"

    id: Mapped[str] = mapped_column(primary_key=True, default=new_id)
    version: Mapped[int] = mapped_column(default=1)
    created: Mapped[datetime] = mapped_column(Moment, default=now)
    updated: Mapped[datetime] = mapped_column(Moment, default=now)
    title: Mapped[str]
    content: Mapped[dict[str, Any]] = mapped_column(JSON)
