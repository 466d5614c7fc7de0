"""What was changed, by whom and when; and what the history needs beside documents to undo it."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Select, func, literal, select, update
from sqlalchemy.orm import Session, aliased

from matcher.store.documents.recipe_in_use import ID
from matcher.store.tables import (
    AnchoringPlan,
    Boundary,
    Brief,
    Change,
    Collaboration,
    Event,
    Intention,
    Organisation,
    Partnership,
    Party,
    Recipe,
    SavedView,
    Shortlist,
    Talk,
    Tie,
    Verdict,
)

_VERSIONS: Mapping[str, type[Any]] = {
    "organisation": Organisation,
    "collaboration": Collaboration,
    "brief": Brief,
    "recipe": Recipe,
    "view": SavedView,
    "anchoring_plan": AnchoringPlan,
    "talk": Talk,
    "partnership": Partnership,
    "party": Party,
    "event": Event,
    "intention": Intention,
}
"""The records whose forms ask for the version that they were filled from."""

_IN_USE = literal(ID).label("id")


@dataclass(frozen=True, kw_only=True, slots=True)
class ChangeLine:
    """One change to one record; `undone_by` is the change that took it back, if one did."""

    id: int
    at: datetime
    actor_id: str | None
    actor_name: str
    record: str
    record_id: str
    action: str
    before: Mapping[str, Any] | None
    after: Mapping[str, Any] | None
    undoes: int | None
    undone_by: int | None
    batch: str | None


def changes(
    session: Session, records: Collection[str], record_id: str | None, *, offset: int, limit: int
) -> tuple[ChangeLine, ...]:
    """The changes to these kinds of record, to one only if its id is given; newest first."""
    statement = _lines().where(*_of(records, record_id))
    rows = session.execute(statement.order_by(Change.id.desc()).offset(offset).limit(limit))
    return tuple(_line(change, undone_by) for change, undone_by in rows)


def count(session: Session, records: Collection[str], record_id: str | None) -> int:
    """How many changes `changes` has in all."""
    statement = select(func.count(Change.id)).where(*_of(records, record_id))
    return int(session.execute(statement).scalar_one())


def change(session: Session, change_id: int) -> ChangeLine | None:
    """One change; None if there is no such."""
    row = session.execute(_lines().where(Change.id == change_id)).one_or_none()
    return None if row is None else _line(row[0], row[1])


def later(session: Session, record: str, record_id: str, than: int) -> tuple[ChangeLine, ...]:
    """The changes to a record after a change, newest first."""
    statement = _lines().where(*_of([record], record_id), Change.id > than)
    rows = session.execute(statement.order_by(Change.id.desc()))
    return tuple(_line(found, undone_by) for found, undone_by in rows)


def newest(session: Session, record: str, record_id: str) -> ChangeLine | None:
    """The newest change to a record; None if it never changed."""
    found = changes(session, [record], record_id, offset=0, limit=1)
    return found[0] if found else None


def record_names(
    session: Session, wanted: Collection[tuple[str, str]]
) -> dict[tuple[str, str], str]:
    """What the records (kind, id) are called; those that are gone are left out."""
    first, second = aliased(Organisation), aliased(Organisation)
    statements = {
        "organisation": select(Organisation.id, Organisation.name),
        "collaboration": select(Collaboration.id, Collaboration.title),
        "shortlist": select(Shortlist.id, Shortlist.title),
        "brief": select(Brief.id, Brief.title),
        "partnership": select(Partnership.id, Collaboration.title).join(
            Collaboration, Collaboration.id == Partnership.id
        ),
        "party": select(Party.id, Collaboration.title + " – " + first.name)
        .join(Collaboration, Collaboration.id == Party.collaboration_id)
        .join(first, first.id == Party.organisation_id),
        "view": select(SavedView.id, SavedView.title),
        "boundary": select(Boundary.id, Boundary.name),
        "anchoring_plan": select(AnchoringPlan.id, Collaboration.title).join(
            Collaboration, Collaboration.id == AnchoringPlan.id
        ),
        "talk": select(Talk.id, Collaboration.title).join(
            Collaboration, Collaboration.id == Talk.collaboration_id
        ),
        "recipe": select(Recipe.name, Recipe.name.label("called")),
        "recipe_in_use": select(_IN_USE, Recipe.name).where(Recipe.in_use),
        "event": select(Event.id, Event.title),
        "intention": select(Intention.id, first.name + " – " + second.name)
        .join(first, first.id == Intention.a_id)
        .join(second, second.id == Intention.b_id),
        "tie": select(Tie.id, first.name + " – " + second.name)
        .join(first, first.id == Tie.a_id)
        .join(second, second.id == Tie.b_id),
        "verdict": select(Verdict.id, func.coalesce(first.name, Brief.title) + " – " + second.name)
        .outerjoin(first, first.id == Verdict.asker_id)
        .outerjoin(Brief, Brief.id == Verdict.brief_id)
        .join(second, second.id == Verdict.candidate_id),
    }
    found: dict[tuple[str, str], str] = {}
    for record, statement in statements.items():
        ids = [key for kind, key in wanted if kind == record]
        if ids:
            column = statement.selected_columns[0]
            rows = session.execute(statement.where(column.in_(ids)))
            found |= {(record, row[0]): row[1] for row in rows}
    return found


def last_names(session: Session, record: str, ids: Collection[str]) -> dict[str, str]:
    """What records that were deleted were called, by id; those never heard of are left out."""
    rows = session.execute(
        select(Change.record_id, Change.before)
        .where(Change.record == record, Change.record_id.in_(ids), Change.action == "deleted")
        .order_by(Change.id)
    )
    return {key: str((before or {}).get("name", key)) for key, before in rows}


def keep_beside(session: Session, change_id: int, kept: Mapping[str, Any]) -> None:
    """Let a deletion remember what is no part of the record's document but must come back with it.

    Such as `sources`, where it was known from: it must be recognised again.
    """
    before = session.execute(select(Change.before).where(Change.id == change_id)).scalar_one()
    session.execute(
        update(Change).where(Change.id == change_id).values(before={**(before or {}), **kept})
    )


def keep_version(session: Session, record: str, record_id: str) -> None:
    """Let a record that came back count on from its changes.

    A form that was filled before the deletion must not pass for one of the new record.
    """
    table = _VERSIONS.get(record)
    found = None if table is None else session.get(table, record_id)
    if found is not None:
        found.version = count(session, [record], record_id)


def _lines() -> Select[Change, int]:
    undoing = aliased(Change)
    return select(Change, undoing.id).outerjoin(undoing, undoing.undoes == Change.id)


def _of(records: Collection[str], record_id: str | None) -> list[ColumnElement[bool]]:
    kinds = Change.record.in_(records)
    return [kinds] if record_id is None else [kinds, Change.record_id == record_id]


def _line(found: Change, undone_by: int | None) -> ChangeLine:
    return ChangeLine(
        id=found.id,
        at=found.at,
        actor_id=found.actor_id,
        actor_name=found.actor_name,
        record=found.record,
        record_id=found.record_id,
        action=found.action,
        before=found.before,
        after=found.after,
        undoes=found.undoes,
        undone_by=undone_by,
        batch=found.batch,
    )
