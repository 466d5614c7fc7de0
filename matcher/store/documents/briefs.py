"""Briefs as documents: the title, and the keys of a brief's file with ids for names."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Any

from sqlalchemy import delete as sql_delete
from sqlalchemy import insert, select
from sqlalchemy import update as sql_update
from sqlalchemy.orm import Session

from matcher.store.documents import common
from matcher.store.tables import Brief
from matcher.store.tables.base import now

CONTENT: Mapping[str, Any] = {
    "purpose": "",
    "themes": [],
    "target_groups": [],
    "needs": [],
    "area": None,
    "near": None,
    "funding_source": None,
    "asker": None,
    "members": [],
    "sectors": [],
    "exclude": [],
    "slots": [],
}
"""What is looked for, when nothing is said of it."""

EMPTY: Mapping[str, Any] = {"title": None, **CONTENT}


def read(session: Session, ids: Collection[str] | None) -> dict[str, dict[str, Any]]:
    """The documents of these briefs, all when `ids` is None."""
    statement = select(Brief.id, Brief.title, Brief.content)
    return {
        key: {**EMPTY, **content, "title": title}
        for key, title, content in common.rows_of(session, statement, Brief.id, ids)
    }


def create(session: Session, documents: Mapping[str, Mapping[str, Any]]) -> None:
    """Insert briefs that are not there yet."""
    session.execute(insert(Brief), [{"id": k, **_row(v)} for k, v in documents.items()])


def update(
    session: Session,
    documents: Mapping[str, Mapping[str, Any]],
    before: Mapping[str, Mapping[str, Any]],
) -> None:
    """Make briefs that are there be as the documents say, one version later."""
    del before
    for key, document in documents.items():
        session.execute(
            sql_update(Brief)
            .where(Brief.id == key)
            .values(**_row(document), version=Brief.version + 1, updated=now())
            .execution_options(synchronize_session=False)
        )


def delete(session: Session, ids: Collection[str]) -> None:
    """Delete briefs; one that verdicts refer to is an IntegrityError."""
    session.execute(sql_delete(Brief).where(Brief.id.in_(ids)))


def _row(document: Mapping[str, Any]) -> dict[str, Any]:
    return {
        "title": document["title"],
        "content": {field: document[field] for field in CONTENT},
    }
