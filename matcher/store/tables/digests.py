"""Digests: the mails that say what is due, each claimed before it is sent; who wants none."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from sqlalchemy import JSON, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from matcher.store.tables.base import Base, Moment, new_id, now


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


class MailStop(Base):
    """An address that wants no more digests. Of somebody with an account, `User.reminders` says it.

    `email` is as `Digest.email` has it.
    """

    __tablename__ = "mail_stop"

    email: Mapped[str] = mapped_column(primary_key=True)
    since: Mapped[datetime] = mapped_column(Moment, default=now)
