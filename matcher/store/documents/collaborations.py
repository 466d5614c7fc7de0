"""Collaborations, with their participants, as documents."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping
from typing import Any

from sqlalchemy import delete as sql_delete
from sqlalchemy import insert, select
from sqlalchemy import update as sql_update
from sqlalchemy.orm import Session

from matcher.store.documents import common
from matcher.store.tables import Collaboration, CollaborationInterest, Participation
from matcher.store.tables.base import now
from matcher.text import danish_key, fold

PLAIN = (
    "title",
    "start",
    "end",
    "purpose",
    "area",
    "funding_source",
    "funding_amount",
    "funding_end",
    "agreement",
)
EMPTY: Mapping[str, Any] = {
    **dict.fromkeys(PLAIN),
    "themes": [],
    "target_groups": [],
    "participants": [],
}
LANDSCAPE = frozenset(
    {
        "title",
        "start",
        "end",
        "purpose",
        "area",
        "funding_source",
        "funding_end",
        "agreement",
        "themes",
        "target_groups",
        "participants",
    }
)
_DATES = frozenset({"start", "end", "funding_end"})


def read(session: Session, ids: Collection[str] | None) -> dict[str, dict[str, Any]]:
    """The documents of these collaborations, all when `ids` is None."""
    columns = [getattr(Collaboration, field) for field in PLAIN]
    interests = common.interests(
        session,
        CollaborationInterest.collaboration_id,
        CollaborationInterest.term_key,
        ids,
    )
    participants = _participants(session, ids)
    return {
        row[0]: {
            **{
                field: common.iso(value) if field in _DATES else value
                for field, value in zip(PLAIN, row[1:], strict=True)
            },
            "themes": [],
            "target_groups": [],
            **interests.get(row[0], {}),
            "participants": participants.get(row[0], []),
        }
        for row in common.rows_of(
            session, select(Collaboration.id, *columns), Collaboration.id, ids
        )
    }


def create(session: Session, documents: Mapping[str, Mapping[str, Any]]) -> None:
    """Insert collaborations that are not there yet."""
    session.execute(insert(Collaboration), [{"id": k, **_row(v)} for k, v in documents.items()])
    _write_lists(session, documents)


def update(
    session: Session,
    documents: Mapping[str, Mapping[str, Any]],
    before: Mapping[str, Mapping[str, Any]],
) -> None:
    """Make collaborations that are there be as the documents say, one version later."""
    session.execute(sql_update(Collaboration), [{"id": k, **_row(v)} for k, v in documents.items()])
    for some in common.chunks(documents):
        session.execute(
            sql_update(Collaboration)
            .where(Collaboration.id.in_(some))
            .values(version=Collaboration.version + 1, updated=now())
            .execution_options(synchronize_session=False)
        )
    lists = ("themes", "target_groups", "participants")
    _write_lists(
        session,
        {k: v for k, v in documents.items() if any(v[f] != before[k][f] for f in lists)},
    )


def delete(session: Session, ids: Collection[str]) -> None:
    """Delete collaborations with their participations."""
    session.execute(sql_delete(Collaboration).where(Collaboration.id.in_(ids)))


def _participants(session: Session, ids: Collection[str] | None) -> dict[str, list[Any]]:
    found: dict[str, list[Any]] = defaultdict(list)
    statement = select(
        Participation.collaboration_id,
        Participation.organisation_id,
        Participation.role,
        Participation.since,
        Participation.until,
    ).order_by(Participation.organisation_id)
    for owner, organisation, role, since, until in common.rows_of(
        session, statement, Participation.collaboration_id, ids
    ):
        found[owner].append(
            {
                "organisation": organisation,
                "role": role,
                "since": common.iso(since),
                "until": common.iso(until),
            }
        )
    return {k: sorted(v, key=lambda p: str(p["organisation"])) for k, v in found.items()}


def _row(document: Mapping[str, Any]) -> dict[str, Any]:
    return {
        **{
            field: common.day(document[field]) if field in _DATES else document[field]
            for field in PLAIN
        },
        "title_folded": fold(document["title"]),
        "title_sort": danish_key(document["title"]),
    }


def _write_lists(session: Session, documents: Mapping[str, Mapping[str, Any]]) -> None:
    participations = [
        {
            "collaboration_id": owner,
            "organisation_id": item["organisation"],
            "role": item["role"],
            "since": common.day(item["since"]),
            "until": common.day(item["until"]),
        }
        for owner, document in documents.items()
        for item in document["participants"]
    ]
    common.replace_rows(
        session, Participation, Participation.collaboration_id, documents, participations
    )
    common.replace_rows(
        session,
        CollaborationInterest,
        CollaborationInterest.collaboration_id,
        documents,
        common.interest_rows(documents, "collaboration_id", common.term_keys(session)),
    )
