"""Pulses, and what the parties answered. Nothing of it is in the history."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from matcher.store.documents.common import rows_of
from matcher.store.tables import Collaboration, Partnership, Pulse, PulseAnswer
from matcher.store.tables.base import new_id, now
from matcher.store.unit_of_work import UnitOfWork


@dataclass(frozen=True, kw_only=True, slots=True)
class PulseLine:
    """A pulse; `closed` is when somebody closed it before its last day."""

    id: str
    collaboration_id: str
    opened: date
    until: date
    closed: datetime | None


@dataclass(frozen=True, kw_only=True, slots=True)
class CarriedOn:
    """A collaboration that is carried on here, and who answers for it."""

    id: str
    title: str
    owner_id: str | None
    begun: datetime
    start: date | None
    end: date | None


def lines(
    session: Session, collaborations: Collection[str] | None = None
) -> dict[str, tuple[PulseLine, ...]]:
    """The pulses of each collaboration, the oldest first; all where none is named."""
    # Of two that were opened on one day the first was closed before the other was opened.
    statement = select(Pulse).order_by(Pulse.opened, Pulse.closed.is_(None), Pulse.closed, Pulse.id)
    found: dict[str, list[PulseLine]] = {}
    for (pulse,) in rows_of(session, statement, Pulse.collaboration_id, collaborations):
        found.setdefault(pulse.collaboration_id, []).append(
            PulseLine(
                id=pulse.id,
                collaboration_id=pulse.collaboration_id,
                opened=pulse.opened,
                until=pulse.until,
                closed=pulse.closed,
            )
        )
    return {key: tuple(each) for key, each in found.items()}


def carried_on(
    session: Session, collaborations: Collection[str] | None = None
) -> tuple[CarriedOn, ...]:
    """Those of these collaborations that are carried on here; all where none is named."""
    statement = (
        select(
            Partnership.id,
            Collaboration.title,
            Partnership.owner_id,
            Partnership.created,
            Collaboration.start,
            Collaboration.end,
        )
        .join(Collaboration, Collaboration.id == Partnership.id)
        .order_by(Partnership.id)
    )
    rows = rows_of(session, statement, Partnership.id, collaborations)
    return tuple(
        CarriedOn(id=key, title=title, owner_id=owner, begun=begun, start=start, end=end)
        for key, title, owner, begun, start, end in rows
    )


def hold(session: Session, collaboration_id: str) -> None:
    """Keep others from opening, closing or answering a pulse of it until the work is done."""
    session.execute(
        select(Collaboration.id).where(Collaboration.id == collaboration_id).with_for_update()
    )


def add(work: UnitOfWork, collaboration_id: str, opened: date, until: date) -> str:
    """Open a pulse; gives its id."""
    pulse = Pulse(
        id=new_id(),
        collaboration_id=collaboration_id,
        opened=opened,
        until=until,
        opened_by=work.actor_name,
    )
    work.session.add(pulse)
    return pulse.id


def close(session: Session, pulse_id: str) -> None:
    """Take no more answers to a pulse; one that was closed stays as it is."""
    pulse = session.get(Pulse, pulse_id)
    if pulse is not None and pulse.closed is None:
        pulse.closed = now()


def answered(session: Session, pulses: Collection[str]) -> dict[str, int]:
    """How many have answered each of these pulses; those without an answer left out."""
    statement = (
        select(PulseAnswer.pulse_id, func.count())
        .group_by(PulseAnswer.pulse_id)
        .order_by(PulseAnswer.pulse_id)
    )
    return dict(rows_of(session, statement, PulseAnswer.pulse_id, pulses))


def contents(session: Session, pulses: Collection[str]) -> dict[str, list[Mapping[str, Any]]]:
    """What was answered to each of these pulses, without who it was."""
    statement = select(PulseAnswer.pulse_id, PulseAnswer.content).order_by(PulseAnswer.party_id)
    found: dict[str, list[Mapping[str, Any]]] = {}
    for pulse, content in rows_of(session, statement, PulseAnswer.pulse_id, pulses):
        found.setdefault(pulse, []).append(content)
    return found


def who_answered(session: Session, pulses: Collection[str]) -> set[tuple[str, str]]:
    """(pulse, party) of all answers: to remind those who have not, and nobody else."""
    statement = select(PulseAnswer.pulse_id, PulseAnswer.party_id)
    rows = rows_of(session, statement, PulseAnswer.pulse_id, pulses)
    return {(pulse, party) for pulse, party in rows}


def answer(session: Session, pulse_id: str, party_id: str) -> PulseAnswer | None:
    """What one party answered, for itself to change; None if it has not."""
    return session.get(PulseAnswer, (pulse_id, party_id))


def put(session: Session, pulse_id: str, party_id: str, content: Mapping[str, Any]) -> None:
    """Keep what a party answers; it takes the place of what it answered before."""
    there = answer(session, pulse_id, party_id)
    if there is None:
        session.add(PulseAnswer(pulse_id=pulse_id, party_id=party_id, content=dict(content)))
    else:
        there.content, there.answered = dict(content), now()
