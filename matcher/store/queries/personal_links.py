"""Personal links: of parties, for signing up to events, to calendars."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from matcher.store.documents.common import rows_of
from matcher.store.queries.people import account_of
from matcher.store.tables import PersonalLink
from matcher.store.tables.base import new_id
from matcher.store.unit_of_work import UnitOfWork


def by_id(session: Session, link_id: str) -> PersonalLink | None:
    """A link by its id."""
    return session.get(PersonalLink, link_id)


def of_subjects(session: Session, subject: str, ids: set[str]) -> dict[str, PersonalLink]:
    """The newest link of each subject that was not withdrawn, by the subject's id."""
    statement = (
        select(PersonalLink)
        .where(PersonalLink.subject == subject, PersonalLink.revoked.is_(None))
        .order_by(PersonalLink.created, PersonalLink.id)
    )
    rows = rows_of(session, statement, PersonalLink.subject_id, ids)
    return {link.subject_id: link for (link,) in rows}


def asked(
    session: Session, subject: str, ids: Collection[str], at: datetime
) -> dict[str, datetime]:
    """When these subjects were given their newest link, of those whose is good at a moment."""
    statement = (
        select(PersonalLink.subject_id, PersonalLink.created, PersonalLink.expires)
        .where(PersonalLink.subject == subject, PersonalLink.revoked.is_(None))
        .order_by(PersonalLink.created, PersonalLink.id)
    )
    newest = {row[0]: row for row in rows_of(session, statement, PersonalLink.subject_id, ids)}
    return {key: created for key, created, expires in newest.values() if expires > at}


def withdrawn(session: Session, subject: str) -> frozenset[str]:
    """The subjects that had a link and have none any more, since every one was withdrawn."""
    return frozenset(
        session.scalars(
            select(PersonalLink.subject_id)
            .where(PersonalLink.subject == subject)
            .group_by(PersonalLink.subject_id)
            .having(func.count() == func.count(PersonalLink.revoked))
        )
    )


def add(work: UnitOfWork, subject: str, subject_id: str, expires: datetime) -> PersonalLink:
    """A new link, noted in the history."""
    link = PersonalLink(
        id=new_id(),
        subject=subject,
        subject_id=subject_id,
        expires=expires,
        created_by=account_of(work),
    )
    work.session.add(link)
    work.session.flush()
    after = {"subject": subject, "subject_id": subject_id, "expires": expires.isoformat()}
    _note(work, link, "created", after)
    return link


def revoke(work: UnitOfWork, link: PersonalLink, moment: datetime) -> None:
    """Make a link open nothing from now on."""
    if link.revoked is None:
        link.revoked = moment
        _note(work, link, "updated", {"revoked": moment.isoformat()})


def _note(work: UnitOfWork, link: PersonalLink, action: str, after: dict[str, str]) -> None:
    change = {"record": "personal_link", "record_id": link.id, "action": action}
    work.note_changes([{**change, "before": None, "after": after}])
