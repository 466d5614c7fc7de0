"""What ties rest on: who took part in what and when, and what somebody reported."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from matcher.store.tables import Collaboration, Participation, Tie


@dataclass(frozen=True, kw_only=True, slots=True)
class Attendance:
    """That an organisation took part in a collaboration; its own dates narrow the whole's."""

    collaboration: str
    organisation: str
    start: date | None
    end: date | None
    since: date | None
    until: date | None
    agreement: str | None


@dataclass(frozen=True, kw_only=True, slots=True)
class Report:
    """That somebody said that two organisations work together."""

    a: str
    b: str
    kind: str | None
    since: date | None
    until: date | None
    confidence: float | None


def attendances(session: Session) -> tuple[Attendance, ...]:
    """Every participation, by collaboration and organisation."""
    rows = session.execute(
        select(
            Participation.collaboration_id,
            Participation.organisation_id,
            Collaboration.start,
            Collaboration.end,
            Participation.since,
            Participation.until,
            Collaboration.agreement,
        )
        .join(Collaboration, Collaboration.id == Participation.collaboration_id)
        .order_by(Participation.collaboration_id, Participation.organisation_id)
    )
    return tuple(
        Attendance(
            collaboration=row[0],
            organisation=row[1],
            start=row[2],
            end=row[3],
            since=row[4],
            until=row[5],
            agreement=row[6],
        )
        for row in rows
    )


def reports(session: Session) -> tuple[Report, ...]:
    """Every reported tie, by its id."""
    rows = session.execute(
        select(Tie.a_id, Tie.b_id, Tie.kind, Tie.date, Tie.end, Tie.confidence).order_by(Tie.id)
    )
    return tuple(
        Report(a=a, b=b, kind=kind, since=since, until=until, confidence=confidence)
        for a, b, kind, since, until, confidence in rows
    )
