"""A candidate as it comes on a shortlist."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from matcher.errors import Refusal
from matcher.partnership.steps import Step, from_json
from matcher.services.shortlists.why import Why, why_to_json
from matcher.store.queries.organisations import names
from matcher.store.tables.base import now
from matcher.store.unit_of_work import UnitOfWork
from matcher.wording.message import message


def refuse_gone(work: UnitOfWork, wanted: set[str]) -> None:
    """Refusal (not_found) if an organisation was deleted since the landscape was read."""
    if wanted - names(work.session, wanted).keys():
        raise Refusal("not_found", message("There is no such organisation."))


def new_entry(organisation: str, why: Why | None) -> dict[str, Any]:
    """An organisation that is only suggested yet, with the reasons of the day."""
    return {
        "organisation": organisation,
        "status": "suggested",
        "note": None,
        "added": now().isoformat(),
        "why": None if why is None else why_to_json(why),
        "steps": [],
    }


def steps_of(entry: Mapping[str, Any]) -> tuple[Step, ...]:
    """The steps that an entry's document holds; one from before steps were kept holds none."""
    return tuple(from_json(step) for step in entry.get("steps", ()))
