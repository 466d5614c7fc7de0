"""Which ties of a collaboration hang on one contact person."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from matcher.partnership.one_person import Contact, Risk, hanging_on_one
from matcher.services.access import Actor, may_see
from matcher.store.queries import parties
from matcher.store.queries.parties import PartyLine
from matcher.store.session import Session


@dataclass(frozen=True, kw_only=True, slots=True)
class ContactRisk:
    """A risk as a page tells it.

    `parties` are names; `person` is who it hangs on, None for those who may not know. `ties` is
    how many other parties they are tied to here.
    """

    risk: Risk
    parties: tuple[str, ...]
    person: str | None
    ties: int
    collaborations: int


def contact_risks(
    session: Session, actor: Actor, collaboration_id: str, as_of: date
) -> tuple[ContactRisk, ...]:
    """The risks of a collaboration; parties that have left are in none."""
    there = [line for line in parties.of(session, collaboration_id, as_of) if not line.left]
    names = {line.id: line.name for line in there}
    theirs = {line.organisation_id for line in there}
    everywhere = parties.of_organisations(session, as_of, theirs)
    contacts = _contacts(line for line in everywhere if not line.left)
    seen = may_see(actor, "contact_name", {})
    return tuple(
        ContactRisk(
            risk=found.risk,
            parties=tuple(names[party] for party in found.parties),
            person=found.person if seen else None,
            ties=len(there) - len(found.parties),
            collaborations=found.collaborations,
        )
        for found in hanging_on_one(contacts, collaboration_id)
    )


def _contacts(lines: Iterable[PartyLine]) -> list[Contact]:
    return [
        Contact(
            party=line.id,
            collaboration=line.collaboration_id,
            organisation=line.organisation_id,
            name=line.contact_name,
            email=line.contact_email,
            deputy=line.deputy_name or line.deputy_email,
        )
        for line in lines
    ]
