"""The people who sign in."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import ForeignKey, true
from sqlalchemy.orm import Mapped, mapped_column

from matcher.store.tables.base import Base, Moment, new_id, now, one_of

ROLES = ("reader", "editor", "administrator")


class User(Base):
    """Somebody with an account. `session_key` changes when all their sessions must end.

    `reminders` says whether they want to be told by mail what is due.
    """

    __tablename__ = "user"
    __table_args__ = (one_of("role", ROLES),)

    id: Mapped[str] = mapped_column(primary_key=True, default=new_id)
    created: Mapped[datetime] = mapped_column(Moment, default=now)
    email: Mapped[str] = mapped_column(unique=True)
    name: Mapped[str]
    role: Mapped[str]
    language: Mapped[str | None]
    password_hash: Mapped[str | None]
    session_key: Mapped[str] = mapped_column(default=new_id)
    active: Mapped[bool] = mapped_column(default=True)
    reminders: Mapped[bool] = mapped_column(default=True, server_default=true())


class OneTimeLink(Base):
    """A sign-in link; only a hash of its token is kept, and it is good for one use."""

    __tablename__ = "one_time_link"

    token_hash: Mapped[str] = mapped_column(primary_key=True)
    user_id: Mapped[str] = mapped_column(ForeignKey("user.id", ondelete="CASCADE"), index=True)
    created: Mapped[datetime] = mapped_column(Moment, default=now)
    expires: Mapped[datetime] = mapped_column(Moment)
    used: Mapped[datetime | None] = mapped_column(Moment)
