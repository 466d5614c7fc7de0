"""Collaborations that are carried on here: who answers for them, and the parties' contacts."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from matcher.store.tables.base import Base, Moment, new_id, now


class Partnership(Base):
    """That a collaboration is carried on here: who of the house reminds, and where it came from.

    `id` is the collaboration's.
    """

    __tablename__ = "partnership"

    id: Mapped[str] = mapped_column(
        ForeignKey("collaboration.id", ondelete="CASCADE"), primary_key=True
    )
    version: Mapped[int] = mapped_column(default=1)
    created: Mapped[datetime] = mapped_column(Moment, default=now)
    updated: Mapped[datetime] = mapped_column(Moment, default=now)
    owner_id: Mapped[str | None] = mapped_column(
        ForeignKey("user.id", ondelete="SET NULL"), index=True
    )
    shortlist_id: Mapped[str | None] = mapped_column(
        ForeignKey("shortlist.id", ondelete="SET NULL"), index=True
    )


class Party(Base):
    """An organisation as a party to a collaboration: its contact person and a deputy.

    Whether it still takes part stands in its participation. `language` is that of its pages and
    mails.
    """

    __tablename__ = "party"
    __table_args__ = (UniqueConstraint("collaboration_id", "organisation_id"),)

    id: Mapped[str] = mapped_column(primary_key=True, default=new_id)
    version: Mapped[int] = mapped_column(default=1)
    created: Mapped[datetime] = mapped_column(Moment, default=now)
    updated: Mapped[datetime] = mapped_column(Moment, default=now)
    collaboration_id: Mapped[str] = mapped_column(
        ForeignKey("collaboration.id", ondelete="CASCADE")
    )
    organisation_id: Mapped[str] = mapped_column(
        ForeignKey("organisation.id", ondelete="RESTRICT"), index=True
    )
    contact_name: Mapped[str | None]
    contact_email: Mapped[str | None] = mapped_column(index=True)
    contact_phone: Mapped[str | None]
    deputy_name: Mapped[str | None]
    deputy_email: Mapped[str | None]
    language: Mapped[str] = mapped_column(default="da")
