"""The link to sign up by, whether one still can, and who is never to meet."""

from __future__ import annotations

from datetime import date

from matcher.errors import Refusal
from matcher.services import personal_links
from matcher.services.access import Actor, require
from matcher.services.events.save import document_of
from matcher.services.events.there import event_there
from matcher.services.installation import Installation
from matcher.store import documents
from matcher.store.queries import organisations
from matcher.wording.message import message

_AFTER = 60
"""So many days after the event the link still says that it has been."""


def make_link(installation: Installation, actor: Actor, event_id: str, *, as_of: date) -> None:
    """Give an event its link; the one that it has stays. Refusal (not_found)."""
    require(actor, "save_event")
    with installation.writing(actor) as work:
        event = event_there(work.session, event_id, as_of)
        ahead = max(0, (event.day - as_of).days)
        personal_links.link_of(
            work, "event", event_id, days=max(personal_links.DAYS, ahead + _AFTER)
        )
        work.commit()


def withdraw_link(installation: Installation, actor: Actor, event_id: str) -> None:
    """Make the link open nothing any more; a new one can be made. Refusal (not_found)."""
    require(actor, "save_event")
    with installation.writing(actor) as work:
        document_of(work, event_id)
        personal_links.withdraw(work, "event", event_id)
        work.commit()


def close_signing_up(installation: Installation, actor: Actor, event_id: str, closed: bool) -> None:
    """Let nobody sign up by the link any more, or let them again. Refusal (not_found)."""
    require(actor, "save_event")
    with installation.writing(actor) as work:
        document = document_of(work, event_id)
        changed = {**document, "closed": closed}
        documents.write(work, "event", {event_id: changed}, before={event_id: document})
        work.commit()


def keep_apart(
    installation: Installation, actor: Actor, event_id: str, a: str, b: str, apart: bool = True
) -> None:
    """Say that two organisations (ids) are never to meet at this event, or that they may.

    Refusal: not_found for the event; invalid unless they are two that there are.
    """
    require(actor, "save_event")
    pair = sorted((a, b))
    with installation.writing(actor) as work:
        document = document_of(work, event_id)
        if a == b or len(organisations.names(work.session, pair)) != 2:
            raise Refusal("invalid", message("Choose two different organisations."))
        others = [each for each in document["never"] if sorted(each) != pair]
        never = sorted([*others, pair]) if apart else others
        changed = {**document, "never": never}
        documents.write(work, "event", {event_id: changed}, before={event_id: document})
        work.commit()
