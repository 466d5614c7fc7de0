"""Shortlists: candidates that somebody keeps, and the steps taken with each."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from sqlalchemy import JSON, ForeignKey, ForeignKeyConstraint
from sqlalchemy.orm import Mapped, mapped_column

from matcher.store.tables.base import Base, Moment, new_id, now, one_of
from matcher.store.tables.verdicts import REASONS

STATES = ("suggested", "contacted", "answered", "met", "agreed", "declined")


class Shortlist(Base):
    """A list of candidates for an organisation, a kept idea, or an idea that has but a title."""

    __tablename__ = "shortlist"

    id: Mapped[str] = mapped_column(primary_key=True, default=new_id)
    version: Mapped[int] = mapped_column(default=1)
    created: Mapped[datetime] = mapped_column(Moment, default=now)
    updated: Mapped[datetime] = mapped_column(Moment, default=now)
    title: Mapped[str]
    organisation_id: Mapped[str | None] = mapped_column(
        ForeignKey("organisation.id", ondelete="RESTRICT"), index=True
    )
    brief_id: Mapped[str | None] = mapped_column(
        ForeignKey("brief.id", ondelete="SET NULL"), index=True
    )


class ShortlistEntry(Base):
    """A candidate on a shortlist, with the reasons it was put there for.

    `why` is the suggestion as it stood that day: score, known, reasons and introduction as facts
    without language; empty when the candidate was added by hand.
    """

    __tablename__ = "shortlist_entry"
    __table_args__ = (one_of("status", STATES),)

    shortlist_id: Mapped[str] = mapped_column(
        ForeignKey("shortlist.id", ondelete="CASCADE"), primary_key=True
    )
    organisation_id: Mapped[str] = mapped_column(
        ForeignKey("organisation.id", ondelete="RESTRICT"), primary_key=True, index=True
    )
    position: Mapped[int]
    status: Mapped[str] = mapped_column(default="suggested")
    note: Mapped[str | None]
    added: Mapped[datetime] = mapped_column(Moment, default=now)
    why: Mapped[dict[str, Any] | None] = mapped_column(JSON(none_as_null=True))


class ShortlistStep(Base):
    """A step with a candidate: to which state, on which day, by whom, and when to go on.

    The entry's status is the state of the last. `came_from` is the state before, `reason` says why
    one declined, and `judged` that a verdict was made of it.
    """

    __tablename__ = "shortlist_step"
    __table_args__ = (
        ForeignKeyConstraint(
            ["shortlist_id", "organisation_id"],
            ["shortlist_entry.shortlist_id", "shortlist_entry.organisation_id"],
            ondelete="CASCADE",
        ),
        one_of("state", STATES),
        one_of("came_from", STATES),
        one_of("reason", REASONS),
    )

    shortlist_id: Mapped[str] = mapped_column(primary_key=True)
    organisation_id: Mapped[str] = mapped_column(primary_key=True)
    position: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    state: Mapped[str]
    came_from: Mapped[str | None]
    day: Mapped[date]
    by_id: Mapped[str | None]
    by: Mapped[str]
    note: Mapped[str | None]
    reason: Mapped[str | None]
    judged: Mapped[bool] = mapped_column(default=False)
    next_day: Mapped[date | None] = mapped_column(index=True)
