"""Where records are known from, kept when a record goes and put back when it returns."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from sqlalchemy import insert, select
from sqlalchemy.orm import InstrumentedAttribute, Session

from matcher.store.tables import CollaborationIdentity, OrganisationIdentity

Identity = type[OrganisationIdentity] | type[CollaborationIdentity]

_TABLES: Mapping[str, tuple[Identity, InstrumentedAttribute[str]]] = {
    "organisation": (OrganisationIdentity, OrganisationIdentity.organisation_id),
    "collaboration": (CollaborationIdentity, CollaborationIdentity.collaboration_id),
}


def of(session: Session, record: str, record_id: str) -> list[list[str]]:
    """[source, id there] of every list that knows the record; none for ties and shortlists."""
    if record not in _TABLES:
        return []
    table, owner = _TABLES[record]
    rows = session.execute(
        select(table.source, table.source_id)
        .where(owner == record_id)
        .order_by(table.source, table.source_id)
    )
    return [[source, source_id] for source, source_id in rows]


def put_back(
    session: Session, record: str, record_id: str, sources: Iterable[Iterable[str]]
) -> None:
    """Let the record be known from these again, but for what means another record by now."""
    if record not in _TABLES:
        return
    table, owner = _TABLES[record]
    wanted = {(source, there) for source, there in sources}
    taken = {
        (source, there)
        for source, there in session.execute(
            select(table.source, table.source_id).where(
                table.source.in_({source for source, _ in wanted}),
                table.source_id.in_({there for _, there in wanted}),
            )
        )
    }
    rows = [
        {"source": source, "source_id": there, owner.key: record_id}
        for source, there in sorted(wanted - taken)
    ]
    if rows:
        session.execute(insert(table), rows)
