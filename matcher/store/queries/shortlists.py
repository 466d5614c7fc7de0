"""Finding shortlists, and what is on them."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import ColumnElement, func, select
from sqlalchemy.orm import Session

from matcher.store.documents.common import chunks
from matcher.store.tables import (
    Collaboration,
    Organisation,
    Partnership,
    Shortlist,
    ShortlistEntry,
    ShortlistStep,
)


@dataclass(frozen=True, kw_only=True, slots=True)
class ShortlistLine:
    """A shortlist as a list shows it.

    `organisation` is (id, name) of the one it is for, None when it is for an idea; `states` says
    how many candidates stand at each state, those without any left out. `overdue` is with how many
    something is to be done; None where it was not asked.
    """

    id: str
    title: str
    organisation: tuple[str, str] | None
    updated: datetime
    states: dict[str, int]
    overdue: int | None = None

    @property
    def candidates(self) -> int:
        """How many are on it."""
        return sum(self.states.values())


@dataclass(frozen=True, kw_only=True, slots=True)
class LastStep:
    """The last step noted with a candidate (id, name) on a shortlist (id, title)."""

    shortlist: tuple[str, str]
    candidate: tuple[str, str]
    position: int
    state: str
    day: date
    by_id: str | None
    next_day: date | None


def lines(session: Session) -> tuple[ShortlistLine, ...]:
    """All shortlists, the one that was changed last first."""
    states: dict[str, dict[str, int]] = {}
    counted = session.execute(
        select(ShortlistEntry.shortlist_id, ShortlistEntry.status, func.count())
        .group_by(ShortlistEntry.shortlist_id, ShortlistEntry.status)
        .order_by(ShortlistEntry.status)
    )
    for shortlist, status, number in counted:
        states.setdefault(shortlist, {})[status] = number
    rows = session.execute(
        select(
            Shortlist.id,
            Shortlist.title,
            Shortlist.updated,
            Shortlist.organisation_id,
            Organisation.name,
        )
        .outerjoin(Organisation, Organisation.id == Shortlist.organisation_id)
        .order_by(Shortlist.updated.desc(), Shortlist.id)
    )
    return tuple(
        ShortlistLine(
            id=key,
            title=title,
            organisation=None if owner is None else (owner, name),
            updated=updated,
            states=states.get(key, {}),
        )
        for key, title, updated, owner, name in rows
    )


def updated(session: Session, shortlist_id: str) -> datetime | None:
    """When a shortlist was last changed; None if there is no such."""
    return session.execute(
        select(Shortlist.updated).where(Shortlist.id == shortlist_id)
    ).scalar_one_or_none()


def holding(
    session: Session, organisations: Collection[str]
) -> dict[str, tuple[tuple[str, str], ...]]:
    """For each organisation the shortlists (id, title) that it is on, by title."""
    found: dict[str, list[tuple[str, str]]] = {}
    for some in chunks(organisations):
        rows = session.execute(
            select(ShortlistEntry.organisation_id, Shortlist.id, Shortlist.title)
            .join(Shortlist, Shortlist.id == ShortlistEntry.shortlist_id)
            .where(ShortlistEntry.organisation_id.in_(some))
            .order_by(Shortlist.title, Shortlist.id)
        )
        for organisation, shortlist, title in rows:
            found.setdefault(organisation, []).append((shortlist, title))
    return {organisation: tuple(each) for organisation, each in found.items()}


def last_steps(session: Session) -> tuple[LastStep, ...]:
    """The last step with each candidate that has any and is not hidden, by shortlist and name."""
    last = (
        select(
            ShortlistStep.shortlist_id,
            ShortlistStep.organisation_id,
            func.max(ShortlistStep.position).label("position"),
        )
        .group_by(ShortlistStep.shortlist_id, ShortlistStep.organisation_id)
        .subquery()
    )
    rows = session.execute(
        select(
            ShortlistStep.shortlist_id,
            Shortlist.title,
            ShortlistStep.organisation_id,
            Organisation.name,
            ShortlistStep.position,
            ShortlistStep.state,
            ShortlistStep.day,
            ShortlistStep.by_id,
            ShortlistStep.next_day,
        )
        .join(
            last,
            (last.c.shortlist_id == ShortlistStep.shortlist_id)
            & (last.c.organisation_id == ShortlistStep.organisation_id)
            & (last.c.position == ShortlistStep.position),
        )
        .join(Shortlist, Shortlist.id == ShortlistStep.shortlist_id)
        .join(Organisation, Organisation.id == ShortlistStep.organisation_id)
        .where(Organisation.hidden.is_(False))
        .order_by(Shortlist.title, Shortlist.id, Organisation.name_sort, Organisation.id)
    )
    return tuple(
        LastStep(
            shortlist=(row[0], row[1]),
            candidate=(row[2], row[3]),
            position=row[4],
            state=row[5],
            day=row[6],
            by_id=row[7],
            next_day=row[8],
        )
        for row in rows
    )


def collaborations_from(session: Session, shortlist_id: str) -> tuple[tuple[str, str], ...]:
    """The collaborations (id, title) that came of a shortlist, the oldest first."""
    rows = session.execute(
        select(Collaboration.id, Collaboration.title)
        .join(Partnership, Partnership.id == Collaboration.id)
        .where(Partnership.shortlist_id == shortlist_id)
        .order_by(Partnership.created, Collaboration.id)
    )
    return tuple((key, title) for key, title in rows)


def declined_for(session: Session, organisation: str) -> frozenset[str]:
    """Those who declined on any shortlist for this organisation."""
    return _declined(session, Shortlist.organisation_id == organisation)


def declined_for_brief(session: Session, brief: str) -> frozenset[str]:
    """Those who declined on any shortlist for this kept brief."""
    return _declined(session, Shortlist.brief_id == brief)


def _declined(session: Session, of: ColumnElement[bool]) -> frozenset[str]:
    return frozenset(
        session.scalars(
            select(ShortlistEntry.organisation_id)
            .join(Shortlist, Shortlist.id == ShortlistEntry.shortlist_id)
            .where(of, ShortlistEntry.status == "declined")
        )
    )
