"""What a collaboration is for: each party's answer, the text they agree on, who confirmed it."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import JSON, ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from matcher.store.tables.base import Base, Moment, now


class Purpose(Base):
    """The text that the parties agree on. `id` is the collaboration's.

    `content` has it by question, how the target group was heard, whether the answers are laid open,
    and `edition`: the number of the text, which confirmations name.
    """

    __tablename__ = "purpose"

    id: Mapped[str] = mapped_column(
        ForeignKey("collaboration.id", ondelete="CASCADE"), primary_key=True
    )
    version: Mapped[int] = mapped_column(default=1)
    created: Mapped[datetime] = mapped_column(Moment, default=now)
    updated: Mapped[datetime] = mapped_column(Moment, default=now)
    content: Mapped[dict[str, Any]] = mapped_column(JSON)


class PurposeAnswer(Base):
    """What one party answered, by question; never in the history, which others read.

    `answered` is None while it is a draft, which only the party itself sees. `content` is what
    `matcher.partnership.purpose.Answer` holds.
    """

    __tablename__ = "purpose_answer"

    party_id: Mapped[str] = mapped_column(
        ForeignKey("party.id", ondelete="CASCADE"), primary_key=True
    )
    answered: Mapped[datetime | None] = mapped_column(Moment)
    name: Mapped[str]
    content: Mapped[dict[str, Any]] = mapped_column(JSON)


class PurposeConfirmation(Base):
    """That a party confirmed an edition of the text."""

    __tablename__ = "purpose_confirmation"

    party_id: Mapped[str] = mapped_column(
        ForeignKey("party.id", ondelete="CASCADE"), primary_key=True
    )
    edition: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    confirmed: Mapped[datetime] = mapped_column(Moment, default=now)
    name: Mapped[str]
