"""What people change of their own account."""

from __future__ import annotations

from matcher.errors import Refusal
from matcher.services import passwords
from matcher.services.access import Actor, require
from matcher.services.installation import Installation
from matcher.services.sign_in import SignedIn, signed_in
from matcher.store.queries import people
from matcher.store.tables import User
from matcher.wording.message import message
from matcher.wording.say import LANGUAGES


def change_password(installation: Installation, actor: Actor, old: str, new: str) -> SignedIn:
    """Choose another password; all sessions end, and the answer carries the key of the next.

    Refusal (invalid) with `fields` if the old one is not right or the new one will not do.
    """
    require(actor, "manage_own_account")
    hashed = passwords.hash_password(new[: passwords.LONGEST])
    with installation.reading() as session:
        user = _own(people.by_id(session, actor.id or ""))
        kept, email, name = user.password_hash, user.email, user.name
    if not passwords.matches(old, kept):
        fault = message("This is not your password.")
        raise Refusal("invalid", fault, fields={"old": fault})
    weak = passwords.weakness(new, email=email, name=name)
    if weak is not None:
        raise Refusal("invalid", weak, fields={"new": weak})
    with installation.writing(actor) as work:
        user = _own(people.by_id(work.session, actor.id or ""))
        user.password_hash = hashed
        people.end_sessions(user)
        people.use_links(work, user)
        people.note(work, user, "updated", None, {"password": "set"})
        work.commit()
        key = user.session_key
    return _signed_in(installation, actor, key)


def change_name(installation: Installation, actor: Actor, name: str) -> None:
    """Be called something else; Refusal (invalid) with `fields` for an empty name."""
    require(actor, "manage_own_account")
    if not name.strip():
        fault = message("Write your name.")
        raise Refusal("invalid", fault, fields={"name": fault})
    with installation.writing(actor) as work:
        people.change(work, _own(people.by_id(work.session, actor.id or "")), name=name.strip())
        work.commit()


def choose_language(installation: Installation, actor: Actor, language: str) -> None:
    """Keep the language a person reads in, for the next time they sign in."""
    require(actor, "manage_own_account")
    if language not in LANGUAGES:
        raise Refusal("not_found", message("There is no such language here."))
    with installation.writing(actor) as work:
        _own(people.by_id(work.session, actor.id or "")).language = language
        work.commit()


def wants_reminders(installation: Installation, actor: Actor) -> bool:
    """Whether a person is told by mail what is due."""
    require(actor, "manage_own_account")
    with installation.reading() as session:
        return _own(people.by_id(session, actor.id or "")).reminders


def switch_reminders(installation: Installation, actor: Actor, *, wanted: bool) -> None:
    """Be told by mail what is due, or not."""
    require(actor, "manage_own_account")
    with installation.writing(actor) as work:
        _own(people.by_id(work.session, actor.id or "")).reminders = wanted
        work.commit()


def end_own_sessions(installation: Installation, actor: Actor) -> SignedIn:
    """Sign out everywhere; the answer carries the key of a new session."""
    require(actor, "manage_own_account")
    with installation.writing(actor) as work:
        user = _own(people.by_id(work.session, actor.id or ""))
        people.end_sessions(user)
        people.note(work, user, "updated", None, {"sessions": "ended"})
        work.commit()
        key = user.session_key
    return _signed_in(installation, actor, key)


def _signed_in(installation: Installation, actor: Actor, key: str) -> SignedIn:
    found = signed_in(installation, actor.id or "", key)
    if found is None:  # deactivated in the same moment
        raise Refusal("not_signed_in", message("Sign in to see this page."))
    return found


def _own(user: User | None) -> User:
    if user is None:
        raise Refusal("not_signed_in", message("Sign in to see this page."))
    return user
