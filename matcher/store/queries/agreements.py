"""The versions of agreements, and who accepted them."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Select, delete, select
from sqlalchemy.orm import Session, aliased

from matcher.store.documents.common import rows_of
from matcher.store.tables import (
    Acceptance,
    Agreement,
    AgreementRemark,
    AgreementVersion,
    Party,
)
from matcher.store.tables.base import new_id, now
from matcher.store.unit_of_work import UnitOfWork


@dataclass(frozen=True, kw_only=True, slots=True)
class AcceptanceLine:
    """That a party accepted: in whose name, and when."""

    party_id: str
    organisation_id: str
    name: str
    accepted: datetime


@dataclass(frozen=True, kw_only=True, slots=True)
class VersionLine:
    """A version as it was laid before the parties; acceptances are in the order they came."""

    id: str
    collaboration_id: str
    number: int
    made: datetime
    made_by: str
    content: Mapping[str, Any]
    acceptances: tuple[AcceptanceLine, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class RemarkLine:
    """What a party would have different in a version."""

    party_id: str
    organisation_id: str
    text: str
    said: datetime


@dataclass(frozen=True, kw_only=True, slots=True)
class DraftStamp:
    """How often a draft has been saved, and when last."""

    version: int
    updated: datetime


def versions(
    session: Session, collaborations: Collection[str] | None = None
) -> dict[str, tuple[VersionLine, ...]]:
    """The versions of each collaboration's agreement, the oldest first; all where none is named."""
    found: dict[str, list[VersionLine]] = {}
    statement = select(AgreementVersion).order_by(AgreementVersion.number)
    for line in _lines(session, statement, collaborations):
        found.setdefault(line.collaboration_id, []).append(line)
    return {key: tuple(each) for key, each in found.items()}


def newest(
    session: Session, collaborations: Collection[str] | None = None
) -> dict[str, VersionLine]:
    """The newest version of each collaboration's agreement; of all where none is named."""
    later = aliased(AgreementVersion)
    statement = (
        select(AgreementVersion)
        .outerjoin(
            later,
            (later.collaboration_id == AgreementVersion.collaboration_id)
            & (later.number > AgreementVersion.number),
        )
        .where(later.id.is_(None))
    )
    return {line.collaboration_id: line for line in _lines(session, statement, collaborations)}


def _lines(
    session: Session,
    statement: Select[AgreementVersion],
    collaborations: Collection[str] | None,
) -> list[VersionLine]:
    rows = [
        row[0]
        for row in rows_of(session, statement, AgreementVersion.collaboration_id, collaborations)
    ]
    accepted = _acceptances(session, [each.id for each in rows])
    return [
        VersionLine(
            id=row.id,
            collaboration_id=row.collaboration_id,
            number=row.number,
            made=row.made,
            made_by=row.made_by,
            content=row.content,
            acceptances=tuple(accepted.get(row.id, ())),
        )
        for row in rows
    ]


def of(session: Session, collaboration_id: str) -> tuple[VersionLine, ...]:
    """The versions of one collaboration's agreement, the oldest first."""
    return versions(session, [collaboration_id]).get(collaboration_id, ())


def stamps(
    session: Session, collaborations: Collection[str] | None = None
) -> dict[str, DraftStamp]:
    """The stamp of each draft by its collaboration; of all where none is named."""
    statement = select(Agreement.id, Agreement.version, Agreement.updated)
    rows = rows_of(session, statement, Agreement.id, collaborations)
    return {key: DraftStamp(version=version, updated=updated) for key, version, updated in rows}


def stamp(session: Session, collaboration_id: str) -> DraftStamp | None:
    """The stamp of one draft; None where nothing has been written."""
    row = session.execute(
        select(Agreement.version, Agreement.updated).where(Agreement.id == collaboration_id)
    ).one_or_none()
    return None if row is None else DraftStamp(version=row[0], updated=row[1])


def add_version(
    work: UnitOfWork, collaboration_id: str, number: int, content: Mapping[str, Any]
) -> None:
    """Keep a version; a number that is taken is an IntegrityError."""
    work.session.add(
        AgreementVersion(
            id=new_id(),
            collaboration_id=collaboration_id,
            number=number,
            made_by=work.actor_name,
            content=dict(content),
        )
    )
    work.session.flush()


def add_acceptance(work: UnitOfWork, version_id: str, party_id: str, name: str) -> None:
    """Keep that a party accepts a version now."""
    work.session.add(Acceptance(agreement_version_id=version_id, party_id=party_id, name=name))
    work.session.flush()


def remarks(session: Session, versions: Collection[str]) -> dict[str, tuple[RemarkLine, ...]]:
    """What parties would have different in these versions (ids), in the order they said it."""
    statement = (
        select(AgreementRemark, Party.organisation_id)
        .join(Party, Party.id == AgreementRemark.party_id)
        .order_by(AgreementRemark.said, AgreementRemark.party_id)
    )
    found: dict[str, list[RemarkLine]] = {}
    for each, who in rows_of(session, statement, AgreementRemark.agreement_version_id, versions):
        found.setdefault(each.agreement_version_id, []).append(
            RemarkLine(party_id=each.party_id, organisation_id=who, text=each.text, said=each.said)
        )
    return {key: tuple(lines) for key, lines in found.items()}


def keep_remark(work: UnitOfWork, version_id: str, party_id: str, text: str) -> None:
    """Keep what a party would have different in a version, instead of what it said before.

    An empty text takes it back.
    """
    work.session.execute(
        delete(AgreementRemark).where(
            AgreementRemark.agreement_version_id == version_id,
            AgreementRemark.party_id == party_id,
        )
    )
    if text:
        work.session.add(
            AgreementRemark(
                agreement_version_id=version_id, party_id=party_id, text=text, said=now()
            )
        )
    work.session.flush()


def _acceptances(session: Session, ids: Collection[str]) -> dict[str, list[AcceptanceLine]]:
    statement = (
        select(Acceptance, Party.organisation_id)
        .join(Party, Party.id == Acceptance.party_id)
        .order_by(Acceptance.accepted, Acceptance.party_id)
    )
    found: dict[str, list[AcceptanceLine]] = {}
    for each, organisation in rows_of(session, statement, Acceptance.agreement_version_id, ids):
        found.setdefault(each.agreement_version_id, []).append(
            AcceptanceLine(
                party_id=each.party_id,
                organisation_id=organisation,
                name=each.name,
                accepted=each.accepted,
            )
        )
    return found
