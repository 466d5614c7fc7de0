"""What the landscape is built from, as rows: readable, and quick enough for small networks."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping

from sqlalchemy.orm import Session

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
from matcher.store import landscape_statements as statements
from matcher.store.tables import (
    Capacity,
    Collaboration,
    CollaborationInterest,
    Organisation,
    OrganisationInterest,
    Participation,
    Tie,
)

Ids = Collection[str]


def landscape_rows(session: Session) -> Rows:
    """All that matching reads; an empty database gives empty rows."""
    words = _words(session)
    return Rows(
        organisations=_organisations(session, statements.organisations()),
        terms=tuple(words.values()),
        capacities=_capacities(session, statements.capacities(), words),
        interests=_interests(session, statements.interests(), words),
        collaborations=_collaborations(
            session, statements.collaborations(), statements.collaboration_interests(), words
        ),
        participations=_participations(session, statements.participations()),
        ties=_ties(session, statements.ties()),
    )


def tied_now(session: Session, collaborations: Ids, ties: Ids) -> set[str]:
    """Who takes part in these collaborations, and the ends of these reported ties."""
    members = statements.participations().where(Participation.collaboration_id.in_(collaborations))
    reported = statements.ties().where(Tie.id.in_(ties))
    return {row.organisation for row in _participations(session, members)} | {
        end for row in _ties(session, reported) for end in (row.a, row.b)
    }


def some_rows(
    session: Session, organisations: Ids, *, tied: Ids = (), collaborations: Ids = ()
) -> Rows:
    """These records, those that are not there left out.

    Organisations come with what they say of themselves; those of `tied` with all their
    participations and with the ties that are reported between two of them.
    """
    words = _words(session)
    return Rows(
        organisations=_organisations(
            session, statements.organisations().where(Organisation.id.in_(organisations))
        ),
        terms=tuple(words.values()),
        capacities=_capacities(
            session,
            statements.capacities().where(Capacity.organisation_id.in_(organisations)),
            words,
        ),
        interests=_interests(
            session,
            statements.interests().where(OrganisationInterest.organisation_id.in_(organisations)),
            words,
        ),
        collaborations=_collaborations(
            session,
            statements.collaborations().where(Collaboration.id.in_(collaborations)),
            statements.collaboration_interests().where(
                CollaborationInterest.collaboration_id.in_(collaborations)
            ),
            words,
        ),
        participations=_participations(
            session, statements.participations().where(Participation.organisation_id.in_(tied))
        ),
        ties=_ties(session, statements.ties().where(Tie.a_id.in_(tied), Tie.b_id.in_(tied))),
    )


def _organisations(
    session: Session, statement: statements.Organisations
) -> tuple[OrganisationRow, ...]:
    return tuple(
        OrganisationRow(
            id=row[0],
            name=row[1],
            sector=row[3],
            kind=row[4],
            parent=row[5],
            municipality=row[6] or None,
            district=row[7] or None,
            postcode=row[8],
            lat=row[9],
            lon=row[10],
            open_to_partners=row[11],
            hidden=row[12],
            source_id=row[13],
            description=row[14],
        )
        for row in session.execute(statement)
    )


def _words(session: Session) -> Mapping[int, TermRow]:
    """Every term by its key."""
    return {
        key: TermRow(id=i, vocabulary=vocabulary, da=da, en=en)
        for key, i, vocabulary, da, en in session.execute(statements.terms())
    }


def _capacities(
    session: Session, statement: statements.Capacities, words: Mapping[int, TermRow]
) -> tuple[CapacityRow, ...]:
    return tuple(
        CapacityRow(organisation=owner, side=side, term=words[term].id, until=until, amount=amount)
        for owner, side, term, until, amount in session.execute(statement)
    )


def _interests(
    session: Session, statement: statements.Interests, words: Mapping[int, TermRow]
) -> tuple[InterestRow, ...]:
    return tuple(
        InterestRow(organisation=owner, vocabulary=words[term].vocabulary, term=words[term].id)
        for owner, term in session.execute(statement)
    )


def _collaborations(
    session: Session,
    statement: statements.Collaborations,
    about: statements.Interests,
    words: Mapping[int, TermRow],
) -> tuple[CollaborationRow, ...]:
    terms: dict[tuple[str, str], list[str]] = defaultdict(list)
    for owner, term in session.execute(about):
        terms[owner, words[term].vocabulary].append(words[term].id)
    return tuple(
        CollaborationRow(
            id=key,
            title=title,
            start=start,
            end=end,
            themes=tuple(sorted(terms[key, "theme"])),
            target_groups=tuple(sorted(terms[key, "target_group"])),
            purpose=purpose,
            area=area,
            funding_source=funding_source,
        )
        for key, title, start, end, purpose, area, funding_source in session.execute(statement)
    )


def _participations(
    session: Session, statement: statements.Participations
) -> tuple[ParticipationRow, ...]:
    return tuple(
        ParticipationRow(collaboration=c, organisation=o, role=role, since=since, until=until)
        for c, o, role, since, until in session.execute(statement)
    )


def _ties(session: Session, statement: statements.Ties) -> tuple[TieRow, ...]:
    return tuple(
        TieRow(id=i, a=a, b=b, kind=kind, date=day, end=end, confidence=confidence)
        for i, a, b, kind, day, end, confidence in session.execute(statement)
    )
