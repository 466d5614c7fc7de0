"""What the records know of one organisation beside its document."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date as day

from sqlalchemy import func, or_, select
from sqlalchemy.orm import Session

from matcher.store.tables import (
    Collaboration,
    Intention,
    Organisation,
    OrganisationIdentity,
    Participation,
    Party,
    Shortlist,
    ShortlistEntry,
    SignUp,
    Tie,
)

Reference = tuple[str, str]
"""The id and the name of a record."""


def version(session: Session, organisation_id: str) -> int | None:
    """How many times the record was written; None if there is no such organisation."""
    return session.execute(
        select(Organisation.version).where(Organisation.id == organisation_id)
    ).scalar_one_or_none()


def sources(session: Session, organisation_id: str) -> tuple[tuple[str, str], ...]:
    """(source, id there) of every list that the organisation is known from."""
    rows = session.execute(
        select(OrganisationIdentity.source, OrganisationIdentity.source_id)
        .where(OrganisationIdentity.organisation_id == organisation_id)
        .order_by(OrganisationIdentity.source, OrganisationIdentity.source_id)
    )
    return tuple((source, source_id) for source, source_id in rows)


def units(session: Session, organisation_id: str) -> tuple[Reference, ...]:
    """The organisation's own units, in Danish order."""
    rows = session.execute(
        select(Organisation.id, Organisation.name)
        .where(Organisation.parent_id == organisation_id)
        .order_by(Organisation.name_sort, Organisation.id)
    )
    return tuple((key, name) for key, name in rows)


def parents(session: Session) -> dict[str, str]:
    """The parent's id of every unit."""
    rows = session.execute(
        select(Organisation.id, Organisation.parent_id).where(Organisation.parent_id.is_not(None))
    )
    return {unit: parent for unit, parent in rows if parent is not None}


def used_by(session: Session, organisation_id: str) -> dict[str, int]:
    """How many records of each kind refer to the organisation and so keep it from deletion."""
    counts = {
        "units": select(func.count()).where(Organisation.parent_id == organisation_id),
        "collaborations": select(func.count()).where(
            Participation.organisation_id == organisation_id
        ),
        "ties": select(func.count()).where(
            or_(Tie.a_id == organisation_id, Tie.b_id == organisation_id)
        ),
        "shortlists": select(func.count()).where(ShortlistEntry.organisation_id == organisation_id),
        "parties": select(func.count()).where(Party.organisation_id == organisation_id),
        "sign_ups": select(func.count()).where(SignUp.organisation_id == organisation_id),
        "intentions": select(func.count()).where(
            or_(Intention.a_id == organisation_id, Intention.b_id == organisation_id)
        ),
        "own_shortlists": select(func.count()).where(Shortlist.organisation_id == organisation_id),
    }
    return {name: session.execute(query).scalar_one() for name, query in counts.items()}


@dataclass(frozen=True, kw_only=True, slots=True)
class Undertaking:
    """A collaboration as an organisation's page lists it; `since` and `until` are its own part."""

    id: str
    title: str
    start: day | None
    end: day | None
    role: str | None
    since: day | None
    until: day | None
    agreement: str | None
    funding_end: day | None
    partners: tuple[Reference, ...]


def collaborations(session: Session, organisation_id: str) -> tuple[Undertaking, ...]:
    """The organisation's collaborations with its partners in each, newest first.

    Those without a start come last.
    """
    rows = session.execute(
        select(Collaboration, Participation.role, Participation.since, Participation.until)
        .join(Participation, Participation.collaboration_id == Collaboration.id)
        .where(Participation.organisation_id == organisation_id)
        .order_by(Collaboration.title_sort, Collaboration.id)
    ).all()
    partners = _partners(session, [row[0].id for row in rows], organisation_id)
    found = [
        Undertaking(
            id=each.id,
            title=each.title,
            start=each.start,
            end=each.end,
            role=role,
            since=since,
            until=until,
            agreement=each.agreement,
            funding_end=each.funding_end,
            partners=tuple(partners.get(each.id, ())),
        )
        for each, role, since, until in rows
    ]
    return tuple(sorted(found, key=lambda each: each.start or day.min, reverse=True))


def _partners(
    session: Session, collaboration_ids: Collection[str], but: str
) -> dict[str, list[Reference]]:
    found: dict[str, list[Reference]] = {}
    rows = session.execute(
        select(Participation.collaboration_id, Organisation.id, Organisation.name)
        .join(Organisation, Organisation.id == Participation.organisation_id)
        .where(Participation.collaboration_id.in_(collaboration_ids), Organisation.id != but)
        .order_by(Organisation.name_sort, Organisation.id)
    )
    for collaboration, key, name in rows:
        found.setdefault(collaboration, []).append((key, name))
    return found


@dataclass(frozen=True, kw_only=True, slots=True)
class ReportedTie:
    """A tie that somebody reported, seen from one organisation, with its evidence."""

    id: str
    partner: Reference
    kind: str | None
    source: str | None
    reporter: str | None
    date: day | None
    end: day | None
    confidence: float | None


def ties(session: Session, organisation_id: str) -> tuple[ReportedTie, ...]:
    """The organisation's reported ties, in Danish order of the other end."""
    other = Organisation
    rows = session.execute(
        select(Tie, other.id, other.name)
        .join(
            other,
            or_(
                (Tie.a_id == organisation_id) & (other.id == Tie.b_id),
                (Tie.b_id == organisation_id) & (other.id == Tie.a_id),
            ),
        )
        .order_by(other.name_sort, other.id, Tie.id)
    )
    return tuple(
        ReportedTie(
            id=tie.id,
            partner=(key, name),
            kind=tie.kind,
            source=tie.source,
            reporter=tie.reporter,
            date=tie.date,
            end=tie.end,
            confidence=tie.confidence,
        )
        for tie, key, name in rows
    )
