"""Who changed what and when, and the counter that tells readers to look again."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import JSON, CheckConstraint, ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from matcher.store.tables.base import Base, Moment, now, one_of

ACTIONS = ("created", "updated", "deleted")
RECORDS = (
    "organisation",
    "collaboration",
    "tie",
    "shortlist",
    "user",
    "access_link",
    "term",
    "verdict",
    "brief",
    "recipe",
    "recipe_in_use",
    "view",
    "boundary",
    "partnership",
    "party",
    "purpose",
    "agreement",
    "anchoring_plan",
    "talk",
    "event",
    "intention",
    "personal_link",
)


class Change(Base):
    """One change to one record.

    `before` and `after` hold the fields that differ, as plain JSON; creating has no `before`,
    deleting no `after`. `undoes` names the change that this one takes back; `batch` the import
    that made it.
    """

    __tablename__ = "change"
    __table_args__ = (
        Index("ix_change_record", "record", "record_id", "id"),
        one_of("action", ACTIONS),
        one_of("record", RECORDS),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    at: Mapped[datetime] = mapped_column(Moment, default=now)
    actor_id: Mapped[str | None]
    actor_name: Mapped[str]
    record: Mapped[str]
    record_id: Mapped[str]
    action: Mapped[str]
    before: Mapped[dict[str, Any] | None] = mapped_column(JSON(none_as_null=True))
    after: Mapped[dict[str, Any] | None] = mapped_column(JSON(none_as_null=True))
    undoes: Mapped[int | None] = mapped_column(ForeignKey("change.id"), unique=True)
    batch: Mapped[str | None] = mapped_column(index=True)


class Revision(Base):
    """One row: the number of the newest state of what the landscape reads."""

    __tablename__ = "revision"
    __table_args__ = (CheckConstraint("id = 1", name="one_row"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    number: Mapped[int]


class RevisionChange(Base):
    """An id whose record differs since a revision."""

    __tablename__ = "revision_change"

    number: Mapped[int] = mapped_column(primary_key=True)
    record: Mapped[str] = mapped_column(primary_key=True)
    record_id: Mapped[str] = mapped_column(primary_key=True)
