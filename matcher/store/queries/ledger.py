"""What the ledger counts: candidates on shortlists with their steps, and what came of them.

Only what is counted is read: no names, contacts or notes.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from matcher.store.tables import (
    AgreementVersion,
    AnchoringPlan,
    Area,
    Brief,
    Collaboration,
    Organisation,
    OrganisationInterest,
    Participation,
    Partnership,
    Shortlist,
    ShortlistEntry,
    ShortlistStep,
    Term,
)

Candidate = tuple[str, str]
"""(shortlist, organisation)."""


@dataclass(frozen=True, slots=True)
class EntryRow:
    """A candidate; `district` is the municipality where no district is known."""

    shortlist: str
    organisation: str
    added: datetime
    status: str
    sector: str | None
    district: str | None


@dataclass(frozen=True, slots=True)
class StepRow:
    """A step with a candidate."""

    state: str
    came_from: str | None
    day: date
    reason: str | None
    judged: bool


@dataclass(frozen=True, slots=True)
class StartedRow:
    """A collaboration that came from a shortlist; `grants` are the days on which money ends.

    `agreed_version` is when an agreement was first laid before the parties.
    """

    id: str
    shortlist: str
    end: date | None
    agreement: str | None
    agreed_version: datetime | None
    grants: tuple[date, ...]
    organisations: frozenset[str]


def entries(session: Session) -> Iterable[EntryRow]:
    """All candidates on all lists."""
    rows = session.execute(
        select(
            ShortlistEntry.shortlist_id,
            ShortlistEntry.organisation_id,
            ShortlistEntry.added,
            ShortlistEntry.status,
            Organisation.sector,
            Area.municipality,
            Area.district,
        )
        .join(Organisation, Organisation.id == ShortlistEntry.organisation_id)
        .outerjoin(Area, Area.id == Organisation.area_id)
        .order_by(ShortlistEntry.shortlist_id, ShortlistEntry.position)
    )
    return [EntryRow(*row[:5], row[6] or row[5] or None) for row in rows]


def steps(session: Session) -> dict[Candidate, list[StepRow]]:
    """The steps of each candidate, in their order."""
    found: dict[Candidate, list[StepRow]] = defaultdict(list)
    rows = session.execute(
        select(
            ShortlistStep.shortlist_id,
            ShortlistStep.organisation_id,
            ShortlistStep.state,
            ShortlistStep.came_from,
            ShortlistStep.day,
            ShortlistStep.reason,
            ShortlistStep.judged,
        ).order_by(ShortlistStep.position)
    )
    for row in rows:
        found[row[0], row[1]].append(StepRow(*row[2:]))
    return found


def themes(session: Session) -> dict[str, frozenset[str]]:
    """The themes of each shortlist: of the kept idea it is for, else of its organisation."""
    of_organisations: dict[str, set[str]] = defaultdict(set)
    interests = session.execute(
        select(OrganisationInterest.organisation_id, Term.id)
        .join(Term, Term.key == OrganisationInterest.term_key)
        .join(Shortlist, Shortlist.organisation_id == OrganisationInterest.organisation_id)
        .where(Term.vocabulary == "theme")
        .distinct()
    )
    for organisation, theme in interests:
        of_organisations[organisation].add(theme)
    rows = session.execute(
        select(Shortlist.id, Shortlist.organisation_id, Shortlist.brief_id, Brief.content)
        .outerjoin(Brief, Brief.id == Shortlist.brief_id)
    )  # fmt: skip
    return {
        key: frozenset(
            content.get("themes", ())
            if brief is not None
            else of_organisations.get(organisation or "", ())
        )
        for key, organisation, brief, content in rows
    }


def started(session: Session) -> list[StartedRow]:
    """The collaborations that came from shortlists."""
    taking_part: dict[str, set[str]] = defaultdict(set)
    participations = session.execute(
        select(Participation.collaboration_id, Participation.organisation_id)
        .join(Partnership, Partnership.id == Participation.collaboration_id)
        .where(Partnership.shortlist_id.is_not(None))
    )
    for collaboration, organisation in participations:
        taking_part[collaboration].add(organisation)
    first = (
        select(AgreementVersion.collaboration_id, func.min(AgreementVersion.made).label("made"))
        .group_by(AgreementVersion.collaboration_id)
        .subquery()
    )
    rows = session.execute(
        select(Partnership.id, Partnership.shortlist_id, Collaboration.end,
               Collaboration.agreement, first.c.made, Collaboration.funding_end,
               AnchoringPlan.content)
        .join(Collaboration, Collaboration.id == Partnership.id)
        .outerjoin(first, first.c.collaboration_id == Partnership.id)
        .outerjoin(AnchoringPlan, AnchoringPlan.id == Partnership.id)
        .where(Partnership.shortlist_id.is_not(None))
        .order_by(Partnership.id)
    )  # fmt: skip
    return [
        StartedRow(
            key, shortlist, end, agreement, made, _ends(funding_end, plan),
            frozenset(taking_part[key]),
        )
        for key, shortlist, end, agreement, made, funding_end, plan in rows
        if shortlist is not None
    ]  # fmt: skip


def _ends(funding_end: date | None, plan: dict[str, list[dict[str, str]]] | None) -> tuple[
    date, ...
]:  # fmt: skip
    further = [each.get("end") for each in (plan or {}).get("grants", ())]
    own = [] if funding_end is None else [funding_end]
    return (*own, *(date.fromisoformat(each) for each in further if each))
