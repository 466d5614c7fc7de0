"""Shortlists as spreadsheets, opened and read back."""

from __future__ import annotations

import csv
import io
from datetime import date

import openpyxl
import pytest
from openpyxl.worksheet.worksheet import Worksheet

from matcher.exchange.cells import restored
from matcher.exchange.shortlist_file import Cell, Column, ShortlistSheet, write_csv, write_xlsx

DANGEROUS = [
    "=1+1",
    "+45 70 10 20 30",
    "-1",
    "@SUM(A1)",
    "\t=1+1",
    "\r=1+1",
    "=cmd|' /C calc'!A0",
    "'=1+1",
    "\uff1d1+1",
]


def make_sheet(*rows: tuple[Cell, ...], **more: object) -> ShortlistSheet:
    """A sheet of two columns, name and score."""
    given: dict[str, object] = {
        "tab": "Partnerliste",
        "title": "Partnere til Kulturhuset",
        "about": ("Set fra 1. marts 2026.",),
        "columns": (
            Column(heading="Aktør", width=30),
            Column(heading="Score", width=8, number_format="0.00"),
        ),
        "rows": rows,
        **more,
    }
    return ShortlistSheet(**given)  # type: ignore[arg-type]


def opened(sheet: ShortlistSheet) -> Worksheet:
    """The workbook's page as Excel would read it."""
    page = openpyxl.load_workbook(io.BytesIO(write_xlsx(sheet))).active
    assert isinstance(page, Worksheet)
    return page


def csv_rows(sheet: ShortlistSheet) -> list[list[str]]:
    """The rows of the CSV as an importer reads them."""
    text = write_csv(sheet).decode("utf-8-sig")
    return list(csv.reader(io.StringIO(text, newline=""), delimiter=";"))


def test_the_workbook_has_title_notes_headings_and_rows() -> None:
    page = opened(make_sheet(("Ålholm Skole", 2.5), ("Café Grøn", None)))
    assert [[cell.value for cell in row] for row in page.iter_rows()] == [
        ["Partnere til Kulturhuset", None],
        ["Set fra 1. marts 2026.", None],
        [None, None],
        ["Aktør", "Score"],
        ["Ålholm Skole", 2.5],
        ["Café Grøn", None],
    ]
    assert page["B5"].number_format == "0.00"


def test_the_workbook_is_made_to_be_read_and_printed() -> None:
    page = opened(make_sheet(("Ålholm Skole", 2.5)))
    assert page.freeze_panes == "B5"
    assert page.print_title_rows == "$4:$4"
    assert page.auto_filter.ref == "A4:B5"
    assert page.page_setup.orientation == "landscape"
    assert (page.page_setup.fitToWidth, page.page_setup.fitToHeight) == (1, 0)
    assert page.sheet_properties.pageSetUpPr is not None
    assert page.sheet_properties.pageSetUpPr.fitToPage
    assert page.column_dimensions["A"].width == 30
    assert page["A4"].font.bold
    assert page["A5"].alignment.wrap_text
    assert page["A5"].alignment.vertical == "top"


def test_an_empty_shortlist_is_headings_alone() -> None:
    page = opened(make_sheet())
    assert page.max_row == 4
    assert csv_rows(make_sheet()) == [["Aktør", "Score"]]


@pytest.mark.parametrize("text", DANGEROUS)
def test_no_cell_runs_as_a_formula(text: str) -> None:
    sheet = make_sheet((text, 1.0), title=text, about=(text,))
    page = opened(sheet)
    for cell in (page["A1"], page["A2"], page["A5"]):
        assert cell.data_type == "s"
        assert str(cell.value).startswith("'")
    ((_, _), (written, _)) = csv_rows(sheet)
    assert written.startswith("'")
    assert restored(written) == text.strip()


def test_signs_that_no_workbook_may_hold_are_left_out() -> None:
    assert opened(make_sheet(("a\x00b\x0bc", None)))["A5"].value == "abc"


def test_a_text_longer_than_a_cell_is_cut() -> None:
    assert len(str(opened(make_sheet(("x" * 40_000, None)))["A5"].value)) == 32_767


@pytest.mark.parametrize(
    ("tab", "called"), [("A/B: [ny]?", "AB ny"), ("x" * 40, "x" * 31), ("***", "1")]
)
def test_the_tab_is_called_what_a_tab_may_be_called(tab: str, called: str) -> None:
    assert opened(make_sheet(tab=tab)).title == called


def test_the_csv_opens_in_a_danish_excel() -> None:
    data = write_csv(make_sheet(("Ålholm; Skole", 2.5)))
    assert data.startswith(b"\xef\xbb\xbf")
    assert data.decode("utf-8-sig") == 'Aktør;Score\r\n"Ålholm; Skole";2,50\r\n'


def test_dates_and_line_breaks_survive_the_csv() -> None:
    rows = csv_rows(make_sheet(("a\nb", None), (date(2026, 3, 1), 4)))
    assert rows[1:] == [["a\nb", ""], ["2026-03-01", "4"]]
