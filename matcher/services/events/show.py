"""Seeing which events there are, and one with who comes and what is planned."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from matcher.services.access import Actor, may, require
from matcher.services.events.plan import takes_part
from matcher.services.events.planned import PlannedRound, planned, unplanned
from matcher.services.events.sign_ups import seen_by
from matcher.services.events.there import Event, event_of, event_there
from matcher.services.installation import Installation
from matcher.services.personal_links import PersonalLinkLine, lines_of
from matcher.store.queries import events, organisations
from matcher.store.queries.events import SignUpLine


@dataclass(frozen=True, kw_only=True, slots=True)
class EventLine:
    """An event as the list shows it, with how many have signed up and meant to do something."""

    event: Event
    signed_up: int
    intentions: int


@dataclass(frozen=True, kw_only=True, slots=True)
class EventPage:
    """An event with who comes, what is planned, and the link to sign up by (editors only).

    `unknown` of the `coming` cannot be planned: it is not known which organisation they are, or it
    is hidden. `new` could be in the plan and are not; `gone` are in it and do not come. `never` are
    pairs of (id, name).
    """

    event: Event
    coming: tuple[SignUpLine, ...]
    unknown: tuple[SignUpLine, ...]
    rounds: tuple[PlannedRound, ...]
    new: tuple[str, ...]
    gone: tuple[str, ...]
    never: tuple[tuple[tuple[str, str], tuple[str, str]], ...]
    link: PersonalLinkLine | None

    @property
    def can_be_planned(self) -> int:
        """How many can be given somebody to meet."""
        return sum(takes_part(each) for each in self.coming)


def list_events(
    installation: Installation, actor: Actor, *, as_of: date
) -> tuple[tuple[EventLine, ...], tuple[EventLine, ...]]:
    """The events to come, the next first, and those that have been, the last first."""
    require(actor, "list_events")
    with installation.reading() as session:
        signed, noted = events.counts(session)
        lines = [
            EventLine(
                event=event_of(row, as_of),
                signed_up=signed.get(row.id, 0),
                intentions=noted.get(row.id, 0),
            )
            for row in events.events(session)
        ]
    coming = [line for line in lines if line.event.day >= as_of]
    return tuple(reversed(coming)), tuple(line for line in lines if line.event.day < as_of)


def show_event(
    installation: Installation, actor: Actor, event_id: str, *, as_of: date
) -> EventPage:
    """One event; persons and e-mails of those who come for editors only. Refusal (not_found)."""
    require(actor, "list_events")
    with installation.reading() as session:
        event = event_there(session, event_id, as_of)
        lines = tuple(
            seen_by(actor, line)
            for line in events.sign_ups(session, event_id)
            if not line.withdrawn
        )
        rounds = planned(session, event)
        names = organisations.names(session, {key for pair in event.never for key in pair})
        new, gone = unplanned(rounds, lines) if rounds else ((), ())
        link = None
        if may(actor, "save_event"):
            link = lines_of(installation, session, "event", {event_id}).get(event_id)
    return EventPage(
        event=event,
        coming=lines,
        unknown=tuple(line for line in lines if not takes_part(line)),
        rounds=rounds,
        new=new,
        gone=gone,
        never=tuple(
            ((a, names[a]), (b, names[b])) for a, b in event.never if a in names and b in names
        ),
        link=link,
    )
