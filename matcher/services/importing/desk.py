"""The records of one kind while an import works on them: as they were, and as they will be."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

Document = dict[str, Any]


class Desk:
    """Documents by id. What was read is never changed; a copy is made when one is edited."""

    def __init__(self, before: Mapping[str, Document], empty: Mapping[str, Any]) -> None:
        self.before = before
        self.after: dict[str, Document] = {}
        self.empty = empty

    def __contains__(self, record_id: object) -> bool:
        return record_id in self.after or record_id in self.before

    def __getitem__(self, record_id: str) -> Document:
        found = self.after.get(record_id)
        return self.before[record_id] if found is None else found

    def items(self) -> Iterator[tuple[str, Document]]:
        """Every record as it will be."""
        for record_id, document in self.before.items():
            yield record_id, self.after.get(record_id, document)
        for record_id, document in self.after.items():
            if record_id not in self.before:
                yield record_id, document

    def create(self, record_id: str) -> Document:
        """A new record, empty so far."""
        self.after[record_id] = _copy(self.empty)
        return self.after[record_id]

    def edit(self, record_id: str) -> Document:
        """The record, to be changed."""
        if record_id not in self.after:
            self.after[record_id] = _copy(self.before[record_id])
        return self.after[record_id]

    def different(self) -> dict[str, Document]:
        """The records that are new or not as they were."""
        return {
            record_id: document
            for record_id, document in self.after.items()
            if self.before.get(record_id) != document
        }


def _copy(document: Mapping[str, Any]) -> Document:
    return {
        field: list(value) if isinstance(value, list) else value
        for field, value in document.items()
    }
