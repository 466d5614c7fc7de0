"""Links that let somebody without an account read a shortlist, the map or a view of it."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from matcher.store.tables import AccessLink, SavedView, Shortlist, User
from matcher.store.tables.base import new_id
from matcher.store.unit_of_work import UnitOfWork


def by_id(session: Session, link_id: str) -> AccessLink | None:
    """A link by its own id."""
    return session.get(AccessLink, link_id)


def by_hash(session: Session, token_hash: str) -> AccessLink | None:
    """A link by the hash of its token."""
    return session.execute(
        select(AccessLink).where(AccessLink.token_hash == token_hash)
    ).scalar_one_or_none()


def of_subject(
    session: Session, subject: str, subject_id: str | None
) -> list[tuple[AccessLink, str]]:
    """The links to a subject with who made each, newest first; revoked ones are left out.

    To the map belong those to saved views of it.
    """
    of_record = () if subject_id is None else (AccessLink.subject_id == subject_id,)
    rows = session.execute(
        select(AccessLink, User.name)
        .outerjoin(User, User.id == AccessLink.created_by)
        .where(
            AccessLink.subject == subject,
            *of_record,
            AccessLink.revoked.is_(None),
        )
        .order_by(AccessLink.created.desc(), AccessLink.id)
    )
    return [(link, name or "") for link, name in rows]


def has_subject(session: Session, subject: str, subject_id: str | None) -> bool:
    """Whether there is such a thing to link to: a shortlist, the map, or a saved view of it."""
    if subject == "map":
        return subject_id is None or session.get(SavedView, subject_id) is not None
    if subject == "shortlist" and subject_id is not None:
        return session.get(Shortlist, subject_id) is not None
    return False


def titles_of_views(session: Session) -> dict[str, str]:
    """What the saved views are called, by id."""
    return {row.id: row.title for row in session.execute(select(SavedView.id, SavedView.title))}


def add(work: UnitOfWork, **fields: Any) -> AccessLink:
    """A new link, noted in the history without its hashes."""
    link = AccessLink(id=new_id(), created_by=work.actor_id, **fields)
    work.session.add(link)
    work.session.flush()
    _note(
        work,
        link,
        "created",
        {
            "subject": link.subject,
            "subject_id": link.subject_id,
            "label": link.label,
            "expires": link.expires.isoformat(),
            "password": link.password_hash is not None,
            "embedding": link.embedding,
        },
    )
    return link


def revoke(work: UnitOfWork, link: AccessLink, moment: datetime) -> None:
    """Make a link open nothing from now on."""
    if link.revoked is None:
        link.revoked = moment
        _note(work, link, "updated", {"revoked": moment.isoformat()})


def _note(work: UnitOfWork, link: AccessLink, action: str, after: dict[str, Any]) -> None:
    work.note_changes(
        [
            {
                "record": "access_link",
                "record_id": link.id,
                "action": action,
                "before": None,
                "after": after,
            }
        ]
    )
