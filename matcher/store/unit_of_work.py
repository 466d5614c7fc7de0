"""What belongs together is written together, with its history and the revision it makes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from sqlalchemy import insert, select, update
from sqlalchemy.orm import Session

from matcher.store.tables import Change, Revision, RevisionChange


class UnitOfWork:
    """A transaction with the person it is done for.

    Changes are noted with `note_change`; what the landscape reads is noted with `touch` and
    raises the revision once, when the work is committed.
    """

    def __init__(self, session: Session, *, actor_id: str | None, actor_name: str) -> None:
        self.session = session
        self.actor_id = actor_id
        self.actor_name = actor_name
        self.batch: str | None = None
        self._touched: set[tuple[str, str]] = set()

    def touch(self, record: str, ids: Iterable[str]) -> None:
        """Say that what the landscape reads of these records is different now."""
        self._touched.update((record, record_id) for record_id in ids)

    def note_changes(self, changes: Iterable[Mapping[str, Any]]) -> None:
        """Keep changes (record, record_id, action, before, after, undoes) in the history."""
        rows = [
            {
                "undoes": None,
                **change,
                "actor_id": self.actor_id,
                "actor_name": self.actor_name,
                "batch": self.batch,
            }
            for change in changes
        ]
        if rows:
            self.session.execute(insert(Change), rows)

    def commit(self) -> None:
        """Raise the revision if the landscape is different, and keep everything."""
        self.session.flush()
        if self._touched:
            number = self._raise_revision()
            self.session.execute(
                insert(RevisionChange),
                [
                    {"number": number, "record": record, "record_id": record_id}
                    for record, record_id in sorted(self._touched)
                ],
            )
        self.session.commit()
        self._touched.clear()

    def _raise_revision(self) -> int:
        self.session.execute(update(Revision).values(number=Revision.number + 1))
        return self.session.execute(select(Revision.number)).scalar_one()


def revision(session: Session) -> int:
    """The number of the newest state of what the landscape reads."""
    return session.execute(select(Revision.number)).scalar_one()


def changed_since(session: Session, number: int) -> set[tuple[str, str]]:
    """(record, id) of everything that the landscape reads and that differs since a revision."""
    rows = session.execute(
        select(RevisionChange.record, RevisionChange.record_id)
        .where(RevisionChange.number > number)
        .distinct()
    )
    return {(record, record_id) for record, record_id in rows}
