"""How an activity goes on when its money ends: the plan, and the talks about it."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import JSON, ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from matcher.store.tables.base import Base, Moment, new_id, now


class AnchoringPlan(Base):
    """The answers to the plan's questions, and further grants. `id` is the collaboration's."""

    __tablename__ = "anchoring_plan"

    id: Mapped[str] = mapped_column(
        ForeignKey("collaboration.id", ondelete="CASCADE"), primary_key=True
    )
    version: Mapped[int] = mapped_column(default=1)
    created: Mapped[datetime] = mapped_column(Moment, default=now)
    updated: Mapped[datetime] = mapped_column(Moment, default=now)
    content: Mapped[dict[str, Any]] = mapped_column(JSON)


class Talk(Base):
    """A talk that was held, with its log and its decisions. When talks fall due is a rule."""

    __tablename__ = "talk"

    id: Mapped[str] = mapped_column(primary_key=True, default=new_id)
    version: Mapped[int] = mapped_column(default=1)
    created: Mapped[datetime] = mapped_column(Moment, default=now)
    updated: Mapped[datetime] = mapped_column(Moment, default=now)
    collaboration_id: Mapped[str] = mapped_column(
        ForeignKey("collaboration.id", ondelete="CASCADE"), index=True
    )
    content: Mapped[dict[str, Any]] = mapped_column(JSON)
