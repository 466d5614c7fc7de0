"""Excel workbooks."""

from __future__ import annotations

import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, time
from typing import Any, BinaryIO

import openpyxl

from matcher.exchange.limits import Limits
from matcher.exchange.packed import not_a_workbook, require_harmless
from matcher.exchange.sheet import Cell, Sheet, has_content, shown
from matcher.exchange.source import Source

MAGIC = b"PK\x03\x04"
_LAST = 1_048_576  # Excel's own last row
_SEARCHED = 1_000  # people leave some rows empty above a table, not this many


def read_xlsx(source: Source, limits: Limits) -> tuple[Sheet, ...]:
    """Every sheet that has content, its first such row as the heading.

    Formulas give the value that was last computed. Refusal: too_large or unreadable, as
    `require_harmless` says; a document type or entity in a part is unreadable (defusedxml).
    """
    with source.open() as stream:
        require_harmless(stream, source.name, source.size, limits)
    with _workbook(source) as book:
        found = [_sheet(source.name, sheet, limits.columns) for sheet in book.worksheets]
    return tuple(sheet for sheet in found if sheet is not None)


def _sheet(file: str, sheet: Any, columns: int) -> Sheet | None:
    # Sheets often declare the wrong size, and a hostile one a size that takes hours.
    sheet.reset_dimensions()
    at, headings = _heading(sheet, columns)
    if not headings:
        return None
    rows = list(_rows(sheet, at + 1, len(headings)))
    return Sheet(file=file, label=sheet.title, headings=headings, rows=iter(rows), strict=False)


def _heading(sheet: Any, columns: int) -> tuple[int, tuple[str, ...]]:
    """The number of the first row with content, and its cells as text."""
    rows = sheet.iter_rows(max_row=_SEARCHED, values_only=True)
    for number, cells in enumerate(rows, start=1):
        headings = [shown(_cell(cell)).strip() for cell in cells[:columns]]
        while headings and not headings[-1]:
            headings.pop()
        if headings:
            return number, tuple(headings)
    return 0, ()


def _rows(sheet: Any, first: int, width: int) -> Iterator[tuple[int, tuple[Cell, ...]]]:
    """The rows below the heading, as wide as it is, whatever the sheet declares."""
    rows = sheet.iter_rows(min_row=first, max_row=_LAST, max_col=width, values_only=True)
    for number, cells in enumerate(rows, start=first):
        row = tuple(_cell(cell) for cell in cells)
        if has_content(row):
            yield number, row


def _cell(value: Any) -> Cell:
    if value is None or isinstance(value, str | int | float | bool | date | time):
        return value
    return str(value)


@contextmanager
def _workbook(source: Source) -> Iterator[Any]:
    """The workbook while it is read; whatever goes wrong in it is the file's fault."""
    with source.open() as stream:
        try:
            with warnings.catch_warnings():
                # Parts that openpyxl leaves out (charts, validation) hold no rows.
                warnings.simplefilter("ignore")
                book = _load(stream)
            yield book
        # openpyxl raises whatever its parts raise (zip, XML, dates, keys); while a workbook is
        # read nothing else is done, so every fault is the file's.
        except Exception as error:
            raise not_a_workbook(source.name) from error


def _load(stream: BinaryIO) -> Any:
    return openpyxl.load_workbook(stream, read_only=True, data_only=True, keep_links=False)
