"""Seeing the parties to a collaboration: their contacts and links, and who answers for it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from matcher.errors import Refusal
from matcher.services.access import Actor, may, require
from matcher.services.installation import Installation
from matcher.services.parties.making import no_such_collaboration
from matcher.services.parties.opening import without_contacts
from matcher.services.personal_links import PersonalLinkLine, lines_of
from matcher.store.queries import mail_stops, organisations, parties, people
from matcher.store.queries.parties import PartyLine
from matcher.store.session import Session
from matcher.text import danish_key
from matcher.wording.message import message

OWNERS = frozenset({"editor", "administrator"})
"""The roles of those who may answer for a collaboration."""


@dataclass(frozen=True, kw_only=True, slots=True)
class PartyView:
    """A party with its personal link, as far as the one who asks may see its contacts.

    `no_mail` are those of its addresses that have asked for no more reminders.
    """

    line: PartyLine
    link: PersonalLinkLine | None
    no_mail: frozenset[str] = frozenset()

    @property
    def contact_known(self) -> bool:
        """Whether there is a way to reach somebody: an e-mail or a phone number."""
        return any((self.line.contact_email, self.line.contact_phone, self.line.deputy_email))


@dataclass(frozen=True, kw_only=True, slots=True)
class PartiesPage:
    """The parties to a collaboration.

    `missing` (id, name) take part and are no party yet. `owner` (id, name) answers for it, `owners`
    are those who could; `origin` (id, title) is the shortlist that it came of. Readers see who the
    parties are, not their contacts (`protected`).
    """

    id: str
    title: str
    parties: tuple[PartyView, ...]
    missing: tuple[tuple[str, str], ...]
    owner: tuple[str, str] | None
    owners: tuple[tuple[str, str], ...] = ()
    origin: tuple[str, str] | None
    protected: bool

    @property
    def there(self) -> tuple[PartyView, ...]:
        """Those who have not left."""
        return tuple(each for each in self.parties if not each.line.left)

    @property
    def without_contact(self) -> tuple[str, ...]:
        """The names of those who have not left and whom nobody knows how to reach."""
        return tuple(each.line.name for each in self.there if not each.contact_known)

    @property
    def without_link(self) -> tuple[str, ...]:
        """The names of those who have not left and have no link that is good."""
        return tuple(
            each.line.name for each in self.there if each.link is None or each.link.expired
        )


def show_parties(
    installation: Installation, actor: Actor, collaboration_id: str, *, as_of: date
) -> PartiesPage:
    """The parties to a collaboration; Refusal (not_found) if there is no such collaboration."""
    require(actor, "show_partnership")
    with installation.reading() as session:
        page = parties_of(installation, session, actor, collaboration_id, as_of)
        return page if page.protected else replace(page, owners=possible_owners(session))


def parties_of(
    installation: Installation,
    session: Session,
    actor: Actor,
    collaboration_id: str,
    as_of: date,
) -> PartiesPage:
    """The same without `owners`, for a use case that has asked who may."""
    writes = may(actor, "save_partnership")
    head = parties.head(session, collaboration_id)
    if head is None:
        raise no_such_collaboration()
    found = parties.of(session, collaboration_id, as_of)
    links, unwilling = {}, frozenset[str]()
    if writes:
        unwilling = mail_stops.unwilling(session)
        links = lines_of(installation, session, "party", {each.id for each in found})
    names = organisations.names(session, parties.without_party(session, collaboration_id))
    return PartiesPage(
        id=collaboration_id,
        title=head.title,
        parties=tuple(
            PartyView(
                line=each if writes else without_contacts(each),
                link=links.get(each.id),
                no_mail=_among(each, unwilling),
            )
            for each in found
        ),
        missing=tuple(sorted(names.items(), key=lambda item: danish_key(item[1]))),
        owner=head.owner,
        origin=head.origin,
        protected=not writes,
    )


def possible_owners(session: Session) -> tuple[tuple[str, str], ...]:
    """Who may answer for a collaboration (id, name), by name."""
    return tuple(
        (user.id, user.name or user.email)
        for user in people.everybody(session)
        if user.active and user.role in OWNERS
    )


def party_of(session: Session, collaboration_id: str, party_id: str, as_of: date) -> PartyLine:
    """A party to this collaboration; Refusal (not_found) if it is none."""
    found = parties.by_id(session, party_id, as_of)
    if found is None or found.collaboration_id != collaboration_id:
        raise Refusal("not_found", message("There is no such party to this collaboration."))
    return found


def _among(line: PartyLine, unwilling: frozenset[str]) -> frozenset[str]:
    return frozenset(
        email
        for email in (line.contact_email, line.deputy_email)
        if email and email.strip().casefold() in unwilling
    )
