"""A shortlist as a spreadsheet: XLSX to read and print, CSV to open and to import elsewhere.

The CSV is UTF-8 with a byte order mark, its cells are parted by semicolons, its lines end in CR LF
and its decimals have a comma: so a Danish Excel opens it right with a double click, and whoever
imports it finds the headings in the first line. In both, a cell that could run as a formula is
neutralised (`matcher.exchange.cells`).
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from openpyxl import Workbook
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.header_footer import HeaderFooterItem
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from matcher.exchange.cells import neutralised
from matcher.exchange.text_cells import plain

Cell = str | int | float | date | None

LONGEST_CELL = 32_767  # characters that Excel takes in one
_TAB_SIGNS = str.maketrans(dict.fromkeys("[]:*?/\\'"))
_LONGEST_TAB = 31
_A4 = 9

_HEADING_FILL = PatternFill("solid", fgColor="E6EEF0")
_LINE = Border(bottom=Side(style="thin", color="BFBFBF"))


@dataclass(frozen=True, kw_only=True, slots=True)
class Column:
    """A column: its heading, its width in characters, how Excel writes its numbers."""

    heading: str
    width: int
    number_format: str = "General"


@dataclass(frozen=True, kw_only=True, slots=True)
class ShortlistSheet:
    """What is written, in the reader's language: one row a candidate, a cell for each column.

    `about` are lines between the title and the headings; the CSV has neither them nor the title.
    """

    tab: str
    title: str
    about: tuple[str, ...]
    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]


def write_csv(sheet: ShortlistSheet) -> bytes:
    """The table as CSV."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, delimiter=";", lineterminator="\r\n")
    writer.writerow([_safe(column.heading) for column in sheet.columns])
    writer.writerows([[_csv_cell(cell) for cell in row] for row in sheet.rows])
    return out.getvalue().encode("utf-8-sig")


def write_xlsx(sheet: ShortlistSheet) -> bytes:
    """The title, the lines about it and the table as an Excel workbook."""
    return write_workbook((sheet,))


def write_workbook(sheets: Sequence[ShortlistSheet]) -> bytes:
    """Several tables as one workbook, which is called like the first; ValueError for none."""
    if not sheets:
        raise ValueError("a workbook has a sheet")
    book = Workbook()
    first = book.active
    assert isinstance(first, Worksheet)  # noqa: S101 – a new workbook has one
    book.properties.title = sheets[0].title
    for at, sheet in enumerate(sheets):
        _write_sheet(book.create_sheet() if at else first, sheet)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def _write_sheet(page: Worksheet, sheet: ShortlistSheet) -> None:
    page.title = sheet.tab.translate(_TAB_SIGNS).strip()[:_LONGEST_TAB] or "1"
    _write_row(page, 1, [sheet.title], Font(bold=True, size=16))
    for at, line in enumerate(sheet.about, start=2):
        _write_row(page, at, [line], Font(color="404040"))
    at = len(sheet.about) + 3  # an empty row above the headings keeps Excel from mixing them
    _write_headings(page, at, sheet.columns)
    for number, row in enumerate(sheet.rows, start=at + 1):
        _write_row(page, number, row, Font())
        _dress(page, number, sheet.columns)
    _prepare_page(page, at, sheet)


def _write_headings(page: Worksheet, at: int, columns: Sequence[Column]) -> None:
    _write_row(page, at, [column.heading for column in columns], Font(bold=True))
    for number, column in enumerate(columns, start=1):
        cell = page.cell(at, number)
        cell.fill = _HEADING_FILL
        cell.alignment = Alignment(wrap_text=True, vertical="center")
        page.column_dimensions[get_column_letter(number)].width = column.width


def _write_row(page: Worksheet, at: int, cells: Iterable[Cell], font: Font) -> None:
    for number, value in enumerate(cells, start=1):
        cell = page.cell(at, number, _safe(value) if isinstance(value, str) else value)
        cell.font = font


def _dress(page: Worksheet, at: int, columns: Sequence[Column]) -> None:
    for number, column in enumerate(columns, start=1):
        cell = page.cell(at, number)
        cell.alignment = Alignment(wrap_text=True, vertical="top")
        cell.border = _LINE
        if not isinstance(cell.value, str):
            cell.number_format = column.number_format


def _prepare_page(page: Worksheet, headings: int, sheet: ShortlistSheet) -> None:
    """Headings and names stay in sight, on the screen and on paper."""
    last = get_column_letter(len(sheet.columns))
    page.freeze_panes = f"B{headings + 1}"
    page.auto_filter.ref = f"A{headings}:{last}{headings + len(sheet.rows)}"
    page.print_title_rows = f"{headings}:{headings}"
    page.print_area = f"A1:{last}{headings + len(sheet.rows)}"
    page.page_setup.orientation = "landscape"
    page.page_setup.paperSize = _A4
    page.page_setup.fitToWidth = 1
    page.page_setup.fitToHeight = 0  # as many pages as it takes
    page.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    footer = HeaderFooterItem()
    footer.right.text = "&P / &N"
    page.oddFooter = footer


def _safe(text: str) -> str:
    return neutralised(plain(text))[:LONGEST_CELL]


def _csv_cell(cell: Cell) -> str:
    match cell:
        case None:
            return ""
        case str():
            return _safe(cell)
        case float():
            return f"{cell:.2f}".replace(".", ",")
        case _:
            return str(cell)
