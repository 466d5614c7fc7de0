"""Links that let somebody without an account read one thing."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from matcher.store.tables.base import Base, Moment, new_id, now, one_of

SUBJECTS = ("shortlist", "map")


class AccessLink(Base):
    """A read-only link to one shortlist or to the map; only a hash of its token is kept."""

    __tablename__ = "access_link"
    __table_args__ = (one_of("subject", SUBJECTS),)

    id: Mapped[str] = mapped_column(primary_key=True, default=new_id)
    token_hash: Mapped[str] = mapped_column(unique=True)
    subject: Mapped[str]
    subject_id: Mapped[str | None] = mapped_column(index=True)
    label: Mapped[str]
    created: Mapped[datetime] = mapped_column(Moment, default=now)
    created_by: Mapped[str | None] = mapped_column(ForeignKey("user.id", ondelete="SET NULL"))
    expires: Mapped[datetime] = mapped_column(Moment)
    revoked: Mapped[datetime | None] = mapped_column(Moment)
