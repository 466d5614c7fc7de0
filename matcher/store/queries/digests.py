"""Digests: what was told to whom, and what is still to be sent."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from matcher.store.tables import Digest
from matcher.store.tables.base import new_id
from matcher.store.unit_of_work import UnitOfWork

KEYS = "keys"
"""Where a digest's content has the keys of what it tells."""


def told(
    session: Session, after: date, waiting: date, until: date, email: str | None = None
) -> dict[str, dict[str, date]]:
    """By person the last day on which each thing was told: after a day, until another.

    A digest that waits to be sent has told its things if it is of a day after `waiting`, for it
    will be sent as it is.
    """
    statement = (
        select(Digest)
        .where(Digest.day > after, Digest.day <= until)
        .where(Digest.sent.is_not(None) | (Digest.day > waiting))
        .order_by(Digest.day)
    )
    if email is not None:
        statement = statement.where(Digest.email == email)
    found: dict[str, dict[str, date]] = {}
    for digest in session.scalars(statement):
        found.setdefault(digest.email, {}).update(dict.fromkeys(digest.content[KEYS], digest.day))
    return found


def waiting(session: Session, after: date, until: date) -> list[Digest]:
    """Digests of days after one, until another, that no server took yet; the oldest first."""
    return list(
        session.scalars(
            select(Digest)
            .where(Digest.sent.is_(None), Digest.day > after, Digest.day <= until)
            .order_by(Digest.day, Digest.email)
        )
    )


def emails_of(session: Session, day: date) -> frozenset[str]:
    """Who has a digest of a day."""
    return frozenset(session.scalars(select(Digest.email).where(Digest.day == day)))


def of(session: Session, email: str, day: date) -> Digest | None:
    """What a person is told on a day; None if nothing."""
    return session.scalar(select(Digest).where(Digest.email == email, Digest.day == day))


def by_id(session: Session, digest_id: str) -> Digest | None:
    """A digest by its id."""
    return session.get(Digest, digest_id)


def add(
    work: UnitOfWork, *, email: str, day: date, message_id: str, content: Mapping[str, Any]
) -> Digest:
    """A new digest that nobody has in hand yet."""
    digest = Digest(
        id=new_id(), email=email, day=day, message_id=message_id, attempts=0, content=dict(content)
    )
    work.session.add(digest)
    work.session.flush()
    return digest


def take(digest: Digest, moment: datetime) -> None:
    """Have a digest in hand from a moment on, to send it."""
    digest.claimed = moment
    digest.attempts += 1


def let_go(digest: Digest) -> None:
    """Leave a digest that could not be sent to the next run."""
    digest.claimed = None


def mark_sent(digest: Digest, moment: datetime) -> None:
    """Keep that it was sent; of what it said the keys alone stay."""
    digest.claimed, digest.sent = None, moment
    digest.content = {KEYS: digest.content[KEYS]}


def forget(work: UnitOfWork, before: date) -> None:
    """Forget the digests of days before one."""
    work.session.execute(delete(Digest).where(Digest.day < before))
