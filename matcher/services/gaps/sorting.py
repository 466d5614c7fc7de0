"""A table of gaps in the order of one of its columns, over all of its pages."""

from __future__ import annotations

from matcher.services.gaps.results import Cell, GapLine, GapTable, Who
from matcher.text import danish_key
from matcher.wording.say import say


def in_order(table: GapTable, by: str, language: str) -> tuple[GapLine, ...]:
    """All lines by a column's name, from the last with a "-" before it; else as they are.

    Texts stand as the alphabet has them in the language; what is not known comes last, whichever
    way. Equal ones, and all where there is no such column, keep the order of the table.
    """
    names = [column.name for column in table.columns]
    lines, name = table.lines(), by.removeprefix("-")
    if name not in names:
        return lines
    at = names.index(name)
    known = [line for line in lines if line.cells[at] is not None]
    unknown = [line for line in lines if line.cells[at] is None]
    known.sort(key=lambda line: _key(line.cells[at], language), reverse=by.startswith("-"))
    return (*known, *unknown)


def _key(cell: Cell, language: str) -> tuple[float, str]:
    if isinstance(cell, int | float):
        return float(cell), ""
    text = cell.name if isinstance(cell, Who) else say(cell or "", language)
    return 0.0, danish_key(text)
