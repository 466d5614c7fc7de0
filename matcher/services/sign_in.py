"""Coming in: with a one-time link that lets one choose a password, and with that password."""

from __future__ import annotations

from dataclasses import dataclass

from matcher.errors import Refusal
from matcher.services import passwords
from matcher.services.access import NOBODY, Actor, Role, require
from matcher.services.email_addresses import email_fault
from matcher.services.installation import Installation
from matcher.services.one_time_links import make_first_administrator_link, make_sign_in_link
from matcher.services.tokens import token_hash
from matcher.store.queries import people
from matcher.store.tables import OneTimeLink, User
from matcher.store.tables.base import now
from matcher.wording.message import Message, message

__all__ = [
    "Credentials",
    "SignedIn",
    "Welcome",
    "accept",
    "make_first_administrator_link",
    "make_sign_in_link",
    "sign_in",
    "signed_in",
    "welcome",
]


@dataclass(frozen=True, kw_only=True, slots=True)
class SignedIn:
    """A person with an account, and the key that their sessions carry."""

    id: str
    email: str
    name: str
    role: Role
    language: str | None
    session_key: str

    @property
    def actor(self) -> Actor:
        """The person as the one who asks."""
        return Actor(role=self.role, id=self.id, name=self.name or self.email)


@dataclass(frozen=True, kw_only=True, slots=True)
class Welcome:
    """Whom a one-time link is for; the first administrator has no e-mail address yet."""

    email: str
    name: str
    has_password: bool


@dataclass(frozen=True, kw_only=True, slots=True)
class Credentials:
    """What somebody chooses when they use a one-time link."""

    name: str
    password: str
    email: str = ""


def signed_in(installation: Installation, user_id: str, session_key: str) -> SignedIn | None:
    """Whose session it is; None if the account is gone or inactive, or its sessions were ended."""
    with installation.reading() as session:
        user = people.by_id(session, user_id)
        if user is None or not user.active or user.session_key != session_key:
            return None
        return _view(user)


def sign_in(installation: Installation, email: str, password: str) -> SignedIn:
    """Who this is; Refusal (invalid), always the same one, unless e-mail and password fit."""
    require(NOBODY, "sign_in")
    with installation.reading() as session:
        user = people.by_email(session, email)
        kept = user.password_hash if user is not None and user.active else None
        found = None if user is None else _view(user)
    if not passwords.matches(password, kept) or found is None or kept is None:
        raise Refusal("invalid", message("The e-mail address or the password is not right."))
    if passwords.is_outdated(kept):
        _keep_anew(installation, found, password)
    return found


def welcome(installation: Installation, token: str) -> Welcome:
    """Whom a one-time link is for. Looking does not use it: programs that scan mail look, too.

    Refusal (link_expired) if it was used, has expired or never was.
    """
    require(NOBODY, "sign_in")
    with installation.reading() as session:
        _link, user = _good(people.link(session, token_hash(token)))
        return Welcome(
            email=user.email, name=user.name, has_password=user.password_hash is not None
        )


def accept(installation: Installation, token: str, chosen: Credentials) -> SignedIn:
    """Use a one-time link: keep the name and password, end earlier sessions, and sign in.

    Refusal (link_expired) as in `welcome`; (invalid) with `fields` for what is wrong with the
    form, and then the link stays good.
    """
    require(NOBODY, "sign_in")
    # The slow part first, so that no other writer waits for it.
    hashed = passwords.hash_password(chosen.password[: passwords.LONGEST])
    with installation.writing(NOBODY) as work:
        _link, user = _good(people.link(work.session, token_hash(token)))
        email = user.email or chosen.email.strip().casefold()
        name = chosen.name.strip()
        _check(chosen, email, name)
        if not user.email and people.by_email(work.session, email):
            fields = {"email": message("Somebody has this e-mail address already.")}
            raise Refusal("invalid", fields["email"], fields=fields)
        work.actor_id, work.actor_name = user.id, name
        people.change(work, user, email=email, name=name)
        people.note(work, user, "updated", None, {"password": "set"})
        user.password_hash = hashed
        people.end_sessions(user)
        people.use_links(work, user)
        work.commit()
        return _view(user)


def _check(chosen: Credentials, email: str, name: str) -> None:
    faults: dict[str, Message | None] = {
        "name": None if name else message("Write your name."),
        "email": email_fault(email),
        "password": passwords.weakness(chosen.password, email=email, name=name),
    }
    fields = {field: fault for field, fault in faults.items() if fault is not None}
    if fields:
        raise Refusal("invalid", message("Something is missing or wrong."), fields=fields)


def _good(found: tuple[OneTimeLink, User] | None) -> tuple[OneTimeLink, User]:
    if found is None or found[0].used or found[0].expires <= now() or not found[1].active:
        raise Refusal(
            "link_expired",
            message("This link has been used, or it has expired."),
            message("Ask an administrator for a new one, or sign in with your password."),
        )
    return found


def _keep_anew(installation: Installation, who: SignedIn, password: str) -> None:
    hashed = passwords.hash_password(password)
    with installation.writing(who.actor) as work:
        user = people.by_id(work.session, who.id)
        if user is not None:
            user.password_hash = hashed
            work.commit()


def _view(user: User) -> SignedIn:
    return SignedIn(
        id=user.id,
        email=user.email,
        name=user.name,
        role=user.role,  # type: ignore[arg-type]  # the table allows these roles only
        language=user.language,
        session_key=user.session_key,
    )
