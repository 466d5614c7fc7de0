"""Recipes as documents, by their names."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import datetime
from typing import Any

from sqlalchemy import delete as sql_delete
from sqlalchemy import insert, select
from sqlalchemy import update as sql_update
from sqlalchemy.orm import Session

from matcher.store.documents import common
from matcher.store.tables import Recipe


def read(session: Session, ids: Collection[str] | None) -> dict[str, dict[str, Any]]:
    """The documents of these recipes, all when `ids` is None."""
    statement = select(Recipe.name, Recipe.text, Recipe.made, Recipe.made_by)
    return {
        name: {"text": text, "made": made.isoformat(), "made_by": made_by}
        for name, text, made, made_by in common.rows_of(session, statement, Recipe.name, ids)
    }


def create(session: Session, documents: Mapping[str, Mapping[str, Any]]) -> None:
    """Insert recipes that are not there yet; none of them is in use."""
    session.execute(insert(Recipe), [{"name": k, **_row(v)} for k, v in documents.items()])


def update(
    session: Session,
    documents: Mapping[str, Mapping[str, Any]],
    before: Mapping[str, Mapping[str, Any]],
) -> None:
    """Make recipes that are there be as the documents say, one version later."""
    del before
    for name, document in documents.items():
        session.execute(
            sql_update(Recipe)
            .where(Recipe.name == name)
            .values(**_row(document), version=Recipe.version + 1)
            .execution_options(synchronize_session=False)
        )


def delete(session: Session, ids: Collection[str]) -> None:
    """Delete recipes."""
    session.execute(sql_delete(Recipe).where(Recipe.name.in_(ids)))


def _row(document: Mapping[str, Any]) -> dict[str, Any]:
    return {**document, "made": datetime.fromisoformat(document["made"])}
