"""A table as it stands in a file: cells, not yet values."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime, time
from typing import TypeAlias

Cell: TypeAlias = str | int | float | bool | date | datetime | time | None


@dataclass(frozen=True, kw_only=True, slots=True)
class Sheet:
    """A heading row and the rows below it.

    `file` is the name that people see, with the sheet's name where a workbook has several tables;
    `label` tells the tables of one file apart. `rows` are (row number as a spreadsheet shows it,
    cells); rows without content are left out. `strict` says that a cell beyond the headings means
    a shifted row, as in text files.
    """

    file: str
    label: str
    headings: tuple[str, ...]
    rows: Iterator[tuple[int, tuple[Cell, ...]]]
    strict: bool

    def of_file(self, name: str) -> Sheet:
        """The same sheet under another name of its file."""
        return replace(self, file=name)


def shown(cell: Cell) -> str:
    """A cell as the person sees it.

    >>> shown(2500.0), shown(None), shown(True)
    ('2500', '', 'TRUE')
    """
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return "TRUE" if cell else "FALSE"
    if isinstance(cell, float):
        return str(int(cell)) if cell.is_integer() and abs(cell) < 1e15 else repr(cell)
    if isinstance(cell, datetime):
        return cell.date().isoformat() if cell.time() == time() else cell.isoformat(" ")
    if isinstance(cell, date | time):
        return cell.isoformat()
    return str(cell)


def has_content(cells: tuple[Cell, ...]) -> bool:
    """Whether any cell holds something."""
    return any(cell is not None and str(cell).strip() for cell in cells)
