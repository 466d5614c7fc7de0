"""Who sends the request: a signed-in person, the holder of a link, or nobody."""

from __future__ import annotations

from flask import Flask, current_app, g, session
from flask_login import LoginManager, UserMixin, current_user, login_user, logout_user

from matcher.errors import Refusal
from matcher.services.access import NOBODY, Actor
from matcher.services.installation import Installation
from matcher.services.links import holder_of
from matcher.services.sign_in import SignedIn, signed_in

LINK = "link"
"""The key of the session that keeps which access link was opened."""

_KEPT = ("language",)


class _Account(UserMixin):
    """What Flask-Login keeps: the id together with the key that ends all sessions."""

    def __init__(self, person: SignedIn) -> None:
        self.person = person

    def get_id(self) -> str:
        return f"{self.person.id}:{self.person.session_key}"


def init_app(app: Flask) -> None:
    """Let Flask-Login find people by what the session's cookie says."""
    # Without its own template variable: that would ask the database for every page, also for the
    # one which says that the database does not answer.
    manager = LoginManager(app, add_context_processor=False)
    # A phone that changes network keeps its session; what ends sessions is their key.
    manager.session_protection = None

    @manager.user_loader
    def load(kept: str) -> _Account | None:
        user_id, _, key = kept.partition(":")
        person = signed_in(_installation(), user_id, key)
        return None if person is None else _Account(person)


def person() -> SignedIn | None:
    """The signed-in person; None for holders of links and for nobody."""
    if g.get("without_records"):
        return None
    return current_user.person if current_user.is_authenticated else None


def actor() -> Actor:
    """Who asks; the answer is kept for the request."""
    if "actor" not in g:
        g.actor = _actor()
    kept: Actor = g.actor
    return kept


def begin(who: SignedIn) -> None:
    """Sign somebody in: a new session that keeps nothing of the old one but the language."""
    kept = {key: session[key] for key in _KEPT if key in session}
    session.clear()
    session.update(kept)
    session.permanent = True
    login_user(_Account(who))
    g.actor = who.actor


def end() -> None:
    """Sign out on this device."""
    kept = {key: session[key] for key in _KEPT if key in session}
    logout_user()
    session.clear()
    session.update(kept)
    g.actor = NOBODY


def hold(link_id: str) -> None:
    """Remember the access link that was opened. Who is signed in stays who they are."""
    session.permanent = True
    session[LINK] = link_id


def lost_link() -> Refusal | None:
    """Why the link that was opened earlier no longer opens anything; None if it does."""
    link_id = session.get(LINK)
    if not isinstance(link_id, str):
        return None
    try:
        holder_of(_installation(), link_id)
    except Refusal as refusal:
        return refusal
    return None


def _actor() -> Actor:
    if g.get("without_records"):
        return NOBODY
    found = person()
    if found is not None:
        return found.actor
    link_id = session.get(LINK)
    if not isinstance(link_id, str):
        return NOBODY
    try:
        return holder_of(_installation(), link_id)
    except Refusal:
        return NOBODY


def _installation() -> Installation:
    kept: Installation = current_app.extensions["samspil"]
    return kept
