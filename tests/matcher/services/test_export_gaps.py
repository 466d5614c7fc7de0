"""The gaps as files."""

from __future__ import annotations

import csv
import io
from datetime import date

import openpyxl
import pytest

from matcher.errors import Refusal
from matcher.services import export_gaps as exporting
from matcher.services.access import NOBODY
from matcher.services.export_gaps import export_gaps
from matcher.services.gaps.results import KINDS
from matcher.services.installation import Installation
from tests.factories import READER, make_organisation

AS_OF = date(2026, 3, 1)


def sheets(installation: Installation) -> openpyxl.Workbook:
    data = export_gaps(installation, READER, language="en", as_of=AS_OF)
    return openpyxl.load_workbook(io.BytesIO(data))


def test_the_workbook_has_a_sheet_for_each_kind_with_what_it_rests_on(
    installation: Installation,
) -> None:
    make_organisation(installation, "Ene", needs=["transport"], municipality="Byen")
    book = sheets(installation)
    assert len(book.sheetnames) == len(KINDS)
    page = book.worksheets[0]
    told = [[cell.value for cell in row] for row in page.iter_rows()]
    assert told[0][0] == "Needed here, offered by nobody here"
    assert any("Ties are known for 0 % of the 1 organisation." in str(row[0]) for row in told)
    assert told[-1][1:3] == ["Byen", 1]
    brokers = [str(row[0].value) for row in book.worksheets[KINDS.index("brokers")].iter_rows()]
    assert any("too little to name anybody" in line for line in brokers)


def test_no_cell_runs_as_a_formula(installation: Installation) -> None:
    make_organisation(installation, '=HYPERLINK("http://x.example")', municipality="@Byen")
    data = export_gaps(installation, READER, kind="alone", as_of=AS_OF)
    (_, line) = csv.reader(io.StringIO(data.decode("utf-8-sig")), delimiter=";")
    assert line[0] == '\'=HYPERLINK("http://x.example")'
    assert line[2] == "'@Byen"
    page = sheets(installation).worksheets[KINDS.index("alone")]
    assert all(cell.data_type != "f" for row in page.iter_rows() for cell in row)


def test_very_long_tables_are_whole_in_the_csv_and_cut_in_the_workbook(
    installation: Installation, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(exporting, "MOST_ROWS", 2)
    for name in ("A", "B", "C"):
        make_organisation(installation, name)
    page = sheets(installation).worksheets[KINDS.index("alone")]
    told = [row[0].value for row in page.iter_rows()]
    assert "The first 2 of 3 rows; the CSV file has them all." in told
    assert told[-2:] == ["A", "B"]
    whole = export_gaps(installation, READER, kind="alone", as_of=AS_OF).decode("utf-8-sig")
    assert len(whole.splitlines()) == 1 + 3


def test_nobody_gets_them_without_signing_in_and_no_kind_is_made_up(
    installation: Installation,
) -> None:
    with pytest.raises(Refusal):
        export_gaps(installation, NOBODY, as_of=AS_OF)
    with pytest.raises(Refusal) as refusal:
        export_gaps(installation, READER, kind="holes", as_of=AS_OF)
    assert refusal.value.code == "not_found"
