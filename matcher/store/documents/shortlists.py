"""Shortlists, with their entries, as documents."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping
from datetime import datetime
from typing import Any

from sqlalchemy import delete as sql_delete
from sqlalchemy import insert, select
from sqlalchemy import update as sql_update
from sqlalchemy.orm import Session

from matcher.store.documents import common
from matcher.store.tables import Shortlist, ShortlistEntry
from matcher.store.tables.base import now

_FIELDS = ("title", "organisation")


def read(session: Session, ids: Collection[str] | None) -> dict[str, dict[str, Any]]:
    """The documents of these shortlists, all when `ids` is None; entries in their order."""
    entries: dict[str, list[Any]] = defaultdict(list)
    for entry in common.rows_of(session, select(ShortlistEntry), ShortlistEntry.shortlist_id, ids):
        row = entry[0]
        entries[row.shortlist_id].append(
            (
                row.position,
                {
                    "organisation": row.organisation_id,
                    "status": row.status,
                    "note": row.note,
                    "added": row.added.isoformat(),
                    "why": row.why,
                },
            )
        )
    statement = select(Shortlist.id, Shortlist.title, Shortlist.organisation_id)
    return {
        row[0]: {
            **dict(zip(_FIELDS, row[1:], strict=True)),
            "entries": [item for _, item in sorted(entries[row[0]], key=lambda pair: pair[0])],
        }
        for row in common.rows_of(session, statement, Shortlist.id, ids)
    }


def create(session: Session, documents: Mapping[str, Mapping[str, Any]]) -> None:
    """Insert shortlists that are not there yet."""
    session.execute(
        insert(Shortlist),
        [
            {"id": k, "title": v["title"], "organisation_id": v["organisation"]}
            for k, v in documents.items()
        ],
    )
    _write_entries(session, documents)


def update(
    session: Session,
    documents: Mapping[str, Mapping[str, Any]],
    before: Mapping[str, Mapping[str, Any]],
) -> None:
    """Make shortlists that are there be as the documents say, one version later."""
    del before
    for key, document in documents.items():
        session.execute(
            sql_update(Shortlist)
            .where(Shortlist.id == key)
            .values(
                title=document["title"],
                organisation_id=document["organisation"],
                version=Shortlist.version + 1,
                updated=now(),
            )
            .execution_options(synchronize_session=False)
        )
    _write_entries(session, documents)


def delete(session: Session, ids: Collection[str]) -> None:
    """Delete shortlists with their entries."""
    session.execute(sql_delete(Shortlist).where(Shortlist.id.in_(ids)))


def _write_entries(session: Session, documents: Mapping[str, Mapping[str, Any]]) -> None:
    rows = [
        {
            "shortlist_id": owner,
            "organisation_id": entry["organisation"],
            "position": position,
            "status": entry["status"],
            "note": entry["note"],
            "added": datetime.fromisoformat(entry["added"]),
            "why": entry["why"],
        }
        for owner, document in documents.items()
        for position, entry in enumerate(document["entries"])
    ]
    common.replace_rows(session, ShortlistEntry, ShortlistEntry.shortlist_id, documents, rows)
