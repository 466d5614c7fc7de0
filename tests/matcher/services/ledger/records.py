"""Shortlists with the steps taken with each candidate, for tests of the ledger."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from matcher.services.installation import Installation
from matcher.store import documents
from tests.factories import EDITOR, make_shortlist

LISTED = date(2026, 1, 10)


def make_list(
    where: Installation,
    organisation: str | None,
    entries: dict[str, tuple[tuple[str, int], ...]],
    *,
    brief: str | None = None,
    listed: date = LISTED,
    reason: str | None = None,
) -> str:
    """A shortlist with the moves of each candidate, so many days after it was listed."""
    key = make_shortlist(where, "Partnere", organisation, entries)
    with where.writing(EDITOR) as work:
        found = documents.read(work.session, "shortlist", [key])[key]
        after = {
            **found,
            "brief": brief,
            "entries": [
                _entry(each, entries[each["organisation"]], listed, reason)
                for each in found["entries"]
            ],
        }
        documents.write(work, "shortlist", {key: after})
        work.commit()
    return key


def start(where: Installation, collaboration: str, shortlist: str) -> None:
    """Say that a collaboration, which is carried on here, came from a shortlist."""
    with where.writing(EDITOR) as work:
        found = documents.read(work.session, "partnership", [collaboration])[collaboration]
        documents.write(work, "partnership", {collaboration: {**found, "shortlist_id": shortlist}})
        work.commit()


def _entry(
    entry: dict[str, Any], moves: tuple[tuple[str, int], ...], listed: date, reason: str | None
) -> dict[str, Any]:
    steps, before = [], "suggested"
    for state, days in moves:
        steps.append(
            {
                "state": state,
                "came_from": before,
                "day": (listed + timedelta(days=days)).isoformat(),
                "by_id": EDITOR.id,
                "by": EDITOR.name,
                "note": None,
                "reason": reason if state == "declined" else None,
                "judged": False,
                "next_day": None,
            }
        )
        before = state
    return {
        **entry,
        "added": f"{listed.isoformat()}T12:00:00+00:00",
        "status": before,
        "steps": steps,
    }
