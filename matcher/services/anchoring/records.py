"""From the records to what the rules reckon with: grants, the course of time, talks, decisions."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from matcher.partnership.anchoring import Course, HeldTalk
from matcher.partnership.decisions import Decision
from matcher.store.queries.anchoring import FundedLine

Document = Mapping[str, Any]


@dataclass(frozen=True, kw_only=True, slots=True)
class Grant:
    """Money that a collaboration rests on; `own` is the one that stands in its own record."""

    source: str | None
    amount: float | None
    end: date | None
    own: bool


def grants_of(line: FundedLine, plan: Document | None) -> tuple[Grant, ...]:
    """The collaboration's own grant, if anything is known of it, and those of the plan."""
    own = Grant(source=line.source, amount=line.amount, end=line.funding_end, own=True)
    known = any(value is not None for value in (own.source, own.amount, own.end))
    further = (
        Grant(source=each["source"], amount=each["amount"], end=_day(each["end"]), own=False)
        for each in (plan or {}).get("grants", ())
    )
    return (*((own,) if known else ()), *further)


def course_of(line: FundedLine, plan: Document | None, talks: Mapping[str, Document]) -> Course:
    """When a collaboration goes on, when its money ends, and which talk was agreed on last."""
    last = max(
        (talk for talk in talks.values() if talk.get("held")),
        key=lambda talk: str(talk["held"]),
        default={},
    )
    ends = (grant.end for grant in grants_of(line, plan))
    return Course(
        start=line.start,
        end=line.end,
        money_ends=tuple(end for end in ends if end is not None),
        agreed=_day(last.get("next")),
    )


def held_talks(talks: Mapping[str, Document]) -> tuple[HeldTalk, ...]:
    """The talks as the rules see them."""
    return tuple(
        HeldTalk(
            id=key,
            kind=str(talk["kind"]),
            end=_day(talk.get("end")),
            held=date.fromisoformat(talk["held"]),
        )
        for key, talk in talks.items()
        if talk.get("held")
    )


def decisions_of(talks: Mapping[str, Document]) -> tuple[Decision, ...]:
    """All decisions, talk by talk in the order in which they were held."""
    in_turn = sorted(talks.items(), key=lambda item: (str(item[1].get("held")), item[0]))
    return tuple(
        decision_of(key, each) for key, talk in in_turn for each in talk.get("decisions", ())
    )


def decision_of(talk_id: str, each: Document) -> Decision:
    """One decision of a talk's document."""
    return Decision(
        id=each["id"],
        talk=talk_id,
        what=each["what"],
        owner=each["owner"],
        party=each["party"],
        day=_day(each["day"]),
        done=_day(each["done"]),
    )


def has_plan(plan: Document | None) -> bool:
    """Whether anything is written in the answers of a plan."""
    return any((plan or {}).get("answers", {}).values())


def ends_from(grants: Iterable[Grant], today: date) -> tuple[date, ...]:
    """The days from today on which money ends, each once."""
    return tuple(sorted({g.end for g in grants if g.end is not None and g.end >= today}))


def _day(text: str | None) -> date | None:
    return None if text is None else date.fromisoformat(text)
