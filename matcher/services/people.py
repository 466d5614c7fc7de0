"""Giving people access, changing what they may do, and taking it back."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from matcher.errors import Refusal
from matcher.services.access import Actor, Role, require
from matcher.services.email_addresses import email_fault
from matcher.services.installation import Installation
from matcher.services.one_time_links import add_link
from matcher.store.queries import people
from matcher.store.tables import User
from matcher.store.tables.people import ROLES
from matcher.store.unit_of_work import UnitOfWork
from matcher.wording.message import message

State = Literal["active", "invited", "waiting", "deactivated"]
"""Can sign in; has a link to use; had one that expired; may not come in."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Person:
    """Somebody with an account, as an administrator sees them."""

    id: str
    email: str
    name: str
    role: Role
    state: State
    created: datetime


@dataclass(frozen=True, kw_only=True, slots=True)
class Invited:
    """A person and the path of their sign-in link, which can be shown this once only."""

    person: Person
    path: str


def list_people(installation: Installation, actor: Actor) -> tuple[Person, ...]:
    """Everybody with an account, in Danish order."""
    require(actor, "manage_people")
    with installation.reading() as session:
        invited = people.with_open_link(session)
        return tuple(_view(user, user.id in invited) for user in people.everybody(session))


def show_person(installation: Installation, actor: Actor, user_id: str) -> Person:
    """One of them; Refusal (not_found)."""
    require(actor, "manage_people")
    with installation.reading() as session:
        user = _found(people.by_id(session, user_id))
        return _view(user, user.id in people.with_open_link(session))


def invite(installation: Installation, actor: Actor, *, email: str, role: str) -> Invited:
    """Give somebody an account and a one-time link to it.

    Refusal (invalid) with `fields` for a faulty e-mail address or role, or a known address.
    """
    require(actor, "manage_people")
    fault = email_fault(email.strip())
    if fault is not None:
        raise Refusal("invalid", fault, fields={"email": fault})
    _check_role(role)
    with installation.writing(actor) as work:
        if people.by_email(work.session, email) is not None:
            taken = message("Somebody has this e-mail address already.")
            raise Refusal("invalid", taken, fields={"email": taken})
        user = people.add(work, email=email, role=role)
        path = add_link(work, user, installation.settings)
        work.commit()
        return Invited(person=_view(user, invited=True), path=path)


def renew_link(installation: Installation, actor: Actor, user_id: str) -> Invited:
    """A new one-time link, for somebody whose link expired or who forgot the password."""
    require(actor, "manage_people")
    with installation.writing(actor) as work:
        user = _found(people.by_id(work.session, user_id))
        if not user.active:
            raise Refusal(
                "conflict",
                message("{name} has been deactivated.", name=user.name or user.email),
                message("Activate the account first."),
            )
        path = add_link(work, user, installation.settings)
        work.commit()
        return Invited(person=_view(user, invited=True), path=path)


def change_role(installation: Installation, actor: Actor, user_id: str, role: str) -> None:
    """Let somebody do more or less from now on; Refusal (conflict) for the last administrator."""
    require(actor, "manage_people")
    _check_role(role)
    with installation.writing(actor) as work:
        user = _found(people.by_id(work.session, user_id))
        if role != "administrator":
            _keep_an_administrator(work, user)
        people.change(work, user, role=role)
        work.commit()


def deactivate(installation: Installation, actor: Actor, user_id: str) -> None:
    """Take somebody's access back at once: sessions end and unused links are void.

    What they did stays in the history. Refusal (conflict) for the last administrator.
    """
    require(actor, "manage_people")
    with installation.writing(actor) as work:
        user = _found(people.by_id(work.session, user_id))
        _keep_an_administrator(work, user)
        people.change(work, user, active=False)
        people.end_sessions(user)
        people.use_links(work, user)
        work.commit()


def activate(installation: Installation, actor: Actor, user_id: str) -> None:
    """Let somebody in again, with the password they had."""
    require(actor, "manage_people")
    with installation.writing(actor) as work:
        people.change(work, _found(people.by_id(work.session, user_id)), active=True)
        work.commit()


def end_sessions(installation: Installation, actor: Actor, user_id: str) -> None:
    """Sign somebody out everywhere; they may sign in again."""
    require(actor, "manage_people")
    with installation.writing(actor) as work:
        user = _found(people.by_id(work.session, user_id))
        people.end_sessions(user)
        people.note(work, user, "updated", None, {"sessions": "ended"})
        work.commit()


def _keep_an_administrator(work: UnitOfWork, user: User) -> None:
    is_one = user.role == "administrator" and user.active
    if is_one and people.other_administrators(work.session, user.id) == 0:
        raise Refusal(
            "conflict",
            message("There must be at least one active administrator."),
            message("Make somebody else an administrator first; they must have signed in once."),
        )


def _check_role(role: str) -> None:
    if role not in ROLES:
        fault = message("Choose a role.")
        raise Refusal("invalid", fault, fields={"role": fault})


def _found(user: User | None) -> User:
    if user is None:
        raise Refusal("not_found", message("There is no such person here."))
    return user


def _view(user: User, invited: bool) -> Person:
    return Person(
        id=user.id,
        email=user.email,
        name=user.name,
        role=user.role,  # type: ignore[arg-type]  # the table allows these roles only
        state=_state(user, invited),
        created=user.created,
    )


def _state(user: User, invited: bool) -> State:
    if not user.active:
        return "deactivated"
    if user.password_hash is not None:
        return "active"
    return "invited" if invited else "waiting"
