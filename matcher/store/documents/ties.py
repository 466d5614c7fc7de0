"""Reported ties as documents."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Any

from sqlalchemy import delete as sql_delete
from sqlalchemy import insert, select
from sqlalchemy import update as sql_update
from sqlalchemy.orm import Session

from matcher.store.documents import common
from matcher.store.tables import Tie
from matcher.store.tables.base import now

_COLUMNS = {
    "a": "a_id",
    "b": "b_id",
    "kind": "kind",
    "source": "source",
    "reporter": "reporter",
    "date": "date",
    "end": "end",
    "confidence": "confidence",
}
_DATES = frozenset({"date", "end"})
LANDSCAPE = frozenset({"a", "b", "kind", "date", "end", "confidence", "source"})


def read(session: Session, ids: Collection[str] | None) -> dict[str, dict[str, Any]]:
    """The documents of these ties, all when `ids` is None."""
    columns = [getattr(Tie, column) for column in _COLUMNS.values()]
    return {
        row[0]: {
            field: common.iso(value) if field in _DATES else value
            for field, value in zip(_COLUMNS, row[1:], strict=True)
        }
        for row in common.rows_of(session, select(Tie.id, *columns), Tie.id, ids)
    }


def create(session: Session, documents: Mapping[str, Mapping[str, Any]]) -> None:
    """Insert ties that are not there yet."""
    session.execute(insert(Tie), [{"id": k, **_row(v)} for k, v in documents.items()])


def update(
    session: Session,
    documents: Mapping[str, Mapping[str, Any]],
    before: Mapping[str, Mapping[str, Any]],
) -> None:
    """Make ties that are there be as the documents say, one version later."""
    del before
    session.execute(sql_update(Tie), [{"id": k, **_row(v)} for k, v in documents.items()])
    for some in common.chunks(documents):
        session.execute(
            sql_update(Tie)
            .where(Tie.id.in_(some))
            .values(version=Tie.version + 1, updated=now())
            .execution_options(synchronize_session=False)
        )


def delete(session: Session, ids: Collection[str]) -> None:
    """Delete ties."""
    session.execute(sql_delete(Tie).where(Tie.id.in_(ids)))


def _row(document: Mapping[str, Any]) -> dict[str, Any]:
    return {
        column: common.day(document[field]) if field in _DATES else document[field]
        for field, column in _COLUMNS.items()
    }
