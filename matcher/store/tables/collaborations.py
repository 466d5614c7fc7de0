"""Collaborations and who takes part in them."""

from __future__ import annotations

from datetime import date, datetime

from sqlalchemy import ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from matcher.store.tables.base import Base, Moment, SortKey, new_id, now, one_of

AGREEMENTS = ("none", "oral", "written")


class Collaboration(Base):
    """A dated joint undertaking; `agreement` empty means that it is not known.

    `area` names where it works: a region, municipality or district, or several with "; " between.
    """

    __tablename__ = "collaboration"
    __table_args__ = (
        one_of("agreement", AGREEMENTS),
        Index("ix_collaboration_sort", "title_sort", "id"),
    )

    id: Mapped[str] = mapped_column(primary_key=True, default=new_id)
    version: Mapped[int] = mapped_column(default=1)
    created: Mapped[datetime] = mapped_column(Moment, default=now)
    updated: Mapped[datetime] = mapped_column(Moment, default=now)

    title: Mapped[str]
    title_folded: Mapped[str] = mapped_column(index=True)
    title_sort: Mapped[str] = mapped_column(SortKey)
    start: Mapped[date | None]
    end: Mapped[date | None]
    purpose: Mapped[str | None]
    area: Mapped[str | None]
    funding_source: Mapped[str | None]
    funding_amount: Mapped[float | None]
    funding_end: Mapped[date | None]
    agreement: Mapped[str | None]


class CollaborationIdentity(Base):
    """What a source calls a collaboration."""

    __tablename__ = "collaboration_identity"

    source: Mapped[str] = mapped_column(primary_key=True)
    source_id: Mapped[str] = mapped_column(primary_key=True)
    collaboration_id: Mapped[str] = mapped_column(
        ForeignKey("collaboration.id", ondelete="CASCADE"), index=True
    )


class CollaborationInterest(Base):
    """A theme or target group of a collaboration."""

    __tablename__ = "collaboration_interest"

    collaboration_id: Mapped[str] = mapped_column(
        ForeignKey("collaboration.id", ondelete="CASCADE"), primary_key=True
    )
    term_key: Mapped[int] = mapped_column(ForeignKey("term.key"), primary_key=True, index=True)


class Participation(Base):
    """That an organisation takes part in a collaboration, in a role, for a time."""

    __tablename__ = "participation"

    collaboration_id: Mapped[str] = mapped_column(
        ForeignKey("collaboration.id", ondelete="CASCADE"), primary_key=True
    )
    organisation_id: Mapped[str] = mapped_column(
        ForeignKey("organisation.id", ondelete="RESTRICT"), primary_key=True, index=True
    )
    role: Mapped[str | None]
    since: Mapped[date | None]
    until: Mapped[date | None]
