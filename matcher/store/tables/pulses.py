"""Pulses: short readings of how a collaboration is doing."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from sqlalchemy import JSON, ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from matcher.store.tables.base import Base, Moment, new_id, now


class Pulse(Base):
    """One reading: open to answers until it is closed, or its last day has passed."""

    __tablename__ = "pulse"

    id: Mapped[str] = mapped_column(primary_key=True, default=new_id)
    collaboration_id: Mapped[str] = mapped_column(
        ForeignKey("collaboration.id", ondelete="CASCADE"), index=True
    )
    opened: Mapped[date]
    until: Mapped[date]
    opened_by: Mapped[str]
    closed: Mapped[datetime | None] = mapped_column(Moment)


class PulseAnswer(Base):
    """What one party answered; never shown for itself, never in the history.

    `content` has `answers`, a number or None by question, and `open`, the themes that the party
    is ready to lay open where there are fewer than three answers.
    """

    __tablename__ = "pulse_answer"

    pulse_id: Mapped[str] = mapped_column(
        ForeignKey("pulse.id", ondelete="CASCADE"), primary_key=True
    )
    party_id: Mapped[str] = mapped_column(
        ForeignKey("party.id", ondelete="CASCADE"), primary_key=True, index=True
    )
    answered: Mapped[datetime] = mapped_column(Moment, default=now)
    content: Mapped[dict[str, Any]] = mapped_column(JSON)
