"""The five tables as files that Samspil, and others, can read again."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from openpyxl import Workbook

from matcher.exchange.cells import neutralised
from matcher.exchange.numbers import amount_text
from matcher.exchange.tables import TABLES, TableName
from matcher.exchange.text_cells import plain

Value = str | float | bool | date | Sequence[str] | None
Row = Mapping[str, Value]

# The order in which people read them; what is referred to comes first.
ORDER: tuple[TableName, ...] = (
    "organisations",
    "capacities",
    "collaborations",
    "participants",
    "ties",
)
_WIDE = 40
_NARROW = 14


def csv_file(table: TableName, rows: Iterable[Row]) -> bytes:
    """A table as CSV: UTF-8, commas, canonical headings; no cell can run as a formula."""
    stream = io.StringIO(newline="")
    writer = csv.writer(stream, lineterminator="\n")
    names = TABLES[table].names
    writer.writerow(names)
    for row in rows:
        writer.writerow([_text(row.get(name)) for name in names])
    return stream.getvalue().encode()


def xlsx_file(tables: Mapping[TableName, Iterable[Row]]) -> bytes:
    """The tables as a workbook, a sheet each; dates and numbers are dates and numbers."""
    book = Workbook(write_only=True)
    for table in ORDER:
        sheet = book.create_sheet(table)
        sheet.freeze_panes = "A2"
        names = TABLES[table].names
        for at, name in enumerate(names):
            letter = _letter(at)
            sheet.column_dimensions[letter].width = _WIDE if name in _LONG else _NARROW
        sheet.append(list(names))
        for row in tables.get(table, ()):
            sheet.append([_cell(row.get(name)) for name in names])
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


_LONG = frozenset({"name", "title", "description", "purpose", "themes", "offers", "needs", "notes"})


def _letter(at: int) -> str:
    """The letters of a column: A … Z, AA …"""
    first, last = divmod(at, 26)
    return (chr(ord("A") + first - 1) if first else "") + chr(ord("A") + last)


def _text(value: Value) -> str:
    cell = _cell(value)
    if isinstance(cell, float):
        return amount_text(cell)
    return cell.isoformat() if isinstance(cell, date) else cell or ""


def _cell(value: Value) -> str | float | date | None:
    """Yes and no in words, lists with | between, texts that cannot run as a formula."""
    if value is None or isinstance(value, date):
        return value
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, int | float):
        return float(value)
    if not isinstance(value, str):
        value = "|".join(value)
    return neutralised(plain(value)) or None
