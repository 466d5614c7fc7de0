"""What the landscape is built from, read in one go."""

from __future__ import annotations

from collections import defaultdict

from sqlalchemy import func, select
from sqlalchemy.orm import Session, aliased

from matcher.landscape import (
    CapacityRow,
    CollaborationRow,
    InterestRow,
    OrganisationRow,
    ParticipationRow,
    Rows,
    TermRow,
    TieRow,
)
from matcher.store.tables import (
    Area,
    Capacity,
    Collaboration,
    CollaborationInterest,
    Organisation,
    OrganisationIdentity,
    OrganisationInterest,
    Participation,
    Term,
    Tie,
)


def landscape_rows(session: Session) -> Rows:
    """All that matching reads, ordered by id; an empty database gives empty rows."""
    return Rows(
        organisations=_organisations(session),
        terms=_terms(session),
        capacities=_capacities(session),
        interests=_interests(session),
        collaborations=_collaborations(session),
        participations=_participations(session),
        ties=_ties(session),
    )


def _organisations(session: Session) -> tuple[OrganisationRow, ...]:
    kind = aliased(Term)
    first_source_id = (
        select(
            OrganisationIdentity.organisation_id,
            func.min(OrganisationIdentity.source_id).label("source_id"),
        )
        .group_by(OrganisationIdentity.organisation_id)
        .subquery()
    )
    rows = session.execute(
        select(
            Organisation.id,
            Organisation.name,
            Organisation.sector,
            kind.id,
            Organisation.parent_id,
            Area.municipality,
            Area.district,
            Organisation.postcode,
            Organisation.lat,
            Organisation.lon,
            Organisation.open_to_partners,
            Organisation.hidden,
            first_source_id.c.source_id,
            Organisation.description,
        )
        .outerjoin(kind, kind.key == Organisation.kind_key)
        .outerjoin(Area, Area.id == Organisation.area_id)
        .outerjoin(first_source_id, first_source_id.c.organisation_id == Organisation.id)
        .order_by(Organisation.id)
    )
    return tuple(
        OrganisationRow(
            id=row[0],
            name=row[1],
            sector=row[2],
            kind=row[3],
            parent=row[4],
            municipality=row[5] or None,
            district=row[6] or None,
            postcode=row[7],
            lat=row[8],
            lon=row[9],
            open_to_partners=row[10],
            hidden=row[11],
            source_id=row[12],
            description=row[13],
        )
        for row in rows
    )


def _terms(session: Session) -> tuple[TermRow, ...]:
    rows = session.execute(
        select(Term.id, Term.vocabulary, Term.da, Term.en).order_by(Term.vocabulary, Term.id)
    )
    return tuple(TermRow(id=i, vocabulary=v, da=da, en=en) for i, v, da, en in rows)


def _capacities(session: Session) -> tuple[CapacityRow, ...]:
    rows = session.execute(
        select(Capacity.organisation_id, Capacity.side, Term.id, Capacity.until, Capacity.amount)
        .join(Term, Term.key == Capacity.term_key)
        .order_by(Capacity.organisation_id, Capacity.side, Term.id)
    )
    return tuple(
        CapacityRow(
            organisation=owner, side=side, term=term, since=None, until=until, amount=amount
        )
        for owner, side, term, until, amount in rows
    )


def _interests(session: Session) -> tuple[InterestRow, ...]:
    rows = session.execute(
        select(OrganisationInterest.organisation_id, Term.vocabulary, Term.id)
        .join(Term, Term.key == OrganisationInterest.term_key)
        .order_by(OrganisationInterest.organisation_id, Term.vocabulary, Term.id)
    )
    return tuple(InterestRow(organisation=o, vocabulary=v, term=t) for o, v, t in rows)


def _collaborations(session: Session) -> tuple[CollaborationRow, ...]:
    terms: dict[tuple[str, str], list[str]] = defaultdict(list)
    for owner, vocabulary, term in session.execute(
        select(CollaborationInterest.collaboration_id, Term.vocabulary, Term.id)
        .join(Term, Term.key == CollaborationInterest.term_key)
        .order_by(Term.id)
    ):
        terms[owner, vocabulary].append(term)
    rows = session.execute(
        select(
            Collaboration.id,
            Collaboration.title,
            Collaboration.start,
            Collaboration.end,
            Collaboration.purpose,
            Collaboration.area,
            Collaboration.funding_source,
        ).order_by(Collaboration.id)
    )
    return tuple(
        CollaborationRow(
            id=key,
            title=title,
            start=start,
            end=end,
            themes=tuple(terms[key, "theme"]),
            target_groups=tuple(terms[key, "target_group"]),
            purpose=purpose,
            area=area,
            funding_source=funding_source,
        )
        for key, title, start, end, purpose, area, funding_source in rows
    )


def _participations(session: Session) -> tuple[ParticipationRow, ...]:
    rows = session.execute(
        select(
            Participation.collaboration_id,
            Participation.organisation_id,
            Participation.role,
            Participation.since,
            Participation.until,
        ).order_by(Participation.collaboration_id, Participation.organisation_id)
    )
    return tuple(
        ParticipationRow(collaboration=c, organisation=o, role=role, since=since, until=until)
        for c, o, role, since, until in rows
    )


def _ties(session: Session) -> tuple[TieRow, ...]:
    rows = session.execute(
        select(Tie.id, Tie.a_id, Tie.b_id, Tie.kind, Tie.date, Tie.end, Tie.confidence).order_by(
            Tie.id
        )
    )
    return tuple(
        TieRow(id=i, a=a, b=b, kind=kind, date=day, end=end, confidence=confidence)
        for i, a, b, kind, day, end, confidence in rows
    )
