"""One-time sign-in links: made for a person, shown once, good for one use and a few days."""

from __future__ import annotations

from datetime import timedelta

from matcher.errors import Refusal
from matcher.services.access import Actor, require
from matcher.services.installation import Installation
from matcher.services.tokens import new_token
from matcher.settings import Settings
from matcher.store.queries import people
from matcher.store.tables import User
from matcher.store.tables.base import now
from matcher.store.unit_of_work import UnitOfWork
from matcher.wording.message import message

HOST = "127.0.0.1"
PORT = 8000
"""Where `samspil serve` answers unless it is told otherwise."""


def make_first_administrator_link(
    installation: Installation, actor: Actor, *, host: str = HOST, port: int = PORT
) -> str | None:
    """The address of a link for the first administrator, who is made if there is none yet.

    None once an administrator has chosen a password: from then on they give access to others. A
    link that was made earlier and not used stays good as well. Host and port are where the pages
    are served, unless the settings name a public address.
    """
    require(actor, "set_up")
    with installation.writing(actor) as work:
        known = people.administrators(work.session)
        if any(user.password_hash for user in known):
            return None
        user = known[0] if known else people.add(work, email="", role="administrator")
        path = add_link(work, user, installation.settings)
        work.commit()
    return address(installation.settings, path, host=host, port=port)


def make_sign_in_link(
    installation: Installation, actor: Actor, email: str, *, host: str = HOST, port: int = PORT
) -> str:
    """The address of a new link for somebody with an account, also when they have a password.

    Refusal (not_found) for an unknown e-mail address, (conflict) for a deactivated account.
    """
    require(actor, "manage_people")
    with installation.writing(actor) as work:
        user = people.by_email(work.session, email)
        if user is None or not user.email:
            raise Refusal(
                "not_found",
                message("Nobody here has the e-mail address {email}.", email=email),
                message("Invite them first, on the page People."),
            )
        if not user.active:
            raise Refusal(
                "conflict",
                message("{email} has been deactivated.", email=user.email),
                message("Activate the account first, on the page People."),
            )
        path = add_link(work, user, installation.settings)
        work.commit()
    return address(installation.settings, path, host=host, port=port)


def add_link(work: UnitOfWork, user: User, settings: Settings) -> str:
    """The path of a new link, made as part of the work at hand and noted in the history."""
    token, hashed = new_token()
    expires = now() + timedelta(days=settings.link_days)
    people.add_link(work, user, hashed, expires)
    after = {"sign_in_link": "made", "expires": expires.date().isoformat()}
    people.note(work, user, "updated", None, after)
    return f"/sign-in/{token}"


def address(settings: Settings, path: str, *, host: str = HOST, port: int = PORT) -> str:
    """Where people find a path of the installation: below its public address, if it has one."""
    if settings.public_url:
        return settings.public_url.rstrip("/") + path
    named = f"[{host}]" if ":" in host else host
    return f"http://{named}:{port}{path}"
