"""Steps that the kinds of document share."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from datetime import date
from typing import Any

from sqlalchemy import Select, delete, insert, select
from sqlalchemy.orm import InstrumentedAttribute, Session

from matcher.store.tables import Base, Term

# SQLite takes 32,766 values in a statement; a chunk stays well below.
_CHUNK = 10_000


def iso(day: date | None) -> str | None:
    """A date as a document holds it."""
    return None if day is None else day.isoformat()


def day(text: str | None) -> date | None:
    """A document's date as the table holds it."""
    return None if text is None else date.fromisoformat(text)


def chunks(ids: Collection[str]) -> Iterable[list[str]]:
    """The ids in portions that a statement can take."""
    listed = list(ids)
    return (listed[at : at + _CHUNK] for at in range(0, len(listed), _CHUNK))


def rows_of(
    session: Session,
    statement: Select[*tuple[Any, ...]],
    column: InstrumentedAttribute[Any],
    ids: Collection[str] | None,
) -> list[Any]:
    """The statement's rows, all or only those whose column is among the ids."""
    if ids is None:
        return list(session.execute(statement))
    return [
        row for some in chunks(ids) for row in session.execute(statement.where(column.in_(some)))
    ]


def interests(
    session: Session,
    owner: InstrumentedAttribute[str],
    term_key: InstrumentedAttribute[int],
    ids: Collection[str] | None,
) -> dict[str, dict[str, list[str]]]:
    """Per owner its sorted `themes` and `target_groups` as term ids."""
    found: dict[str, dict[str, list[str]]] = defaultdict(
        lambda: {"themes": [], "target_groups": []}
    )
    statement = select(owner, Term.vocabulary, Term.id).join(Term, Term.key == term_key)
    for owner_id, vocabulary, term in rows_of(session, statement, owner, ids):
        found[owner_id]["themes" if vocabulary == "theme" else "target_groups"].append(term)
    return {k: {field: sorted(terms) for field, terms in v.items()} for k, v in found.items()}


def term_keys(session: Session) -> dict[tuple[str, str], int]:
    """The key of each (vocabulary, id)."""
    return {
        (vocabulary, term): key
        for key, vocabulary, term in session.execute(select(Term.key, Term.vocabulary, Term.id))
    }


def replace_rows(
    session: Session,
    table: type[Base],
    owner: InstrumentedAttribute[str],
    owners: Collection[str],
    rows: list[dict[str, Any]],
) -> None:
    """Make these the only rows of their owners."""
    for some in chunks(owners):
        session.execute(delete(table).where(owner.in_(some)))
    if rows:
        session.execute(insert(table), rows)


def interest_rows(
    documents: Mapping[str, Mapping[str, Any]], owner: str, keys: Mapping[tuple[str, str], int]
) -> list[dict[str, Any]]:
    """The rows that hold the documents' themes and target groups."""
    return [
        {owner: owner_id, "term_key": keys[vocabulary, term]}
        for owner_id, document in documents.items()
        for vocabulary, field in (("theme", "themes"), ("target_group", "target_groups"))
        for term in document[field]
    ]
