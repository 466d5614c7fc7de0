"""Whom to go on with on shortlists: a next day that has come, or a silence that has lasted."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from datetime import date
from zoneinfo import ZoneInfo

from matcher.partnership.due import Due
from matcher.partnership.steps import Step, due_day
from matcher.store.queries.shortlists import LastStep, last_steps
from matcher.store.session import Session
from matcher.wording.labels import STATES
from matcher.wording.message import Message, message


def due(
    session: Session, _today: date, _zone: ZoneInfo, _of: Collection[str] | None = None
) -> Iterator[Due]:
    """One thing for each candidate with whom one is to go on; it is that of who took the step.

    What falls due later is given, too.
    """
    for last in last_steps(session):
        day = due_day(Step(state=last.state, day=last.day, next_day=last.next_day))
        if day is not None:
            yield Due(
                key=f"step:{last.shortlist[0]}:{last.candidate[0]}:{last.position}:{day}",
                kind="step",
                day=day,
                about=last.shortlist[1],
                text=_told(last),
                path=f"/shortlists/{last.shortlist[0]}#candidate-{last.candidate[0]}",
                user=last.by_id,
            )


def _told(last: LastStep) -> Message:
    name = last.candidate[1]
    if last.next_day is None:
        return message("No word from {name} since {day}: call them.", name=name, day=last.day)
    return message(
        "Go on with {name} ({state} on {day}).",
        name=name,
        state=STATES[last.state],
        day=last.day,
    )
