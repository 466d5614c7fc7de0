"""Measures of the network, kept because they take long to compute."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from sqlalchemy import JSON
from sqlalchemy.orm import Mapped, mapped_column

from matcher.store.tables.base import Base, Moment, now


class Measurement(Base):
    """All measures of the network at a revision of the records, as of a day."""

    __tablename__ = "measurement"

    revision: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    as_of: Mapped[date] = mapped_column(primary_key=True)
    made: Mapped[datetime] = mapped_column(Moment, default=now)
    content: Mapped[dict[str, Any]] = mapped_column(JSON)
