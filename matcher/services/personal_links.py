"""Personal links: signed addresses that can be shown again, run out and be withdrawn.

The address carries the link's id with a signature by the installation's key, so it can be put into
a reminder without any secret being kept; the record says how long it is good. Another key makes all
of them void.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Literal

from itsdangerous import BadSignature, URLSafeSerializer

from matcher.errors import Refusal
from matcher.services.installation import Installation
from matcher.services.session_key import session_key
from matcher.store.queries import personal_links
from matcher.store.session import Session
from matcher.store.tables import PersonalLink
from matcher.store.tables.base import now
from matcher.store.unit_of_work import UnitOfWork
from matcher.wording.message import message

Subject = Literal["party", "event", "calendar"]

DAYS = 400
"""How long a link is good unless it is said: a year's collaboration and the talk after it."""

_PATHS = {
    "party": "/with/{token}",
    "event": "/sign-up/{token}",
    "calendar": "/calendar/{token}.ics",
}


@dataclass(frozen=True, kw_only=True, slots=True)
class PersonalLinkLine:
    """A link as those who manage it see it; `path` is its address below the installation's."""

    id: str
    subject_id: str
    path: str
    created: datetime
    expires: datetime
    expired: bool


def link_of(
    work: UnitOfWork, subject: Subject, subject_id: str, *, days: int = DAYS
) -> PersonalLink:
    """The subject's good link, or a new one where it has none; part of the work at hand."""
    return links_of(work, subject, {subject_id}, days=days)[subject_id]


def links_of(
    work: UnitOfWork, subject: Subject, ids: set[str], *, days: int = DAYS
) -> dict[str, PersonalLink]:
    """The same of many subjects, by the subject's id."""
    moment = now()
    there = personal_links.of_subjects(work.session, subject, ids)
    found = {key: link for key, link in there.items() if link.expires > moment}
    for key in sorted(ids - found.keys()):
        found[key] = personal_links.add(work, subject, key, moment + timedelta(days=days))
    return found


def lines_of(
    installation: Installation, session: Session, subject: Subject, ids: set[str]
) -> dict[str, PersonalLinkLine]:
    """The newest links of subjects that were not withdrawn, by the subject's id."""
    return lines(installation, personal_links.of_subjects(session, subject, ids))


def lines(
    installation: Installation, links: Mapping[str, PersonalLink]
) -> dict[str, PersonalLinkLine]:
    """Links with their addresses, under the keys given; not while writing, as for `line`."""
    if not links:
        return {}
    signs = _serializer(installation)
    return {key: _line(signs, link) for key, link in links.items()}


def line(installation: Installation, link: PersonalLink) -> PersonalLinkLine:
    """A link with its address; not while writing, for the key may have to be made first."""
    return _line(_serializer(installation), link)


def _line(signs: URLSafeSerializer, link: PersonalLink) -> PersonalLinkLine:
    token = signs.dumps(link.id)
    return PersonalLinkLine(
        id=link.id,
        subject_id=link.subject_id,
        path=_PATHS[link.subject].format(token=token),
        created=link.created,
        expires=link.expires,
        expired=link.expires <= now(),
    )


def opened(installation: Installation, token: str, subject: Subject) -> str:
    """The id of what a token opens; Refusal (link_expired) if nothing, or nothing any more.

    A token for another sort of subject opens nothing either.
    """
    try:
        link_id = _serializer(installation).loads(token)
    except BadSignature:
        link_id = None
    with installation.reading() as session:
        link = personal_links.by_id(session, link_id) if isinstance(link_id, str) else None
        if link is None or link.subject != subject or link.revoked is not None:
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
        return link.subject_id


def withdraw(work: UnitOfWork, subject: Subject, subject_id: str) -> bool:
    """Make the subject's links open nothing from now on; False if there is none."""
    found = False
    while there := personal_links.of_subjects(work.session, subject, {subject_id}):
        personal_links.revoke(work, there[subject_id], now())
        work.session.flush()
        found = True
    return found


def _serializer(installation: Installation) -> URLSafeSerializer:
    return URLSafeSerializer(session_key(installation), salt="personal-link")
