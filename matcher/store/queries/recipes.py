"""The recipes that were made here, and which of them is in use."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Select, select
from sqlalchemy.orm import Session

from matcher.store.tables import Recipe


@dataclass(frozen=True, kw_only=True, slots=True)
class RecipeLine:
    """A recipe as it is kept; `made` and `made_by` are of its newest text."""

    name: str
    version: int
    text: str
    in_use: bool
    made: datetime
    made_by: str


def lines(session: Session) -> tuple[RecipeLine, ...]:
    """All recipes by name."""
    found = session.execute(_columns().order_by(Recipe.name))
    return tuple(RecipeLine(**row._mapping) for row in found)


def line(session: Session, name: str) -> RecipeLine | None:
    """One recipe; None if there is none of that name."""
    row = session.execute(_columns().where(Recipe.name == name)).one_or_none()
    return None if row is None else RecipeLine(**row._mapping)


def in_use(session: Session) -> RecipeLine | None:
    """The recipe that is in use; None when none of these is."""
    row = session.execute(_columns().where(Recipe.in_use)).one_or_none()
    return None if row is None else RecipeLine(**row._mapping)


def _columns() -> Select[str, int, str, bool, datetime, str]:
    return select(
        Recipe.name, Recipe.version, Recipe.text, Recipe.in_use, Recipe.made, Recipe.made_by
    )
