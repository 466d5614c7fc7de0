"""Verdicts: what a person said of a suggestion."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import CheckConstraint, ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from matcher.store.tables.base import Base, Moment, new_id, now, one_of

VERDICTS = ("relevant", "not_relevant", "in_touch", "hide")
REASONS = (
    "too_far",
    "other_target_group",
    "other_theme",
    "lacks_capacity",
    "too_busy",
    "tried_before",
    "other",
)


class Verdict(Base):
    """What somebody said of a candidate for an organisation (`asker_id`) or for a brief.

    `reason` says why it is not relevant; it may be empty. There is one verdict on a candidate for
    the same asker or brief: a new one takes the place of the old.
    """

    __tablename__ = "verdict"
    __table_args__ = (
        UniqueConstraint("asker_id", "candidate_id"),
        UniqueConstraint("brief_id", "candidate_id"),
        one_of("verdict", VERDICTS),
        one_of("reason", REASONS),
        CheckConstraint("(asker_id IS NULL) <> (brief_id IS NULL)", name="one_asker"),
        CheckConstraint("verdict = 'not_relevant' OR reason IS NULL", name="why_not"),
        CheckConstraint("asker_id <> candidate_id", name="two_ends"),
    )

    id: Mapped[str] = mapped_column(primary_key=True, default=new_id)
    version: Mapped[int] = mapped_column(default=1)
    asker_id: Mapped[str | None] = mapped_column(ForeignKey("organisation.id", ondelete="RESTRICT"))
    brief_id: Mapped[str | None] = mapped_column(ForeignKey("brief.id", ondelete="RESTRICT"))
    candidate_id: Mapped[str] = mapped_column(
        ForeignKey("organisation.id", ondelete="RESTRICT"), index=True
    )
    verdict: Mapped[str]
    reason: Mapped[str | None]
    note: Mapped[str | None]
    given: Mapped[datetime] = mapped_column(Moment, default=now)
    given_by_id: Mapped[str | None]
    given_by: Mapped[str]
