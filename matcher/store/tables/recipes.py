"""Recipes that were made here, beside those that Samspil comes with."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import Index, text
from sqlalchemy.orm import Mapped, mapped_column

from matcher.store.tables.base import Base, Moment, now


class Recipe(Base):
    """A recipe as its TOML text. At most one is in use; if none is, the shipped one is."""

    __tablename__ = "recipe"
    __table_args__ = (
        Index(
            "uq_recipe_in_use",
            "in_use",
            unique=True,
            sqlite_where=text("in_use"),
            postgresql_where=text("in_use"),
        ),
    )

    name: Mapped[str] = mapped_column(primary_key=True)
    version: Mapped[int] = mapped_column(default=1)
    text: Mapped[str]
    in_use: Mapped[bool] = mapped_column(default=False)
    made: Mapped[datetime] = mapped_column(Moment, default=now)
    made_by: Mapped[str]
