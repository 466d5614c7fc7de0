"""What becomes of the candidates on a shortlist: status, note, order, away."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import asdict, dataclass
from typing import Any

from matcher.errors import Refusal
from matcher.exchange.text_cells import plain
from matcher.services.access import Actor, require
from matcher.services.forms import Errors, Saved, refuse_errors
from matcher.services.installation import Installation
from matcher.services.shortlists.save import shortlist_in
from matcher.services.shortlists.together import settled
from matcher.store import documents
from matcher.wording.labels import STATES
from matcher.wording.message import message

LONGEST_NOTE = 5000

Entries = list[dict[str, Any]]


@dataclass(frozen=True, kw_only=True, slots=True)
class Progress:
    """How it goes with a candidate: a state of STATES, and a note, possibly empty."""

    status: str
    note: str = ""


def change_entry(
    installation: Installation,
    actor: Actor,
    shortlist_id: str,
    organisation_id: str,
    progress: Progress,
    before: Progress | None = None,
) -> Saved:
    """Set a candidate's status and note.

    `before` is what the form was filled with; None does not ask. Refusal: invalid with `fields`;
    not_found; conflict when somebody else changed the same meanwhile (see `settled`).
    """
    require(actor, "save_shortlist")

    def change(entries: Entries) -> Entries:
        at = _place(entries, organisation_id)
        now = Progress(status=entries[at]["status"], note=entries[at]["note"] or "")
        typed = _checked(progress)
        values = settled(typed, _tidied(before) if before else {}, asdict(now), STATES)
        entries[at] = {**entries[at], "status": values["status"], "note": values["note"] or None}
        return entries

    return _rewrite(installation, actor, shortlist_id, change)


def remove_entry(
    installation: Installation, actor: Actor, shortlist_id: str, organisation_id: str
) -> Saved:
    """Take a candidate off the shortlist; Refusal (not_found) if it is not on it."""
    require(actor, "save_shortlist")

    def change(entries: Entries) -> Entries:
        del entries[_place(entries, organisation_id)]
        return entries

    return _rewrite(installation, actor, shortlist_id, change)


def move_entry(
    installation: Installation, actor: Actor, shortlist_id: str, organisation_id: str, steps: int
) -> Saved:
    """Move a candidate down by so many places (up where negative), at most to the end."""
    require(actor, "save_shortlist")

    def change(entries: Entries) -> Entries:
        at = _place(entries, organisation_id)
        entry = entries.pop(at)
        entries.insert(max(0, at + steps), entry)
        return entries

    return _rewrite(installation, actor, shortlist_id, change)


def _rewrite(
    installation: Installation,
    actor: Actor,
    shortlist_id: str,
    change: Callable[[Entries], Entries],
) -> Saved:
    """Make the entries be what `change` makes of a copy of them."""
    with installation.writing(actor) as work:
        document = shortlist_in(work, shortlist_id)
        after = {**document, "entries": change(list(document["entries"]))}
        done = documents.write(
            work, "shortlist", {shortlist_id: after}, before={shortlist_id: document}
        )
        work.commit()
    return Saved(id=shortlist_id, created=False, changed=bool(done["updated"]))


def _place(entries: Entries, organisation_id: str) -> int:
    for at, entry in enumerate(entries):
        if entry["organisation"] == organisation_id:
            return at
    raise Refusal(
        "not_found",
        message("This organisation is not on the shortlist."),
        message("Somebody may have taken it off meanwhile. Load the page again."),
    )


def _checked(progress: Progress) -> dict[str, str]:
    errors: Errors = {}
    tidied = _tidied(progress)
    if tidied["status"] not in STATES:
        errors["status"] = message("Choose one from the list.")
    if len(tidied["note"]) > LONGEST_NOTE:
        errors["note"] = message("Write at most {limit} characters.", limit=LONGEST_NOTE)
    refuse_errors(errors)
    return tidied


def _tidied(progress: Progress) -> dict[str, str]:
    return {"status": progress.status, "note": plain(progress.note)}
