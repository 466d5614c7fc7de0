"""What anchoring has people do: talks, decisions, answers of the plan, money that ends."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from datetime import date
from typing import Any
from zoneinfo import ZoneInfo

from matcher.partnership.anchoring import MONTHS_BEFORE, Stop, stops
from matcher.partnership.anchoring_texts import anchoring_texts
from matcher.partnership.calendar import months_after
from matcher.partnership.decisions import left_to_do
from matcher.partnership.due import Due
from matcher.services.anchoring.records import (
    course_of,
    decisions_of,
    ends_from,
    grants_of,
    has_plan,
    held_talks,
)
from matcher.store.queries import anchoring
from matcher.store.queries.anchoring import FundedLine
from matcher.store.session import Session
from matcher.wording.message import Message, message, messages_n

PLAN_MONTHS = 6
"""So long before the money ends there should be a plan."""

Talks = Mapping[str, Mapping[str, Any]]


def due(
    session: Session, today: date, _zone: ZoneInfo, of: Collection[str] | None = None
) -> Iterator[Due]:
    """What is to be done in collaborations that have not ended, now and later.

    Where nobody has begun to carry a collaboration on here, only the talks before the money ends
    are asked for, in one line for all of them, of the administrators: a list that was imported
    must not ask for more.
    """
    nobodys: list[Stop] = []
    plans, talks = anchoring.plans(session, of), anchoring.talks(session, of)
    for line in anchoring.all_funded(session, today, of):
        plan, said = plans.get(line.id), talks.get(line.id, {})
        asked = [
            stop
            for stop in stops(course_of(line, plan, said), held_talks(said), today)
            if stop.state in ("due", "coming")
        ]
        if line.carried_on:
            yield from _talks(line, asked)
            yield from _decisions(line, said, today)
            yield from _plan(line, plan, said, today)
        else:
            nobodys += [stop for stop in asked if stop.kind in MONTHS_BEFORE][:1]
    if nobodys:
        yield _nobodys(nobodys, today)


def _talks(line: FundedLine, asked: Iterable[Stop]) -> Iterator[Due]:
    for stop in asked:
        kind = anchoring_texts().talk(stop.kind)
        yield _due(
            line,
            "talk",
            f"{stop.kind}:{stop.end or ''}:{stop.day if stop.kind == 'other' else ''}",
            stop.day,
            message("Hold an anchoring talk: {kind}.", kind=kind.label),
        )


def _nobodys(stops: Collection[Stop], today: date) -> Due:
    """The one line: from the first of their days on, with how many there are then or today."""
    day = min(stop.day for stop in stops)
    return Due(
        key="talk:nobody",
        kind="talk",
        day=day,
        about=message("Grants that end"),
        text=messages_n(
            "The money of one collaboration ends within a year, and nobody carries it on here yet: "
            "begin with its parties.",
            "The money of {n} collaborations ends within a year, and nobody carries them on here "
            "yet: see with which to begin.",
            n=sum(stop.day <= max(day, today) for stop in stops),
        ),
        path="/anchoring",
    )


def _decisions(line: FundedLine, talks: Talks, today: date) -> Iterator[Due]:
    """A decision is the user's who answers for the collaboration, and its owner's if a party."""
    for each in left_to_do(decisions_of(talks), today):
        if each.day is None:
            continue
        told = message("Decided: {what}", what=each.what)
        if each.owner:
            told = message("Decided: {what} ({owner})", what=each.what, owner=each.owner)
        yield _due(line, "decision", each.id, each.day, told)
        if each.party:
            yield Due(
                key=f"decision:{line.id}:{each.id}:party",
                kind="decision",
                day=each.day,
                about=line.title,
                text=message("Decided: {what}", what=each.what),
                path="",
                party=each.party,
                echo=True,
            )


def _plan(
    line: FundedLine, plan: Mapping[str, Any] | None, talks: Talks, today: date
) -> Iterator[Due]:
    """The day by which it should be settled, until a talk is held then or later; the money's."""
    by_when = (plan or {}).get("by_when")
    if by_when and not any((talk.get("held") or "") >= by_when for talk in talks.values()):
        told = message("By now it should be settled what goes on when the money stops.")
        yield _due(line, "plan", "by_when", date.fromisoformat(by_when), told)
    ends = ends_from(grants_of(line, plan), today)
    if ends and not has_plan(plan):
        told = message("Make an anchoring plan: the money ends on {day}.", day=ends[0])
        yield _due(line, "plan", "none", months_after(ends[0], -PLAN_MONTHS), told)
    for end in ends:
        yield _due(line, "end", str(end), end, message("The money ends on {day}", day=end))


def _due(line: FundedLine, kind: Any, what: str, day: date, text: Message) -> Due:
    return Due(
        key=f"{kind}:{line.id}:{what}",
        kind=kind,
        day=day,
        about=line.title,
        text=text,
        path=f"/collaborations/{line.id}/anchoring",
        user=line.owner,
    )
