"""The written frames of a collaboration: the draft, its versions, who accepted which."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import JSON, ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from matcher.store.tables.base import Base, Moment, new_id, now


class Agreement(Base):
    """The draft that is being written, by section. `id` is the collaboration's."""

    __tablename__ = "agreement"

    id: Mapped[str] = mapped_column(
        ForeignKey("collaboration.id", ondelete="CASCADE"), primary_key=True
    )
    version: Mapped[int] = mapped_column(default=1)
    created: Mapped[datetime] = mapped_column(Moment, default=now)
    updated: Mapped[datetime] = mapped_column(Moment, default=now)
    content: Mapped[dict[str, Any]] = mapped_column(JSON)


class AgreementVersion(Base):
    """An agreement as it was laid before the parties: whole, and never changed.

    `content` holds all that it says, also parties, contacts and purpose as they were that day.
    """

    __tablename__ = "agreement_version"
    __table_args__ = (UniqueConstraint("collaboration_id", "number"),)

    id: Mapped[str] = mapped_column(primary_key=True, default=new_id)
    collaboration_id: Mapped[str] = mapped_column(
        ForeignKey("collaboration.id", ondelete="CASCADE")
    )
    number: Mapped[int]
    made: Mapped[datetime] = mapped_column(Moment, default=now)
    made_by: Mapped[str]
    content: Mapped[dict[str, Any]] = mapped_column(JSON)


class Acceptance(Base):
    """That a party accepted a version of the agreement, in whose name and when."""

    __tablename__ = "acceptance"

    agreement_version_id: Mapped[str] = mapped_column(
        ForeignKey("agreement_version.id", ondelete="CASCADE"), primary_key=True
    )
    party_id: Mapped[str] = mapped_column(
        ForeignKey("party.id", ondelete="CASCADE"), primary_key=True, index=True
    )
    accepted: Mapped[datetime] = mapped_column(Moment, default=now)
    name: Mapped[str]


class AgreementRemark(Base):
    """What a party would have changed in a version before it accepts; one a party and version."""

    __tablename__ = "agreement_remark"

    agreement_version_id: Mapped[str] = mapped_column(
        ForeignKey("agreement_version.id", ondelete="CASCADE"), primary_key=True
    )
    party_id: Mapped[str] = mapped_column(
        ForeignKey("party.id", ondelete="CASCADE"), primary_key=True, index=True
    )
    said: Mapped[datetime] = mapped_column(Moment, default=now)
    text: Mapped[str]
