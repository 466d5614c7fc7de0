"""Links that let somebody without an account read one thing."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from matcher.store.tables.base import Base, Moment, new_id, now, one_of

SUBJECTS = ("shortlist", "map")


class AccessLink(Base):
    """A read-only link to one shortlist, to the map, or to one saved view of it.

    Only a hash of its token is kept, and of its password if it has one. `embedding` holds the
    addresses of the sites that may show it in a frame, with blanks between; None where none may.
    """

    __tablename__ = "access_link"
    __table_args__ = (one_of("subject", SUBJECTS),)

    id: Mapped[str] = mapped_column(primary_key=True, default=new_id)
    token_hash: Mapped[str] = mapped_column(unique=True)
    subject: Mapped[str]
    subject_id: Mapped[str | None] = mapped_column(index=True)
    label: Mapped[str]
    password_hash: Mapped[str | None]
    embedding: Mapped[str | None]
    created: Mapped[datetime] = mapped_column(Moment, default=now)
    created_by: Mapped[str | None] = mapped_column(ForeignKey("user.id", ondelete="SET NULL"))
    expires: Mapped[datetime] = mapped_column(Moment)
    revoked: Mapped[datetime | None] = mapped_column(Moment)
