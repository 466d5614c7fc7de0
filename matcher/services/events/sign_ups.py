"""Signing organisations up to an event: done by those who make it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from matcher.errors import Refusal
from matcher.exchange.fault import Fault
from matcher.exchange.text_cells import plain
from matcher.services.access import Actor, may_see, require
from matcher.services.events.there import Event, event_there, no_such_event
from matcher.services.events.wanted import Wanted, read_wanted, same
from matcher.services.forms import Errors, refuse_errors
from matcher.services.installation import Installation
from matcher.services.references import find_organisation
from matcher.store.queries import events
from matcher.store.queries.events import SignUpLine
from matcher.store.tables import SignUp
from matcher.store.tables.base import new_id
from matcher.store.unit_of_work import UnitOfWork
from matcher.wording.message import message


@dataclass(frozen=True, kw_only=True, slots=True)
class SignedUp:
    """A sign-up's id and the organisation's name; `new` is False for who had signed up already."""

    id: str
    name: str
    new: bool


def add_sign_up(
    installation: Installation, actor: Actor, event_id: str, wanted: Wanted, *, as_of: date
) -> SignedUp:
    """Sign an organisation up that is known here; once, however often it is asked.

    Refusal: not_found for the event; invalid, with `fields`.
    """
    require(actor, "save_event")
    with installation.writing(actor) as work:
        event = event_held(work, event_id, as_of)
        errors: Errors = {}
        organisation = _organisation(work, wanted, errors)
        read = read_wanted(wanted, event, errors, email_needed=False)
        refuse_errors(errors)
        there = same(events.sign_ups(work.session, event_id), organisation, wanted, by_email=False)
        name = plain(wanted.organisation)
        if there is not None and not there.withdrawn:
            return SignedUp(id=there.id, name=there.name, new=False)
        key = keep(work, event_id, there, organisation_id=organisation, name=name, **read)
        work.commit()
    return SignedUp(id=key, name=name, new=True)


def change_sign_up(
    installation: Installation,
    actor: Actor,
    event_id: str,
    sign_up_id: str,
    wanted: Wanted,
    *,
    as_of: date,
) -> None:
    """Say which organisation it is, whom to write to, which rounds they cannot.

    With another e-mail it is another person's: the page of whoever signed up is no longer there.
    Refusal: not_found; invalid, with `fields`, also where another sign-up is of the organisation.
    """
    require(actor, "save_event")
    with installation.writing(actor) as work:
        event = event_held(work, event_id, as_of)
        found = _there(work, event_id, sign_up_id)
        errors: Errors = {}
        organisation = _organisation(work, wanted, errors)
        read = read_wanted(wanted, event, errors, email_needed=False)
        others = [s for s in events.sign_ups(work.session, event_id) if s.id != sign_up_id]
        if organisation and any(
            each.organisation_id == organisation and not each.withdrawn for each in others
        ):
            errors["organisation"] = message("This organisation has signed up already.")
        refuse_errors(errors)
        if found.email and found.email.casefold() != (read["email"] or "").casefold():
            found.id = new_id()  # whoever signed up does not see who comes in their place
        found.organisation_id = organisation
        found.person, found.email = read["person"], read["email"]
        found.content = {**found.content, "absent": list(wanted.absent)}
        work.commit()


def withdraw_sign_up(
    installation: Installation, actor: Actor, event_id: str, sign_up_id: str
) -> str:
    """Take an organisation off the list and say what it is called; person and e-mail are forgotten.

    It stays in plans that were made, until they are made anew. Refusal (not_found).
    """
    require(actor, "save_event")
    with installation.writing(actor) as work:
        found = _there(work, event_id, sign_up_id)
        forget(found)
        work.commit()
        return found.name


def mark_missing(
    installation: Installation,
    actor: Actor,
    event_id: str,
    sign_up_id: str,
    from_round: int | None,
    *,
    as_of: date,
) -> None:
    """Say from which round on somebody is missing; None when they are there after all.

    Refusal: not_found; invalid for a round that there is not.
    """
    require(actor, "save_event")
    with installation.writing(actor) as work:
        event = event_there(work.session, event_id, as_of)
        found = _there(work, event_id, sign_up_id)
        if from_round is not None and not 1 <= from_round <= event.rounds:
            raise Refusal("invalid", message("There is no round {number}.", number=from_round))
        found.content = {**found.content, "missing_from": from_round}
        work.commit()


def event_held(work: UnitOfWork, event_id: str, as_of: date) -> Event:
    """The event, to whose list nobody else adds until the work is done. Refusal (not_found)."""
    if not events.hold(work.session, event_id):
        raise no_such_event()
    return event_there(work.session, event_id, as_of)


def keep(work: UnitOfWork, event_id: str, there: SignUpLine | None, **fields: Any) -> str:
    """Write a new sign-up, also in the place of one that was withdrawn; gives its id.

    Whoever has the address of the one that was withdrawn does not see who has come in its place.
    """
    withdrawn = None if there is None else events.sign_up(work.session, event_id, there.id)
    if withdrawn is not None:
        work.session.delete(withdrawn)
    return events.add_sign_up(work.session, event_id, **fields).id


def forget(found: SignUp) -> None:
    """Withdraw a sign-up: what was personal of it is not kept."""
    found.person = found.email = None
    found.content = {**found.content, "withdrawn": True}


def seen_by(actor: Actor, line: SignUpLine) -> SignUpLine:
    """The sign-up without what this person may not see."""
    return line if may_see(actor, "email", {}) else replace(line, person=None, email=None)


def _organisation(work: UnitOfWork, wanted: Wanted, errors: Errors) -> str | None:
    name = plain(wanted.organisation)
    if not name:
        errors["organisation"] = message("Write which organisation it is.")
        return None
    try:
        return find_organisation(work, name, wanted.organisation_id)
    except Fault as fault:
        errors["organisation"] = fault.reason
        return None


def _there(work: UnitOfWork, event_id: str, sign_up_id: str) -> SignUp:
    found = events.sign_up(work.session, event_id, sign_up_id)
    if found is None:
        raise Refusal("not_found", message("There is no such sign-up."))
    return found
