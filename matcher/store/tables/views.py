"""Views of the map that somebody keeps."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import JSON
from sqlalchemy.orm import Mapped, mapped_column

from matcher.store.tables.base import Base, Moment, new_id, now


class SavedView(Base):
    """A view of the map under a title: what it shows, how it looks, and a note on it.

    `content` holds conditions and organisations as they were asked for. They are no references:
    an organisation may be deleted though a view names it.
    """

    __tablename__ = "saved_view"

    id: Mapped[str] = mapped_column(primary_key=True, default=new_id)
    version: Mapped[int] = mapped_column(default=1)
    created: Mapped[datetime] = mapped_column(Moment, default=now)
    updated: Mapped[datetime] = mapped_column(Moment, default=now)
    title: Mapped[str]
    note: Mapped[str | None]
    content: Mapped[dict[str, Any]] = mapped_column(JSON)
