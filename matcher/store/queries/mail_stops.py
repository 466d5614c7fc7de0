"""Who wants no mail: addresses without an account in a table, people with one on their account."""

from __future__ import annotations

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from matcher.store.queries import people
from matcher.store.tables import MailStop, User
from matcher.store.unit_of_work import UnitOfWork


def unwilling(session: Session) -> frozenset[str]:
    """All addresses that want no mail; of an account, also one that is deactivated, it says so."""
    rows = session.execute(select(User.email, User.reminders))
    accounts = {row.email: row.reminders for row in rows}
    stopped = session.scalars(select(MailStop.email))
    return frozenset(
        [each for each in stopped if each not in accounts]
        + [email for email, reminded in accounts.items() if email and not reminded]
    )


def wants(session: Session, email: str) -> bool:
    """Whether an address gets mail; it does unless it said otherwise."""
    user = people.by_email(session, email)
    return session.get(MailStop, email) is None if user is None else user.reminders


def keep(work: UnitOfWork, email: str, *, wanted: bool) -> None:
    """Note whether an address wants mail; the first day on which it wanted none stays."""
    user = people.by_email(work.session, email)
    if user is not None:
        user.reminders = wanted
    elif not wanted and work.session.get(MailStop, email) is None:
        work.session.add(MailStop(email=email))
    if wanted:
        work.session.execute(delete(MailStop).where(MailStop.email == email))
    work.session.flush()
