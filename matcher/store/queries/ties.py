"""What ties rest on: who took part in what and when, and what somebody reported, in columns."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Select, select
from sqlalchemy.orm import Session

from matcher.landscape.arrays import DateArray, FloatArray, IntArray
from matcher.landscape.columns import days, numbered, numbers, places_of
from matcher.landscape.from_rows import ranked
from matcher.store.tables import Collaboration, Participation, Tie


@dataclass(frozen=True, kw_only=True, slots=True, eq=False)
class Joint:
    """Collaborations, one value each by id; days are NaT and agreements None where not known.

    `order` is their rank by title as Danish readers order it, then id.
    """

    ids: tuple[str, ...]
    titles: tuple[str, ...]
    order: IntArray
    start: DateArray
    end: DateArray
    agreement: tuple[str | None, ...]
    funding_end: DateArray


@dataclass(frozen=True, kw_only=True, slots=True, eq=False)
class Attendances:
    """Participations by collaboration (its place in `Joint`) and organisation's id.

    The dates narrow the collaboration's own, NaT where open.
    """

    collaboration: IntArray
    organisation: tuple[str, ...]
    since: DateArray
    until: DateArray


@dataclass(frozen=True, kw_only=True, slots=True, eq=False)
class Reports:
    """That somebody said that two organisations work together, one value a report, by id."""

    a: tuple[str, ...]
    b: tuple[str, ...]
    kind: tuple[str | None, ...]
    since: DateArray
    until: DateArray
    confidence: FloatArray


def joint(session: Session) -> Joint:
    """Every collaboration."""
    ids, titles, keys, start, end, agreement, funding_end = _columns(
        session,
        select(
            Collaboration.id,
            Collaboration.title,
            Collaboration.title_sort,
            Collaboration.start,
            Collaboration.end,
            Collaboration.agreement,
            Collaboration.funding_end,
        ),
    )
    return Joint(
        ids=ids,
        titles=titles,
        order=ranked(keys),
        start=days(start),
        end=days(end),
        agreement=agreement,
        funding_end=days(funding_end),
    )


def attendances(session: Session, collaborations: Sequence[str]) -> Attendances:
    """Every participation in one of these collaborations."""
    collaboration, organisation, since, until = _columns(
        session,
        select(
            Participation.collaboration_id,
            Participation.organisation_id,
            Participation.since,
            Participation.until,
        ),
    )
    return Attendances(
        collaboration=places_of(numbered(collaborations), collaboration),
        organisation=organisation,
        since=days(since),
        until=days(until),
    )


def reports(session: Session) -> Reports:
    """Every reported tie."""
    _, a, b, kind, since, until, confidence = _columns(
        session, select(Tie.id, Tie.a_id, Tie.b_id, Tie.kind, Tie.date, Tie.end, Tie.confidence)
    )
    return Reports(
        a=a,
        b=b,
        kind=kind,
        since=days(since),
        until=days(until),
        confidence=numbers(confidence),
    )


def _columns(session: Session, statement: Select[*tuple[Any, ...]]) -> list[tuple[Any, ...]]:
    """The columns of a statement, by its first two as Python orders texts (databases differ)."""
    result = session.connection().execute(statement)
    width = len(result.keys())
    rows = sorted(result, key=lambda row: (row[0], row[1]))
    return list(zip(*rows, strict=True)) if rows else [()] * width
