"""Read-only links to one shortlist or to the map, for people without an account."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from matcher.errors import Refusal
from matcher.services.access import NOBODY, Actor, require
from matcher.services.installation import Installation
from matcher.services.tokens import new_token, token_hash
from matcher.store.queries import links
from matcher.store.tables import AccessLink
from matcher.store.tables.base import now
from matcher.wording.message import message

DAYS = 30
LONGEST_DAYS = 365
LONGEST_LABEL = 100


@dataclass(frozen=True, kw_only=True, slots=True)
class Link:
    """An access link as those who may share see it; its token is not kept anywhere."""

    id: str
    subject: str
    subject_id: str | None
    label: str
    made_by: str
    created: datetime
    expires: datetime
    expired: bool


@dataclass(frozen=True, kw_only=True, slots=True)
class Shared:
    """A new link and its path, which can be shown this once only."""

    link: Link
    path: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Opened:
    """What a link opens."""

    id: str
    subject: str
    subject_id: str | None


@dataclass(frozen=True, kw_only=True, slots=True)
class ShareOptions:
    """Whom a link is for, in the maker's own words, and how many days it is good."""

    label: str
    days: int = DAYS


def share(
    installation: Installation,
    actor: Actor,
    subject: str,
    subject_id: str | None,
    options: ShareOptions,
) -> Shared:
    """Make a link to a shortlist ("shortlist", its id) or to the map ("map", None).

    Refusal (not_found) if there is no such thing, (invalid) with `fields` for faulty options.
    """
    require(actor, "share")
    label = _checked(options)
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
        )
        work.commit()
        return Shared(link=_view(link, actor.name), path=f"/links/{token}")


def list_links(
    installation: Installation, actor: Actor, subject: str, subject_id: str | None
) -> tuple[Link, ...]:
    """The links to a subject that were not revoked, newest first."""
    require(actor, "share")
    with installation.reading() as session:
        return tuple(
            _view(link, name) for link, name in links.of_subject(session, subject, subject_id)
        )


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


def open_link(installation: Installation, token: str) -> Opened:
    """What a token opens; Refusal (link_expired) if nothing, or nothing any more."""
    require(NOBODY, "open_access_link")
    with installation.reading() as session:
        link = _good(links.by_hash(session, token_hash(token)))
        return Opened(id=link.id, subject=link.subject, subject_id=link.subject_id)


def holder_of(installation: Installation, link_id: str) -> Actor:
    """The holder of a link that was opened earlier; Refusal (link_expired) as in `open_link`."""
    with installation.reading() as session:
        link = _good(links.by_id(session, link_id))
        return Actor(role="link", name=link.label, subject=link.subject, subject_id=link.subject_id)


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


def _checked(options: ShareOptions) -> str:
    label = options.label.strip()
    faults = {}
    if not label or len(label) > LONGEST_LABEL:
        faults["label"] = message(
            "Write in at most {n} characters whom the link is for.", n=LONGEST_LABEL
        )
    if not 1 <= options.days <= LONGEST_DAYS:
        faults["days"] = message("Choose between 1 and {n} days.", n=LONGEST_DAYS)
    if faults:
        raise Refusal("invalid", next(iter(faults.values())), fields=faults)
    return label


def _view(link: AccessLink, made_by: str) -> Link:
    return Link(
        id=link.id,
        subject=link.subject,
        subject_id=link.subject_id,
        label=link.label,
        made_by=made_by,
        created=link.created,
        expires=link.expires,
        expired=link.expires <= now(),
    )
