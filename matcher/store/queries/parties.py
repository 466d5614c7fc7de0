"""The parties to collaborations."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, fields
from datetime import date
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import InstrumentedAttribute, Session

from matcher.store.documents.common import rows_of
from matcher.store.tables import (
    Agreement,
    AgreementVersion,
    AnchoringPlan,
    Collaboration,
    Organisation,
    Participation,
    Partnership,
    Party,
    Pulse,
    Purpose,
    PurposeAnswer,
    Shortlist,
    Talk,
    User,
)


@dataclass(frozen=True, kw_only=True, slots=True)
class PartyLine:
    """A party; `left` says that it no longer takes part on the day asked for.

    What people wrote is kept when they leave, so a party that left is listed, too. Contacts are
    personal data: for editors and the other parties alone.
    """

    id: str
    collaboration_id: str
    organisation_id: str
    name: str
    contact_name: str | None
    contact_email: str | None
    contact_phone: str | None
    deputy_name: str | None
    deputy_email: str | None
    language: str
    role: str | None
    since: date | None
    until: date | None
    left: bool


def lines(
    session: Session, as_of: date, collaborations: Collection[str] | None = None
) -> dict[str, tuple[PartyLine, ...]]:
    """The parties of each collaboration in Danish order, all where none is named."""
    found: dict[str, list[PartyLine]] = {}
    for line in _lines(session, as_of, Party.collaboration_id, collaborations):
        found.setdefault(line.collaboration_id, []).append(line)
    return {key: tuple(each) for key, each in found.items()}


def of_organisations(
    session: Session, as_of: date, organisations: Collection[str]
) -> tuple[PartyLine, ...]:
    """All that these organisations are parties to, in Danish order of their names."""
    return tuple(_lines(session, as_of, Party.organisation_id, organisations))


def _lines(
    session: Session,
    as_of: date,
    column: InstrumentedAttribute[str],
    ids: Collection[str] | None,
) -> list[PartyLine]:
    # Columns and not records: the parties of thousands of collaborations are read at once.
    statement = (
        select(
            Party.id,
            Party.collaboration_id,
            Party.organisation_id,
            Organisation.name,
            Party.contact_name,
            Party.contact_email,
            Party.contact_phone,
            Party.deputy_name,
            Party.deputy_email,
            Party.language,
            Participation.role,
            Participation.since,
            Participation.until,
            Participation.organisation_id,
        )
        .join(Organisation, Organisation.id == Party.organisation_id)
        .outerjoin(
            Participation,
            (Participation.collaboration_id == Party.collaboration_id)
            & (Participation.organisation_id == Party.organisation_id),
        )
        .order_by(Organisation.name_sort, Organisation.id)
    )
    return [_line(row, as_of) for row in rows_of(session, statement, column, ids)]


def of(session: Session, collaboration_id: str, as_of: date) -> tuple[PartyLine, ...]:
    """The parties of one collaboration in Danish order; none where it is not carried on here."""
    return lines(session, as_of, [collaboration_id]).get(collaboration_id, ())


def by_id(session: Session, party_id: str, as_of: date) -> PartyLine | None:
    """One party; None if there is none."""
    party = session.get(Party, party_id)
    if party is None:
        return None
    return next(
        (each for each in of(session, party.collaboration_id, as_of) if each.id == party_id), None
    )


def ids(session: Session, collaboration_id: str) -> tuple[str, ...]:
    """The ids of the parties to a collaboration, in their order."""
    statement = select(Party.id).where(Party.collaboration_id == collaboration_id)
    return tuple(session.scalars(statement.order_by(Party.id)))


def carried_far(session: Session, collaboration_id: str) -> tuple[str, ...]:
    """What has been written of a collaboration that would be gone with it, by its kind.

    Such as answers, an agreement, a plan, talks or pulses; none where it has only begun.
    """
    mine = collaboration_id
    kept = {
        "purpose": select(Purpose.id).where(Purpose.id == mine),
        "answers": select(PurposeAnswer.party_id)
        .join(Party, Party.id == PurposeAnswer.party_id)
        .where(Party.collaboration_id == mine),
        "agreement": select(Agreement.id).where(Agreement.id == mine),
        "versions": select(AgreementVersion.id).where(AgreementVersion.collaboration_id == mine),
        "plan": select(AnchoringPlan.id).where(AnchoringPlan.id == mine),
        "talks": select(Talk.id).where(Talk.collaboration_id == mine),
        "pulses": select(Pulse.id).where(Pulse.collaboration_id == mine),
    }
    return tuple(
        kind
        for kind, statement in kept.items()
        if session.execute(statement.limit(1)).first() is not None
    )


def without_party(session: Session, collaboration_id: str) -> tuple[str, ...]:
    """The organisations that take part and are no party yet."""
    return tuple(
        session.scalars(
            select(Participation.organisation_id)
            .outerjoin(
                Party,
                (Party.collaboration_id == Participation.collaboration_id)
                & (Party.organisation_id == Participation.organisation_id),
            )
            .where(Participation.collaboration_id == collaboration_id, Party.id.is_(None))
            .order_by(Participation.organisation_id)
        )
    )


def title(session: Session, collaboration_id: str) -> str | None:
    """What a collaboration is called; None if there is none."""
    return session.scalar(select(Collaboration.title).where(Collaboration.id == collaboration_id))


def version(session: Session, party_id: str) -> int | None:
    """The number of a party's newest state; None if there is none."""
    return session.scalar(select(Party.version).where(Party.id == party_id))


@dataclass(frozen=True, kw_only=True, slots=True)
class Head:
    """What a collaboration is called, how often its record was written, and by whom it goes on.

    `owner` (id, name) answers for it here, None while nobody does; `origin` (id, title) is the
    shortlist that it came of, None if it came of none.
    """

    title: str
    version: int
    owner: tuple[str, str] | None
    origin: tuple[str, str] | None


def head(session: Session, collaboration_id: str) -> Head | None:
    """The head of a collaboration; None if there is none such."""
    row: Any = session.execute(
        select(Collaboration.title, Collaboration.version, User.id, User.name, User.email,
               Shortlist.id, Shortlist.title)
        .outerjoin(Partnership, Partnership.id == Collaboration.id)
        .outerjoin(User, User.id == Partnership.owner_id)
        .outerjoin(Shortlist, Shortlist.id == Partnership.shortlist_id)
        .where(Collaboration.id == collaboration_id)
    ).one_or_none()  # fmt: skip
    if row is None:
        return None
    title, version, user, name, email, shortlist, listed = row
    return Head(
        title=title,
        version=version,
        owner=None if user is None else (user, name or email),
        origin=None if shortlist is None else (shortlist, listed),
    )


def _line(row: Sequence[Any], as_of: date) -> PartyLine:
    *said, until, participates = row
    left = participates is None or (until is not None and until < as_of)
    return PartyLine(**dict(zip(_SAID, said, strict=True)), until=until, left=left)


_SAID = tuple(each.name for each in fields(PartyLine) if each.name not in ("until", "left"))
