"""What anchoring is reckoned from: days and money of collaborations, plans, talks and contacts."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from matcher.store.documents.common import rows_of
from matcher.store.tables import AnchoringPlan, Collaboration, Partnership, Talk


@dataclass(frozen=True, kw_only=True, slots=True)
class FundedLine:
    """A collaboration with its days and its own grant; `version` counts its changes.

    `carried_on` says that somebody works on it here, `owner` (an account's id) who answers for it.
    """

    id: str
    title: str
    start: date | None
    end: date | None
    source: str | None
    amount: float | None
    funding_end: date | None
    version: int
    carried_on: bool
    owner: str | None


def funded(session: Session, collaboration_id: str) -> FundedLine | None:
    """One collaboration; None if there is none."""
    found = _funded(session, [collaboration_id], None)
    return found[0] if found else None


def all_funded(
    session: Session, as_of: date | None, collaborations: Collection[str] | None = None
) -> list[FundedLine]:
    """These collaborations by title, all where none is named; with a day none that ended before."""
    return _funded(session, collaborations, as_of)


def plans(
    session: Session, collaborations: Collection[str] | None = None
) -> dict[str, dict[str, Any]]:
    """What the plans of these collaborations say, of all where none is named, by the id."""
    statement = select(AnchoringPlan.id, AnchoringPlan.content)
    rows = rows_of(session, statement, AnchoringPlan.id, collaborations)
    return {key: dict(content) for key, content in rows}


def talks(
    session: Session, collaborations: Collection[str] | None = None
) -> dict[str, dict[str, dict[str, Any]]]:
    """What was said in the talks of each collaboration (all where none is named), by talk's id."""
    found: dict[str, dict[str, dict[str, Any]]] = {}
    statement = select(Talk.collaboration_id, Talk.id, Talk.content).order_by(Talk.id)
    for collaboration, key, content in rows_of(
        session, statement, Talk.collaboration_id, collaborations
    ):
        found.setdefault(collaboration, {})[key] = dict(content)
    return found


def plan_version(session: Session, collaboration_id: str) -> int:
    """How many times a plan was written; 0 where there is none."""
    statement = select(AnchoringPlan.version).where(AnchoringPlan.id == collaboration_id)
    return session.scalar(statement) or 0


def talk_version(session: Session, talk_id: str) -> int:
    """How many times a talk was written; 0 where there is none."""
    return session.scalar(select(Talk.version).where(Talk.id == talk_id)) or 0


def _funded(session: Session, ids: Collection[str] | None, as_of: date | None) -> list[FundedLine]:
    statement = (
        select(
            Collaboration.id,
            Collaboration.title,
            Collaboration.start,
            Collaboration.end,
            Collaboration.funding_source,
            Collaboration.funding_amount,
            Collaboration.funding_end,
            Collaboration.version,
            Partnership.id,
            Partnership.owner_id,
        )
        .outerjoin(Partnership, Partnership.id == Collaboration.id)
        .order_by(Collaboration.title_sort, Collaboration.id)
    )
    if as_of is not None:
        statement = statement.where(or_(Collaboration.end.is_(None), Collaboration.end >= as_of))
    return [
        FundedLine(
            id=key,
            title=title,
            start=start,
            end=end,
            source=source,
            amount=amount,
            funding_end=funding_end,
            version=version,
            carried_on=partnership is not None,
            owner=owner,
        )
        for key, title, start, end, source, amount, funding_end, version, partnership, owner
        in rows_of(session, statement, Collaboration.id, ids)
    ]  # fmt: skip
