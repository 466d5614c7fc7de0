"""The vocabularies in the database: loading the shipped ones, adding words that turn up."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Protocol

from sqlalchemy import insert, select, update
from sqlalchemy.orm import Session

from matcher.store.tables import Term


class TermLike(Protocol):
    """A word of a vocabulary, as it is shipped."""

    @property
    def vocabulary(self) -> str: ...
    @property
    def id(self) -> str: ...
    @property
    def da(self) -> str: ...
    @property
    def en(self) -> str: ...
    @property
    def synonyms(self) -> tuple[str, ...]: ...
    @property
    def group(self) -> str: ...
    @property
    def ages(self) -> tuple[int | None, int | None]: ...


def load_terms(session: Session, terms: Iterable[TermLike]) -> list[str]:
    """Add terms that are missing and renew those that ship with other labels.

    Words that were added here stay. Returns the ids of terms that are new or have another label,
    so that the landscape can be told.
    """
    known = {(t.vocabulary, t.id): t for t in session.scalars(select(Term))}
    new: list[dict[str, object]] = []
    changed: list[dict[str, object]] = []
    for term in terms:
        values: dict[str, object] = {
            "vocabulary": term.vocabulary,
            "id": term.id,
            "da": term.da,
            "en": term.en,
            "synonyms": list(term.synonyms),
            "group": term.group or None,
            "age_from": term.ages[0],
            "age_to": term.ages[1],
        }
        there = known.get((term.vocabulary, term.id))
        if there is None:
            new.append(values)
        elif any(getattr(there, field) != value for field, value in values.items()):
            changed.append({"key": there.key, **values})
    if new:
        session.execute(insert(Term), new)
    if changed:
        session.execute(update(Term), changed)
    return [str(term["id"]) for term in [*new, *changed]]
