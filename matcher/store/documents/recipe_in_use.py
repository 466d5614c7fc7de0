"""Which recipe is in use, as a record of its own, so that going from one to another is one change.

There is at most one such record. Where there is none, the recipe that Samspil comes with is used.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Any

from sqlalchemy import select
from sqlalchemy import update as sql_update
from sqlalchemy.orm import Session

from matcher.store.tables import Recipe

ID = "recipe"
"""The id of the one record."""


def read(session: Session, ids: Collection[str] | None) -> dict[str, dict[str, Any]]:
    """The record under its id; nothing when no recipe is in use or another id is asked for."""
    if ids is not None and ID not in ids:
        return {}
    name = session.execute(select(Recipe.name).where(Recipe.in_use)).scalar_one_or_none()
    return {} if name is None else {ID: {"name": name}}


def create(session: Session, documents: Mapping[str, Mapping[str, Any]]) -> None:
    """Take the recipe into use that the record names; ValueError for another id than ID."""
    if set(documents) != {ID}:
        raise ValueError(f"there is one record only, {ID}")
    _use(session, documents[ID]["name"])


def update(
    session: Session,
    documents: Mapping[str, Mapping[str, Any]],
    before: Mapping[str, Mapping[str, Any]],
) -> None:
    """Take another recipe into use."""
    del before
    create(session, documents)


def delete(session: Session, ids: Collection[str]) -> None:
    """Use no recipe that was made here."""
    del ids
    _use(session, None)


def _use(session: Session, name: str | None) -> None:
    """First none, then the one: there are never two at a time."""
    statement = sql_update(Recipe).execution_options(synchronize_session=False)
    session.execute(statement.where(Recipe.in_use).values(in_use=False))
    if name is not None:
        session.execute(statement.where(Recipe.name == name).values(in_use=True))
