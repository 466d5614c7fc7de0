"""Shortlists, with their entries and the steps taken with each, as documents."""

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
from matcher.store.tables import Shortlist, ShortlistEntry, ShortlistStep
from matcher.store.tables.base import now

_STEP = ("state", "came_from", "by_id", "by", "note", "reason", "judged")
_UNSAID = {"came_from": None, "judged": False}
_FIELDS = ("title", "organisation", "brief")


def read(session: Session, ids: Collection[str] | None) -> dict[str, dict[str, Any]]:
    """The documents of these shortlists, all when `ids` is None; entries in their order."""
    steps = _steps(session, ids)
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
                    "steps": steps.get((row.shortlist_id, row.organisation_id), []),
                },
            )
        )
    statement = select(Shortlist.id, Shortlist.title, Shortlist.organisation_id, Shortlist.brief_id)
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
            {
                "id": k,
                "title": v["title"],
                "organisation_id": v["organisation"],
                "brief_id": v.get("brief"),
            }
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
                brief_id=document.get("brief"),
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
    # With an entry go its steps: they are written anew as well.
    common.replace_rows(session, ShortlistEntry, ShortlistEntry.shortlist_id, documents, rows)
    steps = [
        {
            **{field: {**_UNSAID, **step}[field] for field in _STEP},
            "shortlist_id": owner,
            "organisation_id": entry["organisation"],
            "position": position,
            "day": common.day(step["day"]),
            "next_day": common.day(step["next_day"]),
        }
        for owner, document in documents.items()
        for entry in document["entries"]
        # An entry of the history may be older than steps are.
        for position, step in enumerate(entry.get("steps", ()))
    ]
    if steps:
        session.execute(insert(ShortlistStep), steps)


def _steps(
    session: Session, ids: Collection[str] | None
) -> dict[tuple[str, str], list[dict[str, Any]]]:
    """The steps of each (shortlist, organisation), in their order."""
    found: dict[tuple[str, str], list[dict[str, Any]]] = defaultdict(list)
    statement = select(ShortlistStep).order_by(ShortlistStep.position)
    for (row,) in common.rows_of(session, statement, ShortlistStep.shortlist_id, ids):
        step = {field: getattr(row, field) for field in _STEP}
        dated = {"day": common.iso(row.day), "next_day": common.iso(row.next_day)}
        found[row.shortlist_id, row.organisation_id].append({**step, **dated})
    return found
