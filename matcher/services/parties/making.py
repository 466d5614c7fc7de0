"""Making organisations that take part parties: as part of whatever is done first."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from matcher.errors import Refusal
from matcher.services.access import may_be_passed_on
from matcher.store import documents
from matcher.store.documents.partnerships import EMPTY, EMPTY_PARTY
from matcher.store.queries import parties
from matcher.store.queries.parties import PartyLine
from matcher.store.queries.people import account_of
from matcher.store.tables.base import new_id
from matcher.store.unit_of_work import UnitOfWork
from matcher.wording.message import message


def carried_on(work: UnitOfWork, collaboration_id: str, as_of: date) -> tuple[PartyLine, ...]:
    """The parties of a collaboration, made where they are missing; part of the work at hand.

    A new party begins with the contact person that its organisation is known to have, unless it is
    protected or said that its contact points are not to be passed on: the other parties read them.
    Whoever is the first to do something with it answers for it from then on, until another is
    named. Refusal (not_found) if there is no such collaboration.
    """
    require_collaboration(work, collaboration_id)
    if not documents.read(work.session, "partnership", [collaboration_id]):
        begun = {**EMPTY, "owner_id": account_of(work)}
        documents.write(work, "partnership", {collaboration_id: begun}, before={})
    known = documents.read(
        work.session, "organisation", parties.without_party(work.session, collaboration_id)
    )
    new = {
        new_id(collaboration_id, key): {
            **EMPTY_PARTY,
            **_contact(organisation),
            "collaboration_id": collaboration_id,
            "organisation_id": key,
        }
        for key, organisation in sorted(known.items())
    }
    if new:
        documents.write(work, "party", new, before={})
    return parties.of(work.session, collaboration_id, as_of)


def require_collaboration(work: UnitOfWork, collaboration_id: str) -> str:
    """The title of a collaboration; Refusal (not_found) if there is none."""
    title = parties.title(work.session, collaboration_id)
    if title is None:
        raise no_such_collaboration()
    return title


def no_such_collaboration() -> Refusal:
    """What is said of a collaboration that is not there, or no longer."""
    return Refusal("not_found", message("There is no such collaboration."))


def _contact(organisation: Mapping[str, Any]) -> dict[str, str | None]:
    withheld = organisation["advertising_protected"] or organisation["may_pass_on"] is False
    if withheld and not may_be_passed_on(organisation):
        return {}
    first, _, _ = (organisation["email"] or "").partition(",")
    return {
        "contact_name": organisation["contact_person"],
        "contact_email": first.strip() or None,
        "contact_phone": organisation["phone"],
    }
