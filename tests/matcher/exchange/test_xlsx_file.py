"""Excel workbooks."""

from __future__ import annotations

import io
import zipfile
from datetime import date, datetime

import pytest

from matcher.errors import Refusal
from matcher.exchange.limits import Limits
from matcher.exchange.sheet import Sheet, shown
from matcher.exchange.xlsx_file import read_xlsx
from tests.matcher.exchange.makers import make_source, make_workbook, make_zip


def make_sheets(data: bytes, limits: Limits | None = None) -> tuple[Sheet, ...]:
    return read_xlsx(make_source(data, "book.xlsx"), limits or Limits())


def read_all(data: bytes) -> list[object]:
    return [row for sheet in make_sheets(data) for row in sheet.rows]


def with_part(data: bytes, name: str, part: bytes) -> bytes:
    """A workbook with one part replaced or added."""
    with zipfile.ZipFile(io.BytesIO(data)) as packed:
        parts = {old: packed.read(old) for old in packed.namelist()}
    return make_zip({**parts, name: part})


_SHEET = "xl/worksheets/sheet1.xml"
_SPACE = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'


def test_cells_keep_their_kind() -> None:
    day = datetime(2026, 1, 31)  # noqa: DTZ001  # a cell has no zone
    (sheet,) = make_sheets(
        make_workbook({"A": [["navn", "postnr", "dato", "åben"], ["X", 2500.0, day, True]]})
    )
    assert sheet.headings == ("navn", "postnr", "dato", "åben")
    assert list(sheet.rows) == [(2, ("X", 2500, day, True))]


def test_sheets_without_content_are_left_out_and_rows_keep_their_numbers() -> None:
    sheets = make_sheets(
        make_workbook({"Tom": [], "Data": [[], ["navn", None], [], ["A", "uden overskrift"]]})
    )
    assert [(sheet.label, sheet.headings) for sheet in sheets] == [("Data", ("navn",))]
    assert list(sheets[0].rows) == [(4, ("A",))]


def test_a_formula_is_the_value_that_was_computed() -> None:
    data = make_workbook({"A": [["navn"], ["x"]]})
    cell = (
        f'<worksheet {_SPACE}><sheetData><row r="1"><c r="A1" t="str"><v>navn</v></c></row>'
        '<row r="2"><c r="A2" t="str"><f>1+1</f><v>to</v></c></row></sheetData></worksheet>'
    )
    (sheet,) = make_sheets(with_part(data, _SHEET, cell.encode()))
    assert list(sheet.rows) == [(2, ("to",))]


def test_what_is_no_workbook_is_refused() -> None:
    data = make_workbook({"A": [["navn"]]})
    broken = [
        b"PK\x03\x04 and then nothing",
        make_zip({"readme.txt": b"hello"}),
        data[: len(data) // 2],
        with_part(data, _SHEET, b"<not xml"),
    ]
    for bad in broken:
        with pytest.raises(Refusal) as refused:
            read_all(bad)
        assert refused.value.code == "unreadable"


def test_entities_are_not_unfolded() -> None:
    lol = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10 if n else "lol"}">' for n in range(9))
    bomb = f"<?xml version='1.0'?><!DOCTYPE x [{lol}]><worksheet {_SPACE}>&l8;</worksheet>"
    outside = (
        "<?xml version='1.0'?><!DOCTYPE x [<!ENTITY f SYSTEM 'file:///etc/hostname'>]>"
        f"<worksheet {_SPACE}>&f;</worksheet>"
    )
    for part in (bomb, outside):
        with pytest.raises(Refusal):
            make_sheets(with_part(make_workbook({"A": [["navn"]]}), _SHEET, part.encode()))


def test_a_bomb_is_refused_before_it_is_unpacked() -> None:
    bomb = make_zip({"xl/worksheets/sheet1.xml": b"0" * 30_000_000})
    for limits in (Limits(), Limits(unpacked=1_000_000, ratio=10**9), Limits(ratio=1)):
        with pytest.raises(Refusal) as refused:
            make_sheets(bomb, limits)
        assert refused.value.code == "too_large"


def test_too_many_parts_are_refused() -> None:
    with pytest.raises(Refusal) as refused:
        make_sheets(make_zip({str(part): b"" for part in range(30)}), Limits(parts=20))
    assert refused.value.code == "too_large"


def test_a_size_that_lies_is_found_while_reading() -> None:
    """The central directory says little, the part holds much: no more than declared is read."""
    data = bytearray(make_workbook({"A": [["navn"], ["A" * 5_000]]}))
    at = data.find(b"PK\x01\x02")
    while at >= 0:
        data[at + 24 : at + 28] = (10).to_bytes(4, "little")
        at = data.find(b"PK\x01\x02", at + 4)
    with pytest.raises(Refusal):
        make_sheets(bytes(data))


@pytest.mark.parametrize(
    "sheet_data",
    [
        '<row r="1"><c r="A1" t="str"><v>navn</v></c></row><row r="999999999999"/>',
        '<row r="1"><c r="A1" t="str"><v>navn</v></c></row><row r="2"><c r="ZZZ2"/></row>',
    ],
    ids=["a row far below", "a cell far right"],
)
def test_declared_sizes_are_not_believed(sheet_data: str) -> None:
    part = (
        f'<worksheet {_SPACE}><dimension ref="A1:XFD1048576"/>'
        f"<sheetData>{sheet_data}</sheetData></worksheet>"
    )
    (sheet,) = make_sheets(with_part(make_workbook({"A": [["x"]]}), _SHEET, part.encode()))
    assert list(sheet.rows) == []


def test_a_password_is_said() -> None:
    data = bytearray(make_workbook({"A": [["navn"]]}))
    at = data.find(b"PK\x01\x02")
    data[at + 8] |= 1
    with pytest.raises(Refusal) as refused:
        make_sheets(bytes(data))
    assert refused.value.code == "unreadable"


def test_cells_as_people_see_them() -> None:
    assert [shown(cell) for cell in (date(2026, 1, 2), datetime(2026, 1, 2, 3, 4), 1.5, 2.0)] == [  # noqa: DTZ001
        "2026-01-02",
        "2026-01-02 03:04:00",
        "1.5",
        "2",
    ]
