"""Opening a pulse to the parties, and closing it."""

from __future__ import annotations

from datetime import date, timedelta

from matcher.errors import Refusal
from matcher.exchange.dates import last_day
from matcher.exchange.fault import Fault
from matcher.services.access import Actor, require
from matcher.services.forms import refuse_errors
from matcher.services.installation import Installation
from matcher.services.parties import carried_on, require_collaboration
from matcher.services.pulses.readings import running_line, there_on
from matcher.store.queries import pulses
from matcher.store.unit_of_work import UnitOfWork
from matcher.wording.message import Message, message

DAYS = 14
"""How long a pulse is open unless another last day is named."""

LONGEST = 183
"""Half a year: then another would be due."""


def proposed_until(today: date) -> date:
    """The last day of a pulse that is opened today, unless another is named."""
    return today + timedelta(days=DAYS)


def open_pulse(
    installation: Installation,
    actor: Actor,
    collaboration_id: str,
    until: str = "",
    *,
    today: date,
) -> bool:
    """Open a pulse until the end of a day as it was written; False if one is open already.

    Refusal: not_found for no such collaboration; invalid for a day that is none, has passed or is
    far away, and where fewer than two take part.
    """
    require(actor, "save_partnership")
    day = _last_day(until, today)
    with installation.writing(actor) as work:
        require_collaboration(work, collaboration_id)
        pulses.hold(work.session, collaboration_id)
        if _running(work, collaboration_id, today) is not None:
            return False
        everybody = carried_on(work, collaboration_id, today)
        if len(there_on(everybody, today)) < 2:
            raise Refusal(
                "invalid",
                message("A pulse needs at least two parties that take part today."),
                message("Add those who take part to the collaboration."),
            )
        pulses.add(work, collaboration_id, today, day)
        work.commit()
    return True


def close_pulse(
    installation: Installation, actor: Actor, collaboration_id: str, *, today: date
) -> bool:
    """Take no more answers to the pulse that is open; False if none is.

    It cannot be opened again: who had seen the result could tell what a further answer changed.
    """
    require(actor, "save_partnership")
    with installation.writing(actor) as work:
        require_collaboration(work, collaboration_id)
        pulses.hold(work.session, collaboration_id)
        found = _running(work, collaboration_id, today)
        if found is None:
            return False
        pulses.close(work.session, found)
        work.commit()
    return True


def _running(work: UnitOfWork, collaboration_id: str, today: date) -> str | None:
    found = pulses.lines(work.session, [collaboration_id]).get(collaboration_id, ())
    running = running_line(found, today)
    return None if running is None else running.id


def _last_day(written: str, today: date) -> date:
    try:
        day = last_day(written.strip()) or proposed_until(today)
    except Fault as fault:
        return _refuse(fault.reason)
    if day < today:
        return _refuse(message("This day has passed. Choose today or a later day."))
    if day > today + timedelta(days=LONGEST):
        return _refuse(message("Choose a day within half a year."))
    return day


def _refuse(reason: Message) -> date:
    refuse_errors({"until": reason})
    raise AssertionError("an error was given")
