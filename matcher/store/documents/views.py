"""Saved views of the map as documents: title, note, and what and how it shows."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Any

from sqlalchemy import delete as sql_delete
from sqlalchemy import insert, select
from sqlalchemy import update as sql_update
from sqlalchemy.orm import Session

from matcher.store.documents import common
from matcher.store.tables import SavedView
from matcher.store.tables.base import now

CONTENT: Mapping[str, Any] = {
    "conditions": {},
    "look": {},
    "hidden": [],
    "selected": [],
    "notes": [],
    "window": None,
}
"""What a view shows, and how, when nothing is said of it.

`conditions` and `look` hold texts by the names that addresses use; `hidden` and `selected` ids of
organisations; `notes` texts with their places; `window` the part of the picture that is seen.
"""

EMPTY: Mapping[str, Any] = {"title": None, "note": None, **CONTENT}


def read(session: Session, ids: Collection[str] | None) -> dict[str, dict[str, Any]]:
    """The documents of these views, all when `ids` is None."""
    statement = select(SavedView.id, SavedView.title, SavedView.note, SavedView.content)
    return {
        key: {**EMPTY, **content, "title": title, "note": note}
        for key, title, note, content in common.rows_of(session, statement, SavedView.id, ids)
    }


def create(session: Session, documents: Mapping[str, Mapping[str, Any]]) -> None:
    """Insert views that are not there yet."""
    session.execute(insert(SavedView), [{"id": k, **_row(v)} for k, v in documents.items()])


def update(
    session: Session,
    documents: Mapping[str, Mapping[str, Any]],
    before: Mapping[str, Mapping[str, Any]],
) -> None:
    """Make views that are there be as the documents say, one version later."""
    del before
    for key, document in documents.items():
        session.execute(
            sql_update(SavedView)
            .where(SavedView.id == key)
            .values(**_row(document), version=SavedView.version + 1, updated=now())
            .execution_options(synchronize_session=False)
        )


def delete(session: Session, ids: Collection[str]) -> None:
    """Delete views."""
    session.execute(sql_delete(SavedView).where(SavedView.id.in_(ids)))


def _row(document: Mapping[str, Any]) -> dict[str, Any]:
    return {
        "title": document["title"],
        "note": document["note"],
        "content": {field: document[field] for field in CONTENT},
    }
