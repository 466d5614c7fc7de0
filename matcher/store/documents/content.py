"""Records of which some columns are their own and the rest, if any, is one JSON content."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import delete as sql_delete
from sqlalchemy import insert, select
from sqlalchemy import update as sql_update
from sqlalchemy.orm import Session

from matcher.store.documents import common
from matcher.store.tables import (
    Agreement,
    AnchoringPlan,
    Brief,
    Event,
    Intention,
    Partnership,
    Party,
    Purpose,
    SavedView,
    Talk,
)
from matcher.store.tables.base import now

Table = (
    type[Agreement]
    | type[AnchoringPlan]
    | type[Brief]
    | type[Event]
    | type[Intention]
    | type[Partnership]
    | type[Party]
    | type[Purpose]
    | type[SavedView]
    | type[Talk]
)


@dataclass(frozen=True, slots=True)
class ContentDocuments:
    """How such records are read and written.

    `columns` are the fields with a column of their own, `content` the others with what they are
    when nothing is said of them; without any there is no such column.
    """

    table: Table
    columns: tuple[str, ...]
    content: Mapping[str, Any]

    @property
    def empty(self) -> dict[str, Any]:
        """A document of which nothing is said."""
        return {**dict.fromkeys(self.columns), **self.content}

    def read(self, session: Session, ids: Collection[str] | None) -> dict[str, dict[str, Any]]:
        """The documents of these records, all when `ids` is None."""
        own = [getattr(self.table, column) for column in self.columns]
        content = [self._content_column()] if self.content else []
        statement = select(self.table.id, *own, *content)
        number = len(self.columns)
        return {
            key: {
                **self.empty,
                **(rest[number] if self.content else {}),
                **dict(zip(self.columns, rest[:number], strict=True)),
            }
            for key, *rest in common.rows_of(session, statement, self.table.id, ids)
        }

    def create(self, session: Session, documents: Mapping[str, Mapping[str, Any]]) -> None:
        """Insert records that are not there yet."""
        rows = [{"id": key, **self._row(each)} for key, each in documents.items()]
        session.execute(insert(self.table), rows)

    def update(
        self,
        session: Session,
        documents: Mapping[str, Mapping[str, Any]],
        before: Mapping[str, Mapping[str, Any]],
    ) -> None:
        """Make records that are there be as the documents say, one version later."""
        del before
        for key, document in documents.items():
            session.execute(
                sql_update(self.table)
                .where(self.table.id == key)
                .values(**self._row(document), version=self.table.version + 1, updated=now())
                .execution_options(synchronize_session=False)
            )

    def delete(self, session: Session, ids: Collection[str]) -> None:
        """Delete records; one that others refer to is an IntegrityError."""
        session.execute(sql_delete(self.table).where(self.table.id.in_(ids)))

    def _row(self, document: Mapping[str, Any]) -> dict[str, Any]:
        own = {column: document[column] for column in self.columns}
        if not self.content:
            return own
        return {**own, "content": {field: document[field] for field in self.content}}

    def _content_column(self) -> Any:
        return self.table.content  # type: ignore[union-attr]  # only where there is content
