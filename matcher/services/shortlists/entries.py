"""What becomes of the candidates on a shortlist: note, order, away."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from matcher.errors import Refusal
from matcher.exchange.text_cells import plain
from matcher.partnership.steps import LONGEST_NOTE
from matcher.services.access import Actor, require
from matcher.services.forms import Saved, refuse_errors
from matcher.services.installation import Installation
from matcher.services.shortlists.save import shortlist_in
from matcher.services.shortlists.together import settled
from matcher.store import documents
from matcher.wording.message import message

Entries = list[dict[str, Any]]


def change_note(
    installation: Installation,
    actor: Actor,
    shortlist_id: str,
    organisation_id: str,
    note: str,
    before: str | None = None,
) -> Saved:
    """Write what is worth knowing of a candidate, whatever step comes next.

    `before` is what the form was filled with; None does not ask. Refusal: invalid with `fields`;
    not_found; conflict when somebody else changed it meanwhile (see `settled`).
    """
    require(actor, "save_shortlist")

    def change(entries: Entries) -> Entries:
        at = place_of(entries, organisation_id)
        typed = {"note": plain(note)}
        if len(typed["note"]) > LONGEST_NOTE:
            limit = message("Write at most {limit} characters.", limit=LONGEST_NOTE)
            refuse_errors({"note": limit})
        opened = {} if before is None else {"note": plain(before)}
        values = settled(typed, opened, {"note": entries[at]["note"] or ""})
        entries[at] = {**entries[at], "note": values["note"] or None}
        return entries

    return _rewrite(installation, actor, shortlist_id, change)


def remove_entry(
    installation: Installation, actor: Actor, shortlist_id: str, organisation_id: str
) -> Saved:
    """Take a candidate off the shortlist; Refusal (not_found) if it is not on it."""
    require(actor, "save_shortlist")

    def change(entries: Entries) -> Entries:
        del entries[place_of(entries, organisation_id)]
        return entries

    return _rewrite(installation, actor, shortlist_id, change)


def move_entry(
    installation: Installation, actor: Actor, shortlist_id: str, organisation_id: str, steps: int
) -> Saved:
    """Move a candidate down by so many places (up where negative), at most to the end."""
    require(actor, "save_shortlist")

    def change(entries: Entries) -> Entries:
        at = place_of(entries, organisation_id)
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


def place_of(entries: Entries, organisation_id: str) -> int:
    """Where a candidate stands; Refusal (not_found) if it is not on the list."""
    for at, entry in enumerate(entries):
        if entry["organisation"] == organisation_id:
            return at
    raise Refusal(
        "not_found",
        message("This organisation is not on the shortlist."),
        message("Somebody may have taken it off meanwhile. Load the page again."),
    )
