"""The rows that an import cannot take, and where they stand."""

from __future__ import annotations

from matcher.exchange.rows import Rejected, Table
from matcher.wording.message import Message


class Rejections:
    """Collects rejections; remembers which rows are out."""

    def __init__(self, already: tuple[Rejected, ...]) -> None:
        self._rejected = list(already)
        self._rows: set[tuple[int, int]] = set()

    def reject(
        self, at: int, table: Table, row: int, column: str | None, value: str | None, why: Message
    ) -> None:
        """Reject a row of the table that is number `at` of the call."""
        if (at, row) not in self._rows:
            self._rows.add((at, row))
            self._rejected.append(table.rejected(row, column, value, why))

    def has(self, at: int, row: int) -> bool:
        """Whether the row is out."""
        return (at, row) in self._rows

    def ordered(self, files: list[str]) -> tuple[Rejected, ...]:
        """All of them, in the order of the files and rows."""
        place = {file: number for number, file in enumerate(files)}
        return tuple(
            sorted(self._rejected, key=lambda bad: (place.get(bad.file, len(place)), bad.row))
        )
