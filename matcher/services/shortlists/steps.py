"""Taking a step with a candidate on a shortlist, correcting the last one, taking it back."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from matcher.errors import Refusal
from matcher.exchange.dates import first_day
from matcher.exchange.fault import Fault
from matcher.exchange.text_cells import plain
from matcher.partnership import steps as rules
from matcher.partnership.steps import Step, mark_of, to_json
from matcher.services.access import Actor, require
from matcher.services.forms import Errors, Saved, refuse_errors
from matcher.services.installation import Installation
from matcher.services.shortlists.candidate import steps_of
from matcher.services.shortlists.entries import place_of
from matcher.services.shortlists.no import with_verdict
from matcher.services.shortlists.save import shortlist_in
from matcher.store import documents
from matcher.wording.labels import STATES
from matcher.wording.message import Message, message

Entry = dict[str, Any]


@dataclass(frozen=True, kw_only=True, slots=True)
class StepText:
    """A step as a person writes it: the state is a word of STATES, days are texts."""

    state: str
    day: str
    note: str = ""
    next_day: str = ""
    reason: str = ""


def take_step(
    installation: Installation,
    actor: Actor,
    shortlist_id: str,
    organisation_id: str,
    text: StepText,
    *,
    as_of: date,
    mark: str | None = None,
) -> Saved:
    """Note a step with a candidate.

    `mark` is that of the steps which the form was filled from (`mark_of`); None does not ask. The
    same step sent twice is one step. Going back is a correction, and is said as `notes`. Refusal:
    invalid with `fields`; not_found; conflict when somebody else took a step meanwhile, which
    `fields` tells.
    """
    require(actor, "save_shortlist")

    def change(entry: Entry) -> tuple[Entry, tuple[Message, ...]]:
        there = steps_of(entry)
        previous = there[-1] if there else None
        step = _read(text, previous, as_of, by=(actor.id, actor.name))
        if mark is not None and mark != mark_of(entry["status"], there):
            if previous == step and mark == mark_of(entry["steps"][-1]["came_from"], there[:-1]):
                return entry, ()
            _refuse_meanwhile(previous)
        kept = {**to_json(step), "came_from": entry["status"], "judged": False}
        after = {**entry, "status": step.state, "steps": [*entry["steps"], kept]}
        added = datetime.fromisoformat(entry["added"]).date()
        return after, rules.remarks(step, before=entry["status"], added=added)

    return _changed(installation, actor, shortlist_id, organisation_id, change)


def correct_step(
    installation: Installation,
    actor: Actor,
    shortlist_id: str,
    organisation_id: str,
    text: StepText,
    *,
    as_of: date,
    mark: str | None = None,
) -> Saved:
    """Make the last step with a candidate be what this says; it stays by whom it was taken.

    `mark` and refusals are as for `take_step`; not_found too where no step was taken.
    """
    require(actor, "save_shortlist")

    def change(entry: Entry) -> tuple[Entry, tuple[Message, ...]]:
        there = steps_of(entry)
        last = _last(there)
        step = _read(text, there[-2] if there[1:] else None, as_of, by=(last.by_id, last.by))
        if mark is not None and mark != mark_of(entry["status"], there):
            if step == last:
                return entry, ()
            _refuse_meanwhile(last)
        if step == last:
            return entry, ()
        kept = {**entry["steps"][-1], **to_json(step), "judged": False}
        after = {**entry, "status": step.state, "steps": [*entry["steps"][:-1], kept]}
        added = datetime.fromisoformat(entry["added"]).date()
        return after, rules.remarks(step, before=kept["came_from"] or step.state, added=added)

    return _changed(installation, actor, shortlist_id, organisation_id, change)


def take_back_step(
    installation: Installation,
    actor: Actor,
    shortlist_id: str,
    organisation_id: str,
    *,
    mark: str | None = None,
) -> Saved:
    """Take the last step with a candidate back: the state is the one before again.

    `mark` is as for `take_step`. Refusal: not_found where no step was taken; conflict when the
    steps are others by now.
    """
    require(actor, "save_shortlist")

    def change(entry: Entry) -> tuple[Entry, tuple[Message, ...]]:
        there = steps_of(entry)
        if mark is not None and mark != mark_of(entry["status"], there):
            _refuse_meanwhile(there[-1] if there else None)
        _last(there)
        *earlier, last = entry["steps"]
        before = earlier[-1]["state"] if earlier else last["came_from"]
        return {**entry, "status": before or "suggested", "steps": earlier}, ()

    return _changed(installation, actor, shortlist_id, organisation_id, change)


def _changed(
    installation: Installation,
    actor: Actor,
    shortlist_id: str,
    organisation_id: str,
    change: Callable[[Entry], tuple[Entry, tuple[Message, ...]]],
) -> Saved:
    with installation.writing(actor) as work:
        document = shortlist_in(work, shortlist_id)
        entries = list(document["entries"])
        at = place_of(entries, organisation_id)
        after, notes = change(entries[at])
        changed = after != entries[at]
        if changed:
            entries[at] = with_verdict(work, document, entries[at], after)
            documents.write(
                work,
                "shortlist",
                {shortlist_id: {**document, "entries": entries}},
                before={shortlist_id: document},
            )
            work.commit()
    return Saved(id=shortlist_id, created=False, changed=changed, notes=notes)


def _read(
    text: StepText, previous: Step | None, today: date, *, by: tuple[str | None, str | None]
) -> Step:
    """The step that was written; Refusal (invalid with `fields`) for what is wrong with it."""
    errors: Errors = {}
    days: dict[str, date | None] = {}
    for name, written in (("day", text.day), ("next_day", text.next_day)):
        try:
            days[name] = first_day(plain(written) or None)
        except Fault as fault:
            errors[name] = fault.reason
    if "day" not in errors and days["day"] is None:
        errors["day"] = message("Write the day.")
    step = Step(
        state=text.state,
        day=days.get("day") or today,
        by_id=by[0],
        by=by[1],
        note=plain(text.note) or None,
        reason=(text.reason or None) if text.state == "declined" else None,
        next_day=days.get("next_day"),
    )
    found = rules.faults(step, previous=previous, today=today)
    refuse_errors({**found, **errors})
    return step


def _last(there: tuple[Step, ...]) -> Step:
    if not there:
        raise Refusal(
            "not_found",
            message("No step has been noted with this candidate."),
            message("Somebody may have taken it back meanwhile. Load the page again."),
        )
    return there[-1]


def _refuse_meanwhile(last: Step | None) -> None:
    """Refusal (conflict) that tells what somebody else noted; what was typed is for the caller."""
    told = (
        message("Somebody else has taken the step back.")
        if last is None
        else message(
            "{name} noted meanwhile: {state}, {day}.",
            name=last.by or "–",
            state=STATES[last.state],
            day=last.day,
        )
    )
    raise Refusal(
        "conflict",
        message("Somebody else has changed this while you were writing."),
        message("What you wrote is kept below. Save again if it still holds."),
        fields={"state": told},
    )
