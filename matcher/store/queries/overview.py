"""The numbers of the network, and what ends soon."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sqlalchemy import ColumnElement, Select, and_, case, func, or_, select
from sqlalchemy.orm import Session

from matcher.store.tables import Collaboration, Organisation, Participation, Shortlist


@dataclass(frozen=True, kw_only=True, slots=True)
class Ending:
    """A collaboration whose funding or time runs out; `funding` says which."""

    id: str
    title: str
    day: date
    funding: bool
    agreement: str | None


@dataclass(frozen=True, kw_only=True, slots=True)
class ShortlistLine:
    """A shortlist by its title and whom it is for."""

    id: str
    title: str
    organisation: str | None


@dataclass(frozen=True, kw_only=True, slots=True)
class Numbers:
    """How many there are. `current` and `alone` are as of a day."""

    organisations: int
    collaborations: int
    current: int
    alone: int
    shortlists: int


def numbers(session: Session, as_of: date) -> Numbers:
    """Organisations (also how many take part in nothing now), collaborations and shortlists."""
    shown = Organisation.hidden.is_(False)
    takes_part = (
        select(Participation.organisation_id)
        .join(Collaboration, Collaboration.id == Participation.collaboration_id)
        .where(
            Participation.organisation_id == Organisation.id,
            _current(as_of),
            or_(Participation.until.is_(None), Participation.until >= as_of),
        )
        .exists()
    )
    counts = (
        select(func.count(Organisation.id)).where(shown),
        select(func.count(Collaboration.id)),
        select(func.count(Collaboration.id)).where(_current(as_of)),
        select(func.count(Organisation.id)).where(shown, ~takes_part),
        select(func.count(Shortlist.id)),
    )
    found: list[int] = list(
        session.execute(select(*[count.scalar_subquery() for count in counts])).one()
    )
    return Numbers(
        organisations=found[0],
        collaborations=found[1],
        current=found[2],
        alone=found[3],
        shortlists=found[4],
    )


def ending(session: Session, first: date, last: date, limit: int) -> tuple[Ending, ...]:
    """Current collaborations whose funding or time runs out between two days, the soonest first.

    Where both do, the earlier day counts.
    """
    funding_counts = and_(
        Collaboration.funding_end >= first,
        or_(
            Collaboration.end.is_(None),
            Collaboration.end < first,
            Collaboration.funding_end <= Collaboration.end,
        ),
    )
    day = case((funding_counts, Collaboration.funding_end), else_=Collaboration.end)
    statement: Select[Collaboration, date, bool] = select(
        Collaboration, day, case((funding_counts, True), else_=False)
    )
    rows = session.execute(
        statement.where(_current(first), day.between(first, last))
        .order_by(day, Collaboration.title_sort, Collaboration.id)
        .limit(limit)
    )
    return tuple(
        Ending(
            id=found.id,
            title=found.title,
            day=when,
            funding=bool(funding),
            agreement=found.agreement,
        )
        for found, when, funding in rows
    )


def latest_shortlists(session: Session, limit: int) -> tuple[ShortlistLine, ...]:
    """The shortlists that were changed last."""
    rows = session.execute(
        select(Shortlist.id, Shortlist.title, Organisation.name)
        .outerjoin(Organisation, Organisation.id == Shortlist.organisation_id)
        .order_by(Shortlist.updated.desc(), Shortlist.id)
        .limit(limit)
    )
    return tuple(ShortlistLine(id=row[0], title=row[1], organisation=row[2]) for row in rows)


def _current(as_of: date) -> ColumnElement[bool]:
    return and_(
        or_(Collaboration.start.is_(None), Collaboration.start <= as_of),
        or_(Collaboration.end.is_(None), Collaboration.end >= as_of),
    )
