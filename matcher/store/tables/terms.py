"""The vocabularies: capacities, themes, target groups and kinds of organisation."""

from __future__ import annotations

from sqlalchemy import JSON, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from matcher.store.tables.base import Base, one_of

VOCABULARIES = ("capacity", "theme", "target_group", "kind")


class Term(Base):
    """A word of a vocabulary, with its label in both languages and what else it is called.

    `age_from` and `age_to` are a target group's ages in years, where they are known.
    """

    __tablename__ = "term"
    __table_args__ = (UniqueConstraint("vocabulary", "id"), one_of("vocabulary", VOCABULARIES))

    key: Mapped[int] = mapped_column(primary_key=True)
    vocabulary: Mapped[str]
    id: Mapped[str]
    da: Mapped[str]
    en: Mapped[str]
    synonyms: Mapped[list[str]] = mapped_column(JSON, default=list)
    group: Mapped[str | None]
    age_from: Mapped[int | None]
    age_to: Mapped[int | None]
