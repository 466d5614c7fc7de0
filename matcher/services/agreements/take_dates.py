"""Dates that all parties accepted, taken over into the collaboration that the agreement is of."""

from __future__ import annotations

from datetime import date
from typing import Any

from matcher.errors import Refusal
from matcher.partnership.agreement import Content, written
from matcher.services.access import Actor, require
from matcher.services.agreements.content import Today, today
from matcher.services.agreements.versions import stands
from matcher.services.installation import Installation
from matcher.store import documents
from matcher.store.queries import agreements
from matcher.wording.message import message

Period = tuple[date | None, date | None]
"""From when to when; None where nothing is said."""


def accepted_dates(now: Today, state: str, newest: Content | None) -> Period | None:
    """The dates of a version that all have accepted, where the collaboration has others.

    An agreement without a start says nothing of it; one without an end goes on until it is ended.
    """
    if state != "all" or newest is None:
        return None
    start = written(newest, "period", "start") or now.start
    end = written(newest, "period", "end")
    return None if (start, end) == (now.start, now.end) else (_day(start), _day(end))


def take_dates(
    installation: Installation, actor: Actor, collaboration_id: str, number: int, *, as_of: date
) -> bool:
    """Give the collaboration the dates of a version; False where it has them already.

    Refusal: not_found; conflict for a version that is not the newest, or not accepted by all.
    """
    require(actor, "save_collaboration")
    with installation.writing(actor) as work:
        now = today(work.session, collaboration_id, as_of)
        lines = agreements.of(work.session, collaboration_id)
        state = stands(now, lines).state
        if not lines or lines[-1].number != number or state != "all":
            raise Refusal(
                "conflict",
                message("All parties have not accepted version {number}, or there is a newer one.",
                        number=number),
                message("Read how the agreement stands now."),
            )  # fmt: skip
        dates = accepted_dates(now, state, lines[-1].content)
        if dates is None:
            return False
        before = documents.read(work.session, "collaboration", [collaboration_id])
        changed: dict[str, Any] = dict(zip(("start", "end"), map(_text, dates), strict=True))
        after = {key: {**document, **changed} for key, document in before.items()}
        documents.write(work, "collaboration", after, before=before)
        work.commit()
    return True


def _day(text: str | None) -> date | None:
    return None if text is None else date.fromisoformat(text)


def _text(day: date | None) -> str | None:
    return None if day is None else day.isoformat()
