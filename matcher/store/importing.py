"""What an import needs to know of the records beside their documents, and writes beside them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from sqlalchemy import insert, select
from sqlalchemy.orm import InstrumentedAttribute, Session

from matcher.store.tables import CollaborationIdentity, OrganisationIdentity, Term

Identity = tuple[str, str]
"""A source and what it calls a record."""

_IDENTITIES: Mapping[
    str,
    tuple[
        type[OrganisationIdentity] | type[CollaborationIdentity], InstrumentedAttribute[str], str
    ],
] = {
    "organisation": (
        OrganisationIdentity,
        OrganisationIdentity.organisation_id,
        "organisation_id",
    ),
    "collaboration": (
        CollaborationIdentity,
        CollaborationIdentity.collaboration_id,
        "collaboration_id",
    ),
}


@dataclass(frozen=True, kw_only=True, slots=True)
class TermWords:
    """A term with all that it is called."""

    vocabulary: str
    id: str
    da: str
    en: str
    synonyms: tuple[str, ...]


def identities(session: Session, record: str) -> dict[Identity, str]:
    """The record that each source means by each of its ids."""
    table, owner, _ = _IDENTITIES[record]
    rows = session.execute(select(table.source, table.source_id, owner))
    return {(source, source_id): record_id for source, source_id, record_id in rows}


def add_identities(session: Session, record: str, new: Mapping[Identity, str]) -> None:
    """Remember what sources call records; one that is known already is an IntegrityError."""
    table, _, owner = _IDENTITIES[record]
    rows = [
        {"source": source, "source_id": source_id, owner: record_id}
        for (source, source_id), record_id in new.items()
    ]
    if rows:
        session.execute(insert(table), rows)


def term_words(session: Session) -> tuple[TermWords, ...]:
    """Every term with its labels and synonyms, in the order in which they were loaded."""
    rows = session.execute(
        select(Term.vocabulary, Term.id, Term.da, Term.en, Term.synonyms).order_by(Term.key)
    )
    return tuple(
        TermWords(vocabulary=vocabulary, id=key, da=da, en=en, synonyms=tuple(synonyms))
        for vocabulary, key, da, en, synonyms in rows
    )
