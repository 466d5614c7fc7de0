"""A change in plain words: who, when, and each field from what to what."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from matcher.services.access import Actor, hide_protected_changes, may
from matcher.services.history.fields import FIELDS, KEPT_IN_PART, Field
from matcher.services.history.values import NOT_SAID, Known
from matcher.services.references import organisations_in
from matcher.store.queries.history import ChangeLine
from matcher.wording.message import Message, Value, message

_ENDS = {"tie": ("a", "b"), "verdict": ("asker", "candidate"), "intention": ("a_id", "b_id")}
_TOLD_WHOLE = frozenset({"verdict", "recipe_in_use"})
"""Records that are told in full when they come and go, since their name does not say it all."""


@dataclass(frozen=True, kw_only=True, slots=True)
class FieldChange:
    """One field of a change.

    A single value goes from `before` to `after`; of a list, `added` and `removed` tell what came
    and what went.
    """

    label: Message
    before: Value | None = None
    after: Value | None = None
    added: tuple[Value, ...] = ()
    removed: tuple[Value, ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class ToldChange:
    """A change as a person reads it.

    `record_name` is what the record is called, None when that is no longer known; `fields` are
    those that the reader may see, `hidden_fields` says whether there are others. `undone` says
    that it has been taken back; `may_undo` that this person may try.
    """

    id: int
    at: datetime
    who: str
    what: Message
    record: str
    record_id: str
    record_name: str | None
    fields: tuple[FieldChange, ...]
    hidden_fields: bool
    imported: bool
    undone: bool
    may_undo: bool


def organisations_told(changes: Iterable[ChangeLine]) -> set[str]:
    """The ids of the organisations that the changes speak of, so that their names can be read."""
    found: set[str] = set()
    for change in changes:
        for side in (change.before, change.after):
            found |= organisations_in(change.record, side or {})
    return found


def name_said(change: ChangeLine, known: Known) -> str | None:
    """What a record is called as far as the change says it; None when it does not.

    What is between two organisations is called by both.
    """
    if change.record == "recipe":
        return change.record_id
    said = {**(change.before or {}), **(change.after or {})}
    ends = [said.get(end) for end in _ENDS.get(change.record, ())]
    if all(ends) and ends:
        return " – ".join(known.names.get(str(end), str(end)) for end in ends)
    name = said.get("name") or said.get("title")
    return str(name) if name else None


def tell(
    actor: Actor, change: ChangeLine, known: Known, record_name: str | None, *, there: bool
) -> ToldChange:
    """The change in words, without what this person may not see.

    `there` says whether the record exists now: a deletion can only be undone when it does not,
    any other change only when it does.
    """
    before = hide_protected_changes(actor, change.before)
    after = hide_protected_changes(actor, change.after)
    told = change.action == "updated" or change.record in _TOLD_WHOLE
    return ToldChange(
        id=change.id,
        at=change.at,
        who=change.actor_name,
        what=_what(change),
        record=change.record,
        record_id=change.record_id,
        record_name=record_name,
        fields=tell_fields(change.record, before or {}, after or {}, known) if told else (),
        hidden_fields=told and before != change.before,
        imported=change.batch is not None,
        undone=change.undone_by is not None,
        may_undo=change.undone_by is None
        and change.record not in KEPT_IN_PART
        and there == (change.action != "deleted")
        and may(actor, "undo_change")
        and (change.record != "recipe_in_use" or may(actor, "use_recipe")),
    )


def tell_fields(
    record: str, before: dict[str, Any], after: dict[str, Any], known: Known
) -> tuple[FieldChange, ...]:
    """The fields that differ, in the order of pages."""
    return tuple(
        _tell_field(field, before.get(name), after.get(name), known)
        for name, field in FIELDS[record].items()
        if before.get(name) != after.get(name)
    )


def _what(change: ChangeLine) -> Message:
    if change.undoes is not None:
        return {
            "created": message("Brought back"),
            "updated": message("Took back a change"),
            "deleted": message("Removed again"),
        }[change.action]
    return {
        "created": message("Added"),
        "updated": message("Changed"),
        "deleted": message("Deleted"),
    }[change.action]


def _tell_field(field: Field, before: Any, after: Any, known: Known) -> FieldChange:
    if field.many:
        was, now = (field.parts(value) if value else [] for value in (before, after))
        return FieldChange(
            label=field.label,
            added=tuple(field.tell(each, known) for each in _only_in(now, was)),
            removed=tuple(field.tell(each, known) for each in _only_in(was, now)),
        )
    return FieldChange(
        label=field.label,
        before=NOT_SAID if before in (None, "") else field.tell(before, known),
        after=NOT_SAID if after in (None, "") else field.tell(after, known),
    )


def _only_in(these: list[Any], those: list[Any]) -> list[Any]:
    """The items of one list that the other has not, or has fewer of."""
    left = Counter(json.dumps(each, sort_keys=True) for each in those)
    only = []
    for each in these:
        text = json.dumps(each, sort_keys=True)
        if left[text]:
            left[text] -= 1
        else:
            only.append(each)
    return only
