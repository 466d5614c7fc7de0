"""Which kinds of record there are, and how each is read, written and noted."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy.orm import Session

from matcher.store.documents import (
    agreements,
    anchoring,
    briefs,
    collaborations,
    events,
    organisations,
    partnerships,
    purposes,
    recipe_in_use,
    recipes,
    shortlists,
    ties,
    verdicts,
    views,
)
from matcher.store.documents.content import ContentDocuments
from matcher.store.unit_of_work import UnitOfWork

Document = dict[str, Any]
Documents = dict[str, Document]


@dataclass(frozen=True, slots=True)
class Kind:
    """How one kind of record is read and written, and which fields the landscape reads.

    `landscape` None means that the landscape reads nothing of it.
    """

    read: Callable[[Session, Collection[str] | None], Documents]
    create: Callable[[Session, Mapping[str, Document]], None]
    update: Callable[[Session, Mapping[str, Document], Mapping[str, Document]], None]
    delete: Callable[[Session, Collection[str]], None]
    landscape: frozenset[str] | None


def _of_content(kept: ContentDocuments) -> Kind:
    return Kind(kept.read, kept.create, kept.update, kept.delete, None)


KINDS: Mapping[str, Kind] = {
    "organisation": Kind(
        organisations.read,
        organisations.create,
        organisations.update,
        organisations.delete,
        organisations.LANDSCAPE,
    ),
    "collaboration": Kind(
        collaborations.read,
        collaborations.create,
        collaborations.update,
        collaborations.delete,
        collaborations.LANDSCAPE,
    ),
    "tie": Kind(ties.read, ties.create, ties.update, ties.delete, ties.LANDSCAPE),
    "shortlist": Kind(
        shortlists.read, shortlists.create, shortlists.update, shortlists.delete, None
    ),
    "brief": _of_content(briefs.KEPT),
    "verdict": Kind(verdicts.read, verdicts.create, verdicts.update, verdicts.delete, None),
    "recipe": Kind(recipes.read, recipes.create, recipes.update, recipes.delete, None),
    "recipe_in_use": Kind(
        recipe_in_use.read,
        recipe_in_use.create,
        recipe_in_use.update,
        recipe_in_use.delete,
        None,
    ),
    "view": _of_content(views.KEPT),
    "partnership": _of_content(partnerships.KEPT),
    "party": _of_content(partnerships.PARTIES),
    "purpose": _of_content(purposes.KEPT),
    "agreement": _of_content(agreements.KEPT),
    "anchoring_plan": _of_content(anchoring.KEPT),
    "talk": _of_content(anchoring.TALKS),
    "event": _of_content(events.KEPT),
    "intention": _of_content(events.INTENTIONS),
}


def read(session: Session, record: str, ids: Collection[str] | None = None) -> Documents:
    """The documents of these records by id (all when `ids` is None); unknown ids are left out."""
    return KINDS[record].read(session, ids)


def write(
    work: UnitOfWork,
    record: str,
    after: Mapping[str, Document | None],
    *,
    before: Mapping[str, Document] | None = None,
    undoes: int | None = None,
) -> dict[str, list[str]]:
    """Make the records be as the documents say; None deletes.

    `before` may hand over documents that were just read in the same unit of work. Returns the ids
    by what happened: created, updated, deleted, unchanged. Creating, changing and deleting are
    noted in the history with the fields that differ. An unknown term, area-less or missing
    reference is the database's IntegrityError: check before.
    """
    kind = KINDS[record]
    known = kind.read(work.session, list(after)) if before is None else before
    created = {k: v for k, v in after.items() if v is not None and k not in known}
    deleted = sorted(k for k, v in after.items() if v is None and k in known)
    updated = {k: v for k, v in after.items() if v is not None and k in known and v != known[k]}
    if created:
        kind.create(work.session, created)
    if updated:
        kind.update(work.session, updated, {k: known[k] for k in updated})
    if deleted:
        kind.delete(work.session, deleted)
    work.note_changes(
        [_note(record, k, "created", None, v, undoes) for k, v in created.items()]
        + [_note(record, k, "updated", known[k], v, undoes) for k, v in updated.items()]
        + [_note(record, k, "deleted", known[k], None, undoes) for k in deleted]
    )
    if kind.landscape is not None:
        seen = kind.landscape
        work.touch(record, [*created, *deleted])
        work.touch(record, [k for k, v in updated.items() if _differs(known[k], v, seen)])
    unchanged = [k for k, v in after.items() if v is not None and k in known and v == known[k]]
    return {
        "created": list(created),
        "updated": list(updated),
        "deleted": deleted,
        "unchanged": unchanged,
    }


def _differs(before: Document, after: Document, fields: frozenset[str]) -> bool:
    return any(before.get(field) != after.get(field) for field in fields)


def _note(
    record: str,
    record_id: str,
    action: str,
    before: Document | None,
    after: Document | None,
    undoes: int | None,
) -> dict[str, Any]:
    if before is not None and after is not None:
        fields = [f for f in {**before, **after} if before.get(f) != after.get(f)]
        before = {f: before.get(f) for f in fields}
        after = {f: after.get(f) for f in fields}
    return {
        "record": record,
        "record_id": record_id,
        "action": action,
        "before": before,
        "after": after,
        "undoes": undoes,
    }
