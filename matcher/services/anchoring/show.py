"""How a collaboration is anchored: its money, its plan, its talks, its decisions, its risks."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from matcher.partnership.anchoring import Course, Missing, Stop, missing, stops
from matcher.partnership.anchoring_texts import (
    Domain,
    PlanQuestion,
    TalkKind,
    anchoring_texts,
)
from matcher.partnership.decisions import Decision, left_to_do
from matcher.services.access import Actor, require
from matcher.services.anchoring.records import (
    Grant,
    course_of,
    decision_of,
    decisions_of,
    ends_from,
    grants_of,
    has_plan,
    held_talks,
)
from matcher.services.anchoring.risks import ContactRisk, contact_risks
from matcher.services.anchoring.talk_form import about_value
from matcher.services.anchoring.writing import line_of
from matcher.services.installation import Installation
from matcher.store import documents
from matcher.store.queries import anchoring
from matcher.store.session import Session


@dataclass(frozen=True, kw_only=True, slots=True)
class Held:
    """A talk that was held; `notes` by the domains in which something was said."""

    id: str
    day: date
    notes: tuple[tuple[Domain, str], ...]
    log: str | None
    decisions: tuple[Decision, ...]
    next: date | None


@dataclass(frozen=True, kw_only=True, slots=True)
class TalkLine:
    """A line of the course of talks: one that falls due, one that was held, or both.

    `day` is when it was held, else when it falls due; `due` is the latter, None for a talk that
    nothing asked for. `about` names it in the form of a new talk.
    """

    kind: TalkKind
    state: str
    day: date
    due: date | None
    end: date | None
    about: str
    held: Held | None


@dataclass(frozen=True, kw_only=True, slots=True)
class AnchoringPage:
    """All of it. `next` is the line that asks for a talk now, else the next one to come.

    `planned` says whether the plan answers anything, `recorded` whether there ever was one.
    `decisions` are left to be done; `decided` says whether any talk decided anything.
    """

    id: str
    title: str
    start: date | None
    end: date | None
    grants: tuple[Grant, ...]
    missing: tuple[Missing, ...]
    answers: tuple[tuple[PlanQuestion, str | None], ...]
    by_when: date | None
    planned: bool
    recorded: bool
    talks: tuple[TalkLine, ...]
    next: TalkLine | None
    decisions: tuple[Decision, ...]
    decided: bool
    risks: tuple[ContactRisk, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class AnchoringStage:
    """What the collaboration's page says of it.

    `money_end` is the next day on which money ends; `answered` of `questions` are answered in the
    plan; `left` decisions are to be done, `overdue` of them late.
    """

    money_end: date | None
    money_known: bool
    answered: int
    questions: int
    held: int
    next: Stop | None
    kind: TalkKind | None
    left: int
    overdue: int


def show_anchoring(
    installation: Installation, actor: Actor, collaboration_id: str, *, as_of: date
) -> AnchoringPage:
    """The page; Refusal (not_found) if there is no such collaboration.

    Who the contact persons are only those are told who may know.
    """
    require(actor, "show_partnership")
    with installation.reading() as session:
        line = line_of(session, collaboration_id)
        plan = documents.read(session, "anchoring_plan", [collaboration_id]).get(collaboration_id)
        talks = anchoring.talks(session, [collaboration_id]).get(collaboration_id, {})
        risks = contact_risks(session, actor, collaboration_id, as_of)
    course = course_of(line, plan, talks)
    lines = _lines(course, talks, as_of)
    answers = (plan or {}).get("answers", {})
    by_when = (plan or {}).get("by_when")
    return AnchoringPage(
        id=line.id,
        title=line.title,
        start=line.start,
        end=line.end,
        grants=grants_of(line, plan),
        missing=missing(course),
        answers=tuple((each, answers.get(each.id)) for each in anchoring_texts().questions),
        by_when=date.fromisoformat(by_when) if by_when else None,
        planned=has_plan(plan),
        recorded=plan is not None,
        talks=lines,
        next=next((each for each in lines if each.state in ("due", "coming")), None),
        decisions=left_to_do(decisions_of(talks), as_of),
        decided=bool(decisions_of(talks)),
        risks=risks,
    )


def anchoring_stage(
    installation: Installation, actor: Actor, collaboration_id: str, *, as_of: date
) -> AnchoringStage:
    """The summary for the collaboration's page."""
    require(actor, "show_partnership")
    with installation.reading() as session:
        return stage_of(session, collaboration_id, as_of)


def stage_of(session: Session, collaboration_id: str, as_of: date) -> AnchoringStage:
    """The same, for a use case that has asked who may."""
    line = line_of(session, collaboration_id)
    plan = documents.read(session, "anchoring_plan", [collaboration_id]).get(collaboration_id)
    talks = anchoring.talks(session, [collaboration_id]).get(collaboration_id, {})
    grants, course = grants_of(line, plan), course_of(line, plan, talks)
    asked = [s for s in stops(course, held_talks(talks), as_of) if s.state in ("due", "coming")]
    answers = (plan or {}).get("answers", {})
    left = left_to_do(decisions_of(talks), as_of)
    questions = anchoring_texts().questions
    return AnchoringStage(
        money_end=next(iter(ends_from(grants, as_of)), None),
        money_known=bool(course.money_ends),
        answered=sum(bool(answers.get(each.id)) for each in questions),
        questions=len(questions),
        held=len(talks),
        next=asked[0] if asked else None,
        kind=anchoring_texts().talk(asked[0].kind) if asked else None,
        left=len(left),
        overdue=sum(each.state(as_of) == "overdue" for each in left),
    )


def _lines(
    course: Course, talks: Mapping[str, Mapping[str, Any]], as_of: date
) -> tuple[TalkLine, ...]:
    held = {each.id: each for each in held_talks(talks)}
    texts = anchoring_texts()
    lines = []
    found = stops(course, held.values(), as_of)
    for stop in found:
        was = held.get(stop.talk or "")
        lines.append(
            TalkLine(
                kind=texts.talk(stop.kind),
                state=stop.state,
                day=was.held if was else stop.day,
                due=stop.day,
                end=stop.end,
                about=about_value(stop.kind, stop.end),
                held=_held(was.id, talks[was.id]) if was else None,
            )
        )
    asked_for = {stop.talk for stop in found}
    lines += [
        TalkLine(
            kind=texts.talk(each.kind),
            state="held",
            day=each.held,
            due=None,
            end=each.end,
            about=about_value(each.kind, each.end),
            held=_held(key, talks[key]),
        )
        for key, each in held.items()
        if key not in asked_for
    ]
    return tuple(sorted(lines, key=lambda each: (each.day, each.about)))


def _held(talk_id: str, talk: Mapping[str, Any]) -> Held:
    notes, after = talk.get("agenda", {}), talk.get("next")
    return Held(
        id=talk_id,
        day=date.fromisoformat(talk["held"]),
        notes=tuple((d, notes[d.id]) for d in anchoring_texts().domains if notes.get(d.id)),
        log=talk.get("log"),
        decisions=tuple(decision_of(talk_id, each) for each in talk.get("decisions", ())),
        next=date.fromisoformat(after) if after else None,
    )
