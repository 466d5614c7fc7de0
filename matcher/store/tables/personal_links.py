"""Personal links: signed addresses by which somebody without an account does their part."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from matcher.store.tables.base import Base, Moment, new_id, now, one_of

PURPOSES = ("party", "event", "calendar")


class PersonalLink(Base):
    """A link for one party, for signing up to one event, or to one user's calendar.

    The address carries the signed id, so it can be shown and sent again; expiry and withdrawal
    stand here.
    """

    __tablename__ = "personal_link"
    __table_args__ = (
        one_of("subject", PURPOSES),
        Index("ix_personal_link_subject", "subject", "subject_id"),
    )

    id: Mapped[str] = mapped_column(primary_key=True, default=new_id)
    subject: Mapped[str]
    subject_id: Mapped[str]
    created: Mapped[datetime] = mapped_column(Moment, default=now)
    created_by: Mapped[str | None] = mapped_column(ForeignKey("user.id", ondelete="SET NULL"))
    expires: Mapped[datetime] = mapped_column(Moment)
    revoked: Mapped[datetime | None] = mapped_column(Moment)
