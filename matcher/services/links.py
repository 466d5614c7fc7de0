"""Read-only links to a shortlist, the map or a saved view, for people without an account."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from matcher.errors import Refusal
from matcher.services.access import NOBODY, Actor, require
from matcher.services.installation import Installation
from matcher.services.link_options import DAYS, ShareOptions, checked
from matcher.services.passwords import hash_password, matches
from matcher.services.tokens import new_token, token_hash
from matcher.store.queries import links
from matcher.store.tables import AccessLink
from matcher.store.tables.base import now
from matcher.wording.message import message

__all__ = [
    "DAYS",
    "Link",
    "Opened",
    "ShareOptions",
    "Shared",
    "asks_password",
    "holder_of",
    "list_links",
    "look_up",
    "open_link",
    "revoke",
    "share",
    "sites_of",
]


@dataclass(frozen=True, kw_only=True, slots=True)
class Link:
    """An access link as those who may share see it; its token is not kept anywhere.

    `sites` may show it in a frame; `view` is the title of the saved view that it shows, if one.
    """

    id: str
    subject: str
    subject_id: str | None
    label: str
    made_by: str
    created: datetime
    expires: datetime
    expired: bool
    has_password: bool = False
    sites: tuple[str, ...] = ()
    view: str | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Shared:
    """A new link and its path, which can be shown this once only."""

    link: Link
    path: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Opened:
    """What a link opens, and whether it is for frames of other sites."""

    id: str
    subject: str
    subject_id: str | None
    embedding: bool = False


def share(
    installation: Installation,
    actor: Actor,
    subject: str,
    subject_id: str | None,
    options: ShareOptions,
) -> Shared:
    """Make a link to a shortlist ("shortlist", its id), the map ("map", None) or a view of it.

    A view of the map is "map" with the id of a saved view. Refusal (not_found) if there is no
    such thing, (invalid) with `fields` for faulty options.
    """
    require(actor, "share")
    label, sites = checked(subject, options)
    # The slow part before the records are taken, so that no other writer waits for it.
    secret = hash_password(options.password) if options.password else None
    token, hashed = new_token()
    with installation.writing(actor) as work:
        if not links.has_subject(work.session, subject, subject_id):
            raise Refusal("not_found", message("There is nothing here to share."))
        link = links.add(
            work,
            token_hash=hashed,
            subject=subject,
            subject_id=subject_id,
            label=label,
            expires=now() + timedelta(days=options.days),
            password_hash=secret,
            embedding=" ".join(sites) or None,
        )
        work.commit()
        path = f"/embed/{token}" if sites else f"/links/{token}"
        return Shared(link=_view(link, actor.name), path=path)


def list_links(
    installation: Installation, actor: Actor, subject: str, subject_id: str | None
) -> tuple[Link, ...]:
    """The links to a subject that were not revoked, newest first.

    Those to the map come with those to all views of it.
    """
    require(actor, "share")
    with installation.reading() as session:
        found = links.of_subject(session, subject, subject_id)
        titles = links.titles_of_views(session) if subject == "map" else {}
        return tuple(_view(link, name, titles.get(link.subject_id or "")) for link, name in found)


def revoke(installation: Installation, actor: Actor, link_id: str) -> Link:
    """Take a link back: whoever holds it sees nothing from the next page on."""
    require(actor, "share")
    with installation.writing(actor) as work:
        link = links.by_id(work.session, link_id)
        if link is None:
            raise Refusal("not_found", message("There is no such link."))
        links.revoke(work, link, now())
        work.commit()
        return _view(link, "")


def asks_password(installation: Installation, token: str) -> bool:
    """Whether a link has a password; Refusal (link_expired) as in `open_link`."""
    with installation.reading() as session:
        return _good(links.by_hash(session, token_hash(token))).password_hash is not None


def look_up(installation: Installation, token: str) -> Opened:
    """What a token stands for, without opening it; Refusal (link_expired) as in `open_link`."""
    with installation.reading() as session:
        return _opened(_good(links.by_hash(session, token_hash(token))))


def open_link(installation: Installation, token: str, password: str = "") -> Opened:
    """What a token opens; Refusal (link_expired) if nothing, or nothing any more.

    Refusal (invalid) with `fields` when the link has another password than this one.
    """
    require(NOBODY, "open_access_link")
    with installation.reading() as session:
        link = _good(links.by_hash(session, token_hash(token)))
        secret, opened = link.password_hash, _opened(link)
    if secret is not None and not matches(password, secret):
        fields = {"password": message("This is not the password of the link.")}
        raise Refusal("invalid", fields["password"], fields=fields)
    return opened


def sites_of(installation: Installation, token: str) -> tuple[str, ...]:
    """The sites that may show what a token opens in a frame, also when it opens nothing any more.

    They may show a page that says so. No site for a token that is none.
    """
    with installation.reading() as session:
        link = links.by_hash(session, token_hash(token))
        return () if link is None or link.embedding is None else tuple(link.embedding.split())


def holder_of(installation: Installation, link_id: str) -> Actor:
    """The holder of a link that was opened earlier; Refusal (link_expired) as in `open_link`."""
    with installation.reading() as session:
        link = _good(links.by_id(session, link_id))
        return Actor(role="link", name=link.label, subject=link.subject, subject_id=link.subject_id)


def _opened(link: AccessLink) -> Opened:
    return Opened(
        id=link.id,
        subject=link.subject,
        subject_id=link.subject_id,
        embedding=link.embedding is not None,
    )


def _good(link: AccessLink | None) -> AccessLink:
    if link is None or link.revoked is not None:
        raise Refusal(
            "link_expired",
            message("This link has been withdrawn, or it is not complete."),
            message("Check that you have all of it, or ask for a new one."),
        )
    if link.expires <= now():
        raise Refusal(
            "link_expired",
            message("This link was good until {day}.", day=link.expires.date()),
            message("Ask the person who gave it to you for a new one."),
        )
    return link


def _view(link: AccessLink, made_by: str, view: str | None = None) -> Link:
    return Link(
        id=link.id,
        subject=link.subject,
        subject_id=link.subject_id,
        label=link.label,
        made_by=made_by,
        created=link.created,
        expires=link.expires,
        expired=link.expires <= now(),
        has_password=link.password_hash is not None,
        sites=tuple((link.embedding or "").split()),
        view=view,
    )
