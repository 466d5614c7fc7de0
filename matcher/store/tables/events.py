"""Matching events: who signed up, and what was agreed to on the spot."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import JSON, CheckConstraint, ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from matcher.store.tables.base import Base, Moment, new_id, now


class Event(Base):
    """An evening on which organisations meet two and two, with its plan once that is made."""

    __tablename__ = "event"

    id: Mapped[str] = mapped_column(primary_key=True, default=new_id)
    version: Mapped[int] = mapped_column(default=1)
    created: Mapped[datetime] = mapped_column(Moment, default=now)
    updated: Mapped[datetime] = mapped_column(Moment, default=now)
    title: Mapped[str]
    owner_id: Mapped[str | None] = mapped_column(
        ForeignKey("user.id", ondelete="SET NULL"), index=True
    )
    content: Mapped[dict[str, Any]] = mapped_column(JSON)


class SignUp(Base):
    """That somebody signed an organisation up; `organisation_id` is empty until it is known which.

    `name` is the organisation as it was written; `person` and `email` whom to write to.
    """

    __tablename__ = "sign_up"

    id: Mapped[str] = mapped_column(primary_key=True, default=new_id)
    event_id: Mapped[str] = mapped_column(ForeignKey("event.id", ondelete="CASCADE"), index=True)
    organisation_id: Mapped[str | None] = mapped_column(
        ForeignKey("organisation.id", ondelete="RESTRICT"), index=True
    )
    name: Mapped[str]
    person: Mapped[str | None]
    email: Mapped[str | None]
    language: Mapped[str] = mapped_column(default="da")
    signed: Mapped[datetime] = mapped_column(Moment, default=now)
    content: Mapped[dict[str, Any]] = mapped_column(JSON)


class Intention(Base):
    """That two organisations mean to do something together, said at an event.

    The id is made where it is written, so that what is sent twice is kept once. `content` has what
    they mean to do, who noted it, and what became of it at each follow-up.
    """

    __tablename__ = "intention"
    __table_args__ = (CheckConstraint("a_id <> b_id", name="two_ends"),)

    id: Mapped[str] = mapped_column(primary_key=True)
    version: Mapped[int] = mapped_column(default=1)
    created: Mapped[datetime] = mapped_column(Moment, default=now)
    updated: Mapped[datetime] = mapped_column(Moment, default=now)
    event_id: Mapped[str] = mapped_column(ForeignKey("event.id", ondelete="CASCADE"), index=True)
    a_id: Mapped[str] = mapped_column(
        ForeignKey("organisation.id", ondelete="RESTRICT"), index=True
    )
    b_id: Mapped[str] = mapped_column(
        ForeignKey("organisation.id", ondelete="RESTRICT"), index=True
    )
    content: Mapped[dict[str, Any]] = mapped_column(JSON)
