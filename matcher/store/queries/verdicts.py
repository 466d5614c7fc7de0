"""What people said of candidates."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Select, or_, select
from sqlalchemy.orm import Session

from matcher.store.tables import Organisation, Verdict

LEFT_OUT = frozenset({"not_relevant", "in_touch", "hide"})
"""The verdicts that take a candidate out of the next list; a relevant one stays in it."""


@dataclass(frozen=True, kw_only=True, slots=True)
class VerdictLine:
    """A verdict on a candidate (id, name), given for an organisation or for a brief (an id).

    `reason` says why it is not relevant, if that was said; `given` and `given_by` when and by whom.
    """

    id: str
    asker: str | None
    brief: str | None
    candidate: tuple[str, str]
    verdict: str
    reason: str | None
    note: str | None
    given: datetime
    given_by: str


def verdicts_for(
    session: Session, *, asker: str | None = None, brief: str | None = None
) -> dict[str, VerdictLine]:
    """The verdicts for an organisation or for a brief by candidate, the newest first.

    ValueError unless one of the two is named, and not both.
    """
    rows = session.execute(
        _lines().where(_for(asker, brief)).order_by(Verdict.given.desc(), Verdict.id)
    )
    return {row[0].candidate_id: _line(*row) for row in rows}


def left_out(
    session: Session, *, asker: str | None = None, brief: str | None = None
) -> frozenset[str]:
    """Those who are not to be suggested to this organisation, or for this brief, again."""
    found = verdicts_for(session, asker=asker, brief=brief)
    return frozenset(key for key, line in found.items() if line.verdict in LEFT_OUT)


def all_verdicts(session: Session) -> tuple[VerdictLine, ...]:
    """Every verdict there is, the oldest first."""
    rows = session.execute(_lines().order_by(Verdict.given, Verdict.id))
    return tuple(_line(*row) for row in rows)


def referring_to(session: Session, record: str, record_id: str) -> list[str]:
    """The ids of the verdicts that name an organisation, or a brief; none for other records."""
    named: dict[str, ColumnElement[bool]] = {
        "organisation": or_(Verdict.asker_id == record_id, Verdict.candidate_id == record_id),
        "brief": Verdict.brief_id == record_id,
    }
    if record not in named:
        return []
    return list(session.scalars(select(Verdict.id).where(named[record]).order_by(Verdict.id)))


def _lines() -> Select[*tuple[Any, ...]]:
    return select(Verdict, Organisation.name).join(
        Organisation, Organisation.id == Verdict.candidate_id
    )


def _for(asker: str | None, brief: str | None) -> ColumnElement[bool]:
    if (asker is None) == (brief is None):
        raise ValueError("a verdict is for an organisation or for a brief")
    return Verdict.asker_id == asker if brief is None else Verdict.brief_id == brief


def _line(found: Verdict, name: str) -> VerdictLine:
    return VerdictLine(
        id=found.id,
        asker=found.asker_id,
        brief=found.brief_id,
        candidate=(found.candidate_id, name),
        verdict=found.verdict,
        reason=found.reason,
        note=found.note,
        given=found.given,
        given_by=found.given_by,
    )
