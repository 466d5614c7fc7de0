"""The words of the vocabularies."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from matcher.store.tables import Term
from matcher.wording.message import Words


@dataclass(frozen=True, kw_only=True, slots=True)
class TermLine:
    """A word of a vocabulary as a list shows it; `group` is the heading it stands under.

    `ages` are a target group's, from and to, in years; None where they are not known.
    """

    vocabulary: str
    id: str
    words: Words
    group: str | None
    ages: tuple[int | None, int | None] = (None, None)


def terms(session: Session) -> tuple[TermLine, ...]:
    """Every word of every vocabulary, in the order in which they were loaded."""
    rows = session.execute(
        select(
            Term.vocabulary, Term.id, Term.da, Term.en, Term.group, Term.age_from, Term.age_to
        ).order_by(Term.key)
    )
    return tuple(
        TermLine(
            vocabulary=vocabulary,
            id=key,
            words=Words(da=da, en=en),
            group=group,
            ages=(youngest, oldest),
        )
        for vocabulary, key, da, en, group, youngest, oldest in rows
    )
