"""Shortlists: candidates that somebody keeps, with a status each."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import JSON, ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from matcher.store.tables.base import Base, Moment, new_id, now, one_of

STATES = ("suggested", "contacted", "answered", "met", "agreed", "declined")


class Shortlist(Base):
    """A list of candidates for an organisation, or for an idea of which only the title is said."""

    __tablename__ = "shortlist"

    id: Mapped[str] = mapped_column(primary_key=True, default=new_id)
    version: Mapped[int] = mapped_column(default=1)
    created: Mapped[datetime] = mapped_column(Moment, default=now)
    updated: Mapped[datetime] = mapped_column(Moment, default=now)
    title: Mapped[str]
    organisation_id: Mapped[str | None] = mapped_column(
        ForeignKey("organisation.id", ondelete="RESTRICT"), index=True
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
