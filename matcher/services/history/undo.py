"""Taking a change back."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from matcher.errors import Refusal
from matcher.services.access import Actor, require
from matcher.services.history.fields import FIELDS, KEPT_IN_PART
from matcher.services.history.lost import lost
from matcher.services.history.removal import bring_back, remove
from matcher.services.installation import Installation
from matcher.store import documents
from matcher.store.queries import history, recipes
from matcher.store.queries.history import ChangeLine
from matcher.store.unit_of_work import UnitOfWork
from matcher.wording.message import Value, listed, message


@dataclass(frozen=True, kw_only=True, slots=True)
class Undone:
    """The record whose change was taken back; `exists` says whether it is there now."""

    record: str
    record_id: str
    exists: bool


def undo_change(installation: Installation, actor: Actor, change_id: int) -> Undone:
    """Make a record be as it was before a change; the undoing is itself a change.

    Refusal: not_found; conflict when the change is already undone, when the fields have another
    value by now (details: `standing`, the id of the later change that stands in the way), when
    others refer to a record that would go, or when what the record refers to is gone. The details
    of a conflict name the `record` and its `record_id`.
    """
    require(actor, "undo_change")
    with installation.writing(actor) as work:
        change = history.change(work.session, change_id)
        if change is None or change.record not in FIELDS:
            raise Refusal("not_found", message("There is no such change."))
        if change.record in KEPT_IN_PART:
            raise Refusal(
                "conflict",
                message("Boundaries cannot be undone, for their outlines are not in the history."),
                message("Import the file again, or another one."),
            )
        _require_recipe(work, actor, change)
        try:
            _take_back(work, change)
        except Refusal as refusal:
            refusal.details |= {"record": change.record, "record_id": change.record_id}
            raise
        work.commit()
    return Undone(
        record=change.record, record_id=change.record_id, exists=change.action != "created"
    )


def _require_recipe(work: UnitOfWork, actor: Actor, change: ChangeLine) -> None:
    """Refusal (forbidden) if it would change what all suggestions are made with."""
    used = recipes.in_use(work.session)
    in_use = change.record == "recipe" and used is not None and used.name == change.record_id
    if in_use or change.record == "recipe_in_use":
        require(actor, "use_recipe")


def _take_back(work: UnitOfWork, change: ChangeLine) -> None:
    record, key = change.record, change.record_id
    if change.undone_by is not None:
        raise Refusal("conflict", message("This change has already been undone."))
    document = documents.read(work.session, record, [key]).get(key)
    _refuse_later(work, change, document)
    if change.action == "created":
        remove(work, record, key, document or {}, undoes=change.id)
    elif change.action == "deleted":
        kept = dict(change.before or {})
        _refuse_lost(work, record, key, kept)
        bring_back(work, record, key, kept, undoes=change.id)
    else:
        before = {**(document or {}), **(change.before or {})}
        _refuse_lost(work, record, key, before)
        documents.write(work, record, {key: before}, before={key: document or {}}, undoes=change.id)


def _refuse_later(work: UnitOfWork, change: ChangeLine, document: dict[str, Any] | None) -> None:
    """Refusal (conflict) if the record is not as the change left it."""
    left = change.after
    if left is None and document is not None:
        raise Refusal("conflict", message("The record is already there again."))
    if left is not None and document is None:
        raise Refusal(
            "conflict",
            message("This cannot be undone, because the record has been deleted since."),
            message("Undo the deletion first."),
        )
    different = {
        name for name, value in (left or {}).items() if (document or {}).get(name) != value
    }
    if different:
        raise _standing(change, _latest(work, change, different), different)


def _standing(change: ChangeLine, later: ChangeLine | None, different: set[str]) -> Refusal:
    """The refusal that says which later change stands in the way."""
    if later is None:
        return Refusal("conflict", message("The record is no longer as this change left it."))
    return Refusal(
        "conflict",
        message(
            "This cannot be undone, because {who} changed {fields} on {day}.",
            who=later.actor_name,
            fields=_called(change.record, later, different),
            day=later.at.date(),
        ),
        message("Undo that later change first."),
        standing=later.id,
    )


def _latest(work: UnitOfWork, change: ChangeLine, fields: set[str]) -> ChangeLine | None:
    """The newest later change to any of the fields."""
    for later in history.later(work.session, change.record, change.record_id, change.id):
        if later.action != "updated" or fields & set(later.after or {}):
            return later
    return None


def _called(record: str, later: ChangeLine, different: set[str]) -> Value:
    changed = set(later.after or {}) & different if later.action == "updated" else set()
    labels: list[Value] = [field.label for name, field in FIELDS[record].items() if name in changed]
    return listed(labels) if labels else message("the whole record")


def _refuse_lost(work: UnitOfWork, record: str, key: str, document: dict[str, Any]) -> None:
    """Refusal (conflict) if the document refers to what is no longer there."""
    why = lost(work, record, key, document)
    if why is not None:
        raise Refusal("conflict", message("This cannot be undone: {why}.", why=why))
