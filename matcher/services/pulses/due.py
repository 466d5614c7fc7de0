"""What is due of pulses: parties answer the one that runs, owners take one every half year.

Who has not answered is told to nobody else: what each is asked is quiet, and the owner hears how
many it is.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from datetime import date, timedelta
from zoneinfo import ZoneInfo

from matcher.partnership.calendar import local_day
from matcher.partnership.due import Due
from matcher.partnership.pulse import next_suggested
from matcher.services.pulses.readings import running_line, there_on
from matcher.store.queries import parties, pulses
from matcher.store.queries.parties import PartyLine
from matcher.store.queries.pulses import CarriedOn, PulseLine
from matcher.store.session import Session
from matcher.wording.message import message

REMIND = timedelta(days=3)
"""So long before the last day it is said how many have not answered."""


def due(
    session: Session, today: date, zone: ZoneInfo, of: Collection[str] | None = None
) -> Iterator[Due]:
    """An answer of each party that has not given one; of who answers for it, else a new pulse.

    Nothing for a collaboration that has ended, nor a pulse on a day when it will have ended.
    """
    carried_on = [
        each for each in pulses.carried_on(session, of) if each.end is None or today <= each.end
    ]
    ids = [each.id for each in carried_on]
    found, everybody = pulses.lines(session, ids), parties.lines(session, today, ids)
    running = {each.id: running_line(found.get(each.id, ()), today) for each in carried_on}
    answered = pulses.who_answered(session, [each.id for each in running.values() if each])
    for each in carried_on:
        there = there_on(everybody.get(each.id, ()), today)
        if (pulse := running[each.id]) is not None:
            yield from _answers(each, pulse, there, answered)
        elif len(there) > 1:
            begun = local_day(each.begun, zone)
            yield from _another(each, begun, found.get(each.id, ()))


def _answers(
    one: CarriedOn, pulse: PulseLine, there: Sequence[PartyLine], answered: set[tuple[str, str]]
) -> Iterator[Due]:
    for party in there:
        if (pulse.id, party.id) not in answered:
            yield Due(
                key=f"pulse:{pulse.id}:{party.id}",
                kind="pulse",
                day=pulse.opened,
                about=one.title,
                text=message(
                    "Say how the collaboration is doing, by {day}. It takes two minutes.",
                    day=pulse.until,
                ),
                path="/pulse",
                party=party.id,
                quiet=True,
            )
    waiting = [party for party in there if (pulse.id, party.id) not in answered]
    if waiting:
        yield Due(
            key=f"pulse:{pulse.id}:remind",
            kind="pulse",
            day=max(pulse.opened, pulse.until - REMIND),
            about=one.title,
            text=message(
                "{answered} of {parties} have answered the pulse that ends on {day}. Remind all of "
                "them: who has answered is not shown.",
                answered=len(there) - len(waiting),
                parties=len(there),
                day=pulse.until,
            ),
            path=f"/collaborations/{one.id}/pulse",
            user=one.owner_id,
        )


def _another(one: CarriedOn, begun: date, before: Sequence[PulseLine]) -> Iterator[Due]:
    day = next_suggested(max(begun, one.start or date.min), [each.opened for each in before])
    if one.end is None or day <= one.end:
        yield Due(
            key=f"pulse:{one.id}:{day.isoformat()}",
            kind="pulse",
            day=day,
            about=one.title,
            text=message("Take a pulse: ask the parties how the collaboration is doing."),
            path=f"/collaborations/{one.id}/pulse",
            user=one.owner_id,
        )
