"""Digests: the mails that say what is due, each claimed before it is sent."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from sqlalchemy import JSON, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from matcher.store.tables.base import Base, Moment, new_id


class Digest(Base):
    """What one person is told on one day. `sent` is empty until the mail server took it.

    `claimed` says since when a run has it in its hands; empty when none has. `content` has the mail
    as it was written, so that a second try says the same, and the keys of what it tells, so that
    later digests know what was told when; once it is sent the keys alone stay.
    """

    __tablename__ = "digest"
    __table_args__ = (UniqueConstraint("email", "day"),)

    id: Mapped[str] = mapped_column(primary_key=True, default=new_id)
    email: Mapped[str]
    day: Mapped[date]
    message_id: Mapped[str] = mapped_column(unique=True)
    claimed: Mapped[datetime | None] = mapped_column(Moment)
    attempts: Mapped[int] = mapped_column(default=0)
    sent: Mapped[datetime | None] = mapped_column(Moment)
    content: Mapped[dict[str, Any]] = mapped_column(JSON)
