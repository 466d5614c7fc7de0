"""Giving a verdict on a candidate, and taking it back."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from matcher.errors import Refusal
from matcher.exchange.text_cells import plain
from matcher.services.access import Actor, require
from matcher.services.forms import Errors, Saved, refuse_errors
from matcher.services.installation import Installation
from matcher.store import documents
from matcher.store.queries.organisations import names
from matcher.store.tables.base import new_id, now
from matcher.store.unit_of_work import UnitOfWork
from matcher.wording.labels import VERDICTS, WHY_NOT
from matcher.wording.message import message

LONGEST_NOTE = 5000

_SAID = ("verdict", "reason", "note")


def give_verdict(
    installation: Installation,
    actor: Actor,
    *,
    asker: str | None = None,
    brief: str | None = None,
    candidate: str,
    verdict: str,
    reason: str | None = None,
    note: str | None = None,
) -> Saved:
    """Say what a candidate is worth to an organisation or for a brief; all three are ids.

    It takes the place of what was said before, by whomever; the history keeps both. The same said
    again changes nothing, not even who said it. A reason counts with "not_relevant" only, and may
    be left out. Refusal: invalid with `fields`; not_found. ValueError unless an organisation or a
    brief is named, and not both.
    """
    require(actor, "give_verdict")
    said = _checked(verdict, reason, note)
    key = verdict_id(asker, brief, candidate)
    with installation.writing(actor) as work:
        _refuse_gone(work, asker, brief, candidate)
        before = documents.read(work.session, "verdict", [key])
        changed = noted_verdict(work, asker, brief, candidate, said)
        work.commit()
    return Saved(id=key, created=changed and not before, changed=changed)


def noted_verdict(
    work: UnitOfWork,
    asker: str | None,
    brief: str | None,
    candidate: str,
    said: Mapping[str, str | None],
) -> bool:
    """Note what is said (verdict, reason, note) as part of the work at hand.

    False where the same had been said before: then it still stands as it was given.
    """
    key = verdict_id(asker, brief, candidate)
    before = documents.read(work.session, "verdict", [key])
    if key in before and says(before[key], said):
        return False
    document = {
        "asker": asker,
        "brief": brief,
        "candidate": candidate,
        **said,
        "given": now().isoformat(),
        "given_by_id": work.actor_id,
        "given_by": work.actor_name,
    }
    documents.write(work, "verdict", {key: document}, before=before)
    return True


def says(verdict: Mapping[str, Any], said: Mapping[str, str | None]) -> bool:
    """Whether a verdict's document says just this (verdict, reason, note)."""
    return all(verdict[field] == said[field] for field in _SAID)


def take_back_verdict(
    installation: Installation,
    actor: Actor,
    *,
    asker: str | None = None,
    brief: str | None = None,
    candidate: str,
) -> Saved:
    """Forget what was said of a candidate; the history keeps it. Nothing said changes nothing."""
    require(actor, "give_verdict")
    key = verdict_id(asker, brief, candidate)
    with installation.writing(actor) as work:
        done = documents.write(work, "verdict", {key: None})
        work.commit()
    return Saved(id=key, created=False, changed=bool(done["deleted"]))


def verdict_id(asker: str | None, brief: str | None, candidate: str) -> str:
    """The id of the one verdict on a candidate: always the same, so its history is one."""
    if (asker is None) == (brief is None):
        raise ValueError("a verdict is for an organisation or for a brief")
    whose = ("brief", brief) if asker is None else ("asker", asker)
    return new_id("verdict", *(each or "" for each in whose), candidate)


def _checked(verdict: str, reason: str | None, note: str | None) -> dict[str, Any]:
    errors: Errors = {}
    why = (reason or None) if verdict == "not_relevant" else None
    written = plain(note or "")
    if verdict not in VERDICTS:
        errors["verdict"] = message("Choose one from the list.")
    if why is not None and why not in WHY_NOT:
        errors["reason"] = message("Choose one from the list.")
    if len(written) > LONGEST_NOTE:
        errors["note"] = message("Write at most {limit} characters.", limit=LONGEST_NOTE)
    refuse_errors(errors)
    return {"verdict": verdict, "reason": why, "note": written or None}


def _refuse_gone(work: UnitOfWork, asker: str | None, brief: str | None, candidate: str) -> None:
    """Refusal (not_found) for what is not there, (invalid) for a verdict on oneself."""
    wanted = {key for key in (asker, candidate) if key is not None}
    if wanted - names(work.session, wanted).keys():
        raise Refusal("not_found", message("There is no such organisation."))
    if brief is not None and brief not in documents.read(work.session, "brief", [brief]):
        raise Refusal("not_found", message("There is no such brief."))
    if asker == candidate:
        raise Refusal(
            "invalid",
            message("An organisation is no partner for itself."),
            message("Choose another organisation."),
        )
