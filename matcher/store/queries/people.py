"""People with an account, and the one-time links that let them in."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import delete, func, select, update
from sqlalchemy.orm import Session

from matcher.store.tables import OneTimeLink, User
from matcher.store.tables.base import new_id, now
from matcher.store.unit_of_work import UnitOfWork
from matcher.text import danish_key


def by_id(session: Session, user_id: str) -> User | None:
    """A person by id."""
    return session.get(User, user_id)


def by_email(session: Session, email: str) -> User | None:
    """A person by e-mail address; case does not count."""
    return session.execute(
        select(User).where(User.email == email.strip().casefold())
    ).scalar_one_or_none()


def everybody(session: Session) -> list[User]:
    """All people in Danish order of their names; who has none stands by the e-mail address."""
    people = session.execute(select(User)).scalars()
    return sorted(people, key=lambda user: (danish_key(user.name or user.email), user.id))


def administrators(session: Session) -> list[User]:
    """Administrators that are not deactivated, the oldest first."""
    return list(
        session.execute(
            select(User)
            .where(User.role == "administrator", User.active.is_(True))
            .order_by(User.created, User.id)
        ).scalars()
    )


def other_administrators(session: Session, user_id: str) -> int:
    """How many others can sign in as administrators."""
    return session.execute(
        select(func.count())
        .select_from(User)
        .where(
            User.role == "administrator",
            User.active.is_(True),
            User.password_hash.is_not(None),
            User.id != user_id,
        )
    ).scalar_one()


def add(work: UnitOfWork, *, email: str, role: str, name: str = "") -> User:
    """A new person, noted in the history; an e-mail that is taken is an IntegrityError."""
    user = User(
        id=new_id(),
        email=email.strip().casefold(),
        name=name,
        role=role,
        session_key=new_id(),
        active=True,
    )
    work.session.add(user)
    work.session.flush()
    note(work, user, "created", None, {"email": user.email, "name": name, "role": role})
    return user


def change(work: UnitOfWork, user: User, **fields: Any) -> None:
    """Change a person's e-mail, name, role or whether they are active; only differences count."""
    before = {name: getattr(user, name) for name in fields}
    changed = {name: value for name, value in fields.items() if value != before[name]}
    if not changed:
        return
    for name, value in changed.items():
        setattr(user, name, value)
    note(work, user, "updated", {name: before[name] for name in changed}, changed)


def note(
    work: UnitOfWork,
    user: User,
    action: str,
    before: dict[str, Any] | None,
    after: dict[str, Any],
) -> None:
    """Keep in the history what happened to an account; never a password, a key or a hash."""
    work.note_changes(
        [
            {
                "record": "user",
                "record_id": user.id,
                "action": action,
                "before": before,
                "after": after,
            }
        ]
    )


def end_sessions(user: User) -> None:
    """Make every session of the person one of a stranger."""
    user.session_key = new_id()


def add_link(work: UnitOfWork, user: User, token_hash: str, expires: datetime) -> None:
    """A new one-time link; earlier ones stay good until one of them is used."""
    work.session.add(OneTimeLink(token_hash=token_hash, user_id=user.id, expires=expires))


def link(session: Session, token_hash: str) -> tuple[OneTimeLink, User] | None:
    """A one-time link with whom it is for, whether or not it is still good."""
    row = session.execute(
        select(OneTimeLink, User)
        .join(User, User.id == OneTimeLink.user_id)
        .where(OneTimeLink.token_hash == token_hash)
    ).one_or_none()
    return None if row is None else (row[0], row[1])


def use_links(work: UnitOfWork, user: User) -> None:
    """Make all links of the person used; those that expired long ago are forgotten."""
    moment = now()
    work.session.execute(
        update(OneTimeLink)
        .where(OneTimeLink.user_id == user.id, OneTimeLink.used.is_(None))
        .values(used=moment)
    )
    work.session.execute(
        delete(OneTimeLink).where(OneTimeLink.user_id == user.id, OneTimeLink.expires < moment)
    )


def with_open_link(session: Session) -> frozenset[str]:
    """The ids of people who have a one-time link that is still good."""
    rows = session.execute(
        select(OneTimeLink.user_id)
        .where(OneTimeLink.used.is_(None), OneTimeLink.expires > now())
        .distinct()
    )
    return frozenset(rows.scalars())


def account_of(work: UnitOfWork) -> str | None:
    """The id of the account that the work is done by; None for whoever has none."""
    there = None if work.actor_id is None else work.session.get(User, work.actor_id)
    return None if there is None else there.id
