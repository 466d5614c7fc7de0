"""Text files with separated columns."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from matcher.errors import Refusal
from matcher.exchange.csv_file import read_csv
from matcher.exchange.recognise import known_count
from matcher.exchange.sheet import Cell, Sheet
from matcher.exchange.source import Source
from tests.matcher.exchange.makers import make_source


def make_sheet(data: bytes | str) -> tuple[Sheet, list[tuple[int, tuple[Cell, ...]]]]:
    sheet = read_csv(make_source(data), lambda headings: known_count(headings, None))
    return sheet, list(sheet.rows)


@pytest.mark.parametrize("separator", [",", ";", "\t"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252"])
@pytest.mark.parametrize("ending", ["\n", "\r\n", "\r"])
def test_separators_and_encodings(separator: str, encoding: str, ending: str) -> None:
    lines = [separator.join(["navn", "adresse"]), separator.join(["Ærø", '"a, b; c"'])]
    sheet, rows = make_sheet(ending.join(lines).encode(encoding))
    assert sheet.headings == ("navn", "adresse")
    assert rows == [(2, ("Ærø", "a, b; c"))]


def test_rows_are_numbered_as_a_spreadsheet_shows_them() -> None:
    _, rows = make_sheet('navn;om\n\nA;"to\nlinjer"\n;\nB;x\n')
    assert rows == [(3, ("A", "to\nlinjer")), (5, ("B", "x"))]


def test_headings_may_stand_below_empty_rows() -> None:
    sheet, rows = make_sheet("\n;;\n navn ; by \nA;B\n")
    assert (sheet.headings, rows) == (("navn", "by"), [(4, ("A", "B"))])


def test_excels_line_that_names_the_separator_is_not_a_row() -> None:
    sheet, rows = make_sheet("sep=;\nnavn;by\nA;B\n")
    assert (sheet.headings, rows) == (("navn", "by"), [(2, ("A", "B"))])


def test_a_single_column_may_hold_any_separator() -> None:
    _, rows = make_sheet("navn\nSang, dans; og spil\n")
    assert rows == [(2, ("Sang, dans; og spil",))]


def test_the_separator_that_knows_most_headings_wins() -> None:
    sheet, _ = make_sheet("navn;adresse (vej, nr, etage, dør);by\n")
    assert len(sheet.headings) == 3


def test_an_open_quotation_mark_is_refused() -> None:
    for text in ('navn;by\nA;B\n"C;D\nE;F\n', 'navn\n"A', 'navn\nA\n"' + "x" * 140_000):
        with pytest.raises(Refusal) as refused:
            make_sheet(text)
        assert refused.value.code == "unreadable"


def test_other_quotation_marks_are_let_pass() -> None:
    _, rows = make_sheet('navn;by\n"Hjælp" i Valby;2500\nForeningen "Hjælp";1620\n')
    assert [row[0] for _, row in rows] == ["Hjælp i Valby", 'Foreningen "Hjælp"']


@pytest.mark.parametrize("data", ["", "\n\n", " \n"])
def test_a_file_without_content_is_refused(data: str) -> None:
    with pytest.raises(Refusal):
        make_sheet(data)


def test_broken_text_after_a_mark_is_refused() -> None:
    for data in (b"\xef\xbb\xbfnavn\n\xf8\n", b"\xff\xfen\x00\x00\xd8"):
        with pytest.raises(Refusal):
            make_sheet(data)


@settings(deadline=None)
@given(st.lists(st.lists(st.text("ab ,;\t\"\nø'"), min_size=2, max_size=2), max_size=5))
def test_what_a_spreadsheet_writes_is_read(rows: list[list[str]]) -> None:
    stream = io.StringIO()
    csv.writer(stream, delimiter=";").writerows([["navn", "by"], *rows])
    _, read = make_sheet(stream.getvalue())
    assert [list(cells) for _, cells in read] == [
        row for row in rows if any(cell.strip() for cell in row)
    ]


def test_a_large_file_is_streamed(tmp_path: Path) -> None:
    """The first rows come before the last are read, and the file is closed when dropped."""
    file = tmp_path / "large.csv"
    file.write_text("navn;by\n" + "Forening;Valby\n" * 200_000)
    sheet = read_csv(Source(name="large.csv", data=file), lambda headings: len(headings))
    assert next(sheet.rows) == (2, ("Forening", "Valby"))
    assert sum(1 for _ in sheet.rows) == 199_999
