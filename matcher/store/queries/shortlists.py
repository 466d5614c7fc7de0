"""Finding shortlists, and what is on them."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from matcher.store.documents.common import chunks
from matcher.store.tables import Organisation, Shortlist, ShortlistEntry


@dataclass(frozen=True, kw_only=True, slots=True)
class ShortlistLine:
    """A shortlist as a list shows it.

    `organisation` is (id, name) of the one it is for, None when it is for an idea; `states` says
    how many candidates stand at each state, those without any left out.
    """

    id: str
    title: str
    organisation: tuple[str, str] | None
    updated: datetime
    states: dict[str, int]

    @property
    def candidates(self) -> int:
        """How many are on it."""
        return sum(self.states.values())


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


def declined_for(session: Session, organisation: str) -> frozenset[str]:
    """Those who declined on any shortlist for this organisation."""
    return frozenset(
        session.scalars(
            select(ShortlistEntry.organisation_id)
            .join(Shortlist, Shortlist.id == ShortlistEntry.shortlist_id)
            .where(Shortlist.organisation_id == organisation, ShortlistEntry.status == "declined")
        )
    )
