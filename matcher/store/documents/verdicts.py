"""Verdicts as documents."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import datetime
from typing import Any

from sqlalchemy import delete as sql_delete
from sqlalchemy import insert, select
from sqlalchemy import update as sql_update
from sqlalchemy.orm import Session

from matcher.store.documents import common
from matcher.store.tables import Verdict

_COLUMNS = {
    "asker": "asker_id",
    "brief": "brief_id",
    "candidate": "candidate_id",
    "verdict": "verdict",
    "reason": "reason",
    "note": "note",
    "given": "given",
    "given_by_id": "given_by_id",
    "given_by": "given_by",
}


def read(session: Session, ids: Collection[str] | None) -> dict[str, dict[str, Any]]:
    """The documents of these verdicts, all when `ids` is None."""
    columns = [getattr(Verdict, column) for column in _COLUMNS.values()]
    return {
        row[0]: {
            field: value.isoformat() if field == "given" else value
            for field, value in zip(_COLUMNS, row[1:], strict=True)
        }
        for row in common.rows_of(session, select(Verdict.id, *columns), Verdict.id, ids)
    }


def create(session: Session, documents: Mapping[str, Mapping[str, Any]]) -> None:
    """Insert verdicts that are not there yet."""
    session.execute(insert(Verdict), [{"id": k, **_row(v)} for k, v in documents.items()])


def update(
    session: Session,
    documents: Mapping[str, Mapping[str, Any]],
    before: Mapping[str, Mapping[str, Any]],
) -> None:
    """Make verdicts that are there be as the documents say, one version later."""
    del before
    session.execute(sql_update(Verdict), [{"id": k, **_row(v)} for k, v in documents.items()])
    for some in common.chunks(documents):
        session.execute(
            sql_update(Verdict)
            .where(Verdict.id.in_(some))
            .values(version=Verdict.version + 1)
            .execution_options(synchronize_session=False)
        )


def delete(session: Session, ids: Collection[str]) -> None:
    """Delete verdicts."""
    for some in common.chunks(ids):
        session.execute(sql_delete(Verdict).where(Verdict.id.in_(some)))


def _row(document: Mapping[str, Any]) -> dict[str, Any]:
    return {
        column: datetime.fromisoformat(document[field]) if field == "given" else document[field]
        for field, column in _COLUMNS.items()
    }
