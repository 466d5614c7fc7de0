"""What a party's personal link opens."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from matcher.errors import Refusal
from matcher.services.access import Actor
from matcher.services.installation import Installation
from matcher.services.personal_links import opened
from matcher.store.queries import mail_stops, parties
from matcher.store.queries.parties import PartyLine
from matcher.wording.message import message


@dataclass(frozen=True, kw_only=True, slots=True)
class PartyHere:
    """A party at its own page: who asks, for which collaboration, and who the others are.

    `others` are those who have not left; a party that has left itself is not told how to reach
    them. `mailed` says whether its contact person is told by mail
    what waits for it.
    """

    actor: Actor
    party: PartyLine
    collaboration_id: str
    title: str
    others: tuple[PartyLine, ...]
    mailed: bool

    def require_there(self) -> None:
        """Refusal (forbidden) for a party that has left: it may read, but not write any more."""
        if self.party.left:
            raise Refusal(
                "forbidden",
                message("{name} no longer takes part in {title}.", name=self.party.name,
                        title=self.title),
                message("If that is wrong, tell the person who sent you the link."),
            )  # fmt: skip


def party_here(installation: Installation, token: str, as_of: date) -> PartyHere:
    """The party that a token is for; Refusal (link_expired) as in `personal_links.opened`."""
    party_id = opened(installation, token, "party")
    with installation.reading() as session:
        party = parties.by_id(session, party_id, as_of)
        if party is None:
            raise Refusal(
                "link_expired",
                message("What this link was for has been deleted."),
                message("Ask the person who gave it to you."),
            )
        title = parties.title(session, party.collaboration_id) or ""
        everybody = parties.of(session, party.collaboration_id, as_of)
        email = (party.contact_email or "").strip().casefold()
        mailed = bool(email) and mail_stops.wants(session, email)
    name = party.contact_name or party.name
    return PartyHere(
        actor=Actor(role="party", name=name, subject="party", subject_id=party_id, left=party.left),
        party=party,
        collaboration_id=party.collaboration_id,
        title=title,
        others=tuple(
            without_contacts(each) if party.left else each
            for each in everybody
            if each.id != party_id and not each.left
        ),
        mailed=mailed,
    )


def without_contacts(line: PartyLine) -> PartyLine:
    """The party without how to reach it, and without who stands for it."""
    return replace(
        line,
        contact_name=None,
        contact_email=None,
        contact_phone=None,
        deputy_name=None,
        deputy_email=None,
    )
