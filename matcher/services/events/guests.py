"""Signing up by an event's link, without an account."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from matcher.errors import Refusal
from matcher.exchange.text_cells import plain
from matcher.services.access import Actor, require
from matcher.services.events.planned import Card, cards, planned
from matcher.services.events.sign_ups import (
    SignedUp,
    event_held,
    forget,
    keep,
)
from matcher.services.events.there import Event, event_there
from matcher.services.events.wanted import LONGEST, Wanted, read_wanted, same
from matcher.services.forms import Errors, refuse_errors
from matcher.services.installation import Installation
from matcher.services.personal_links import opened
from matcher.store.queries import events, organisations
from matcher.store.queries.events import SignUpLine
from matcher.store.session import Session
from matcher.wording.message import message


@dataclass(frozen=True, kw_only=True, slots=True)
class GuestHere:
    """Somebody with an event's link, and the event."""

    actor: Actor
    event: Event


def guest_here(installation: Installation, token: str, as_of: date) -> GuestHere:
    """The event that a token is for; Refusal (link_expired) as in `personal_links.opened`."""
    event_id = opened(installation, token, "event")
    with installation.reading() as session:
        if events.event(session, event_id) is None:
            raise Refusal(
                "link_expired",
                message("What this link was for has been deleted."),
                message("Ask the person who gave it to you."),
            )
        event = event_there(session, event_id, as_of)
    actor = Actor(role="guest", name="", subject="event", subject_id=event_id)
    return GuestHere(actor=actor, event=event)


def sign_up(
    installation: Installation, actor: Actor, event_id: str, wanted: Wanted, *, as_of: date
) -> SignedUp:
    """Sign up; the same organisation or e-mail twice is once, and the answer says so.

    An organisation that is called exactly so is linked; another name is kept as written for those
    who make the event. Refusal: conflict when it is too late; invalid, with `fields`.
    """
    require(actor, "sign_up", event_id)
    with installation.writing(actor) as work:
        event = event_held(work, event_id, as_of)
        if event.state != "open":
            raise Refusal("conflict", message("Nobody can sign up to this event any more."))
        name, errors = plain(wanted.organisation), Errors()
        if not name:
            errors["organisation"] = message("Write what your organisation is called.")
        if len(name) > LONGEST:
            errors["organisation"] = message("Write at most {limit} characters.", limit=LONGEST)
        if not plain(wanted.person):
            errors["person"] = message("Write your name.")
        read = read_wanted(wanted, event, errors, email_needed=True)
        refuse_errors(errors)
        organisation = _called(work.session, name)
        lines = events.sign_ups(work.session, event_id)
        there = same(lines, organisation, wanted, by_email=True)
        if there is not None and not there.withdrawn:
            return SignedUp(id=there.id, name=name, new=False)
        read["content"]["by_guest"] = True
        key = keep(work, event_id, there, organisation_id=organisation, name=name, **read)
        work.commit()
    return SignedUp(id=key, name=name, new=True)


def own_sign_up(
    installation: Installation, actor: Actor, event_id: str, sign_up_id: str, *, as_of: date
) -> tuple[SignUpLine, Card | None]:
    """What somebody signed up with, and their evening once it is planned.

    Who knows the sign-up's id is who made it. Refusal (not_found) where there is none, or where
    it was withdrawn.
    """
    require(actor, "sign_up", event_id)
    with installation.reading() as session:
        event = event_there(session, event_id, as_of)
        lines = events.sign_ups(session, event_id)
        evenings = cards(planned(session, event))
    line = next((each for each in lines if each.id == sign_up_id and not each.withdrawn), None)
    if line is None:
        raise _gone()
    own = (each for each in evenings if each.organisation[0] == line.organisation_id)
    return line, next(own, None)


def withdraw_own(installation: Installation, actor: Actor, event_id: str, sign_up_id: str) -> None:
    """Withdraw; pressing twice is once. Refusal (not_found) if there is none."""
    require(actor, "sign_up", event_id)
    with installation.writing(actor) as work:
        found = events.sign_up(work.session, event_id, sign_up_id)
        if found is None:
            raise _gone()
        forget(found)
        work.commit()


def _called(session: Session, name: str) -> str | None:
    """The one organisation with exactly this name, which is shown to others; else None."""
    found = organisations.named(session, name)
    shown = [line.id for line in organisations.lines_of(session, found).values() if not line.hidden]
    return shown[0] if len(shown) == 1 else None


def _gone() -> Refusal:
    return Refusal(
        "not_found",
        message("There is no such sign-up. It may have been withdrawn."),
        message("Sign up once more if you want to come."),
    )
