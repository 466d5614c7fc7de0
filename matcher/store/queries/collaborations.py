"""Finding collaborations by title, by where they stand in time and by their agreement."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any, Literal

from sqlalchemy import ColumnElement, Select, and_, case, func, or_, select
from sqlalchemy.orm import Session

from matcher.store.queries.sought import words
from matcher.store.tables import Collaboration, CollaborationIdentity, Organisation, Participation

When = Literal["", "current", "planned", "past", "expiring"]


@dataclass(frozen=True, kw_only=True, slots=True)
class CollaborationFilter:
    """What a list of collaborations is narrowed to; empty text is no condition.

    `text` are words that all stand in the title. `when` is seen from the day `as_of`: "planned"
    has not begun, "current" has and has not ended, "past" has ended; "expiring" has not, but
    ends or loses its funding from then to `expiring_until`. `agreement` is one of the agreement's
    states or "unknown".
    """

    as_of: date
    expiring_until: date
    text: str = ""
    when: When = ""
    agreement: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class CollaborationLine:
    """A collaboration as a list shows it; `partners` are names in Danish order."""

    id: str
    title: str
    start: date | None
    end: date | None
    funding_source: str | None
    funding_end: date | None
    agreement: str | None
    partners: tuple[str, ...]


def count(session: Session, wanted: CollaborationFilter) -> int:
    """How many collaborations fit."""
    statement = _where(select(func.count(Collaboration.id)), wanted)
    return int(session.execute(statement).scalar_one())


def lines(
    session: Session, wanted: CollaborationFilter, *, offset: int = 0, limit: int = 50
) -> tuple[CollaborationLine, ...]:
    """The collaborations that fit, in Danish order of their titles.

    Expiring ones come in the order in which they expire.
    """
    statement = _where(select(Collaboration), wanted)
    if wanted.when == "expiring":
        statement = statement.order_by(_expires(wanted.as_of))
    found = session.scalars(
        statement.order_by(Collaboration.title_sort, Collaboration.id).offset(offset).limit(limit)
    ).all()
    partners = _partners(session, [each.id for each in found])
    return tuple(
        CollaborationLine(
            id=each.id,
            title=each.title,
            start=each.start,
            end=each.end,
            funding_source=each.funding_source,
            funding_end=each.funding_end,
            agreement=each.agreement,
            partners=tuple(partners.get(each.id, ())),
        )
        for each in found
    )


def version(session: Session, collaboration_id: str) -> int | None:
    """How many times the record was written; None if there is no such collaboration."""
    return session.execute(
        select(Collaboration.version).where(Collaboration.id == collaboration_id)
    ).scalar_one_or_none()


def sources(session: Session, collaboration_id: str) -> tuple[tuple[str, str], ...]:
    """(source, id there) of every list that the collaboration is known from."""
    rows = session.execute(
        select(CollaborationIdentity.source, CollaborationIdentity.source_id)
        .where(CollaborationIdentity.collaboration_id == collaboration_id)
        .order_by(CollaborationIdentity.source, CollaborationIdentity.source_id)
    )
    return tuple((source, source_id) for source, source_id in rows)


def titles(session: Session, ids: set[str]) -> dict[str, str]:
    """The titles of collaborations by id; unknown ids are left out."""
    rows = session.execute(
        select(Collaboration.id, Collaboration.title).where(Collaboration.id.in_(ids))
    )
    return {row[0]: row[1] for row in rows}


def _partners(session: Session, ids: list[str]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    rows = session.execute(
        select(Participation.collaboration_id, Organisation.name)
        .join(Organisation, Organisation.id == Participation.organisation_id)
        .where(Participation.collaboration_id.in_(ids))
        .order_by(Organisation.name_sort, Organisation.id)
    )
    for collaboration, name in rows:
        found.setdefault(collaboration, []).append(name)
    return found


def _where(
    statement: Select[*tuple[Any, ...]], wanted: CollaborationFilter
) -> Select[*tuple[Any, ...]]:
    for word in words(wanted.text):
        statement = statement.where(Collaboration.title_folded.contains(word, autoescape=True))
    if wanted.agreement:
        unknown = wanted.agreement == "unknown"
        statement = statement.where(
            Collaboration.agreement.is_(None)
            if unknown
            else Collaboration.agreement == wanted.agreement
        )
    if wanted.when:
        statement = statement.where(_at(wanted))
    return statement


def _at(wanted: CollaborationFilter) -> ColumnElement[bool]:
    begun = or_(Collaboration.start.is_(None), Collaboration.start <= wanted.as_of)
    lasts = or_(Collaboration.end.is_(None), Collaboration.end >= wanted.as_of)
    match wanted.when:
        case "past":
            return Collaboration.end < wanted.as_of
        case "planned":
            return and_(~begun, lasts)
        case "expiring":
            soon = or_(
                Collaboration.end <= wanted.expiring_until,
                Collaboration.funding_end.between(wanted.as_of, wanted.expiring_until),
            )
            return and_(lasts, soon)
        case _:
            return and_(begun, lasts)


def _expires(as_of: date) -> ColumnElement[date | None]:
    funds_first = and_(
        Collaboration.funding_end >= as_of,
        or_(Collaboration.end.is_(None), Collaboration.funding_end < Collaboration.end),
    )
    return case((funds_first, Collaboration.funding_end), else_=Collaboration.end)
