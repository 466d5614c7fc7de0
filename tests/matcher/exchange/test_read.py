"""Whole files, good and bad: see tests/cases/import."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from matcher.errors import Refusal
from matcher.exchange.limits import Limits
from matcher.exchange.read import read
from matcher.exchange.source import Source, sources
from matcher.wording.say import say
from tests.matcher.exchange.makers import faults, make_reading, make_source, make_workbook

_CASES = Path(__file__).parents[2] / "cases" / "import"
_TABLE = tomllib.loads((_CASES / "cases.toml").read_text(encoding="utf-8"))


def test_every_case_is_in_the_table() -> None:
    files = {file.name for file in _CASES.iterdir() if file.suffix in {".csv", ".tsv", ".xlsx"}}
    assert files == {*_TABLE["refused"], *_TABLE["rejected"]}


@pytest.mark.parametrize("name", _TABLE["refused"])
def test_files_that_are_refused(name: str) -> None:
    case: dict[str, Any] = _TABLE["refused"][name]
    with pytest.raises(Refusal) as refused:
        read(sources([_CASES / name]), None, Limits())
    assert refused.value.code == case["code"]
    assert case["says"] in say(refused.value.text, "en")
    assert name in say(refused.value.text, "en") or "rows" in case["says"]


@pytest.mark.parametrize("name", _TABLE["rejected"])
def test_rows_that_are_rejected(name: str) -> None:
    case: dict[str, Any] = _TABLE["rejected"][name]
    reading = read(sources([_CASES / name]), None, Limits())
    assert {rejected.file for rejected in reading.rejected} <= {name}
    assert [list(fault) for fault in faults(reading)] == [
        [fault["row"], fault.get("column"), fault.get("value"), fault["reason"]]
        for fault in case.get("faults", [])
    ]
    assert [len(table.rows) for table in reading.tables] == case["kept"]


def test_every_sheet_with_known_headings_is_a_table() -> None:
    data = make_workbook(
        {
            "Foreninger": [["navn"], ["A"], [None], ["B"]],
            "Projekter": [["titel", "start"], ["P", "i morgen"]],
            "Læs mig": [["Tak for hjælpen"]],
        }
    )
    reading = make_reading(data, "bog.xlsx")
    assert [(table.layout.table, table.file) for table in reading.tables] == [
        ("organisations", "bog.xlsx (Foreninger)"),
        ("collaborations", "bog.xlsx (Projekter)"),
    ]
    assert [row.row for row in reading.tables[0].rows] == [2, 4]
    assert [(bad.file, bad.row) for bad in reading.rejected] == [("bog.xlsx (Projekter)", 2)]
    assert any("Læs mig" in say(note, "en") for note in reading.notes)


def test_a_workbook_with_one_table_has_one_name() -> None:
    reading = make_reading(make_workbook({"Ark1": [["navn"], ["A"]]}), "bog.xlsx")
    assert reading.tables[0].file == "bog.xlsx"


@pytest.mark.parametrize("sheets", [{"Ark1": []}, {"Ark1": [["hello"]]}, {"Ark1": [["cvr"], [1]]}])
def test_a_workbook_without_a_table_is_refused(sheets: dict[str, list[list[object]]]) -> None:
    with pytest.raises(Refusal) as refused:
        make_reading(make_workbook(sheets), "bog.xlsx")
    assert refused.value.code == "unreadable"


def test_an_upload_over_the_limit_is_refused_and_a_file_on_disk_is_not(tmp_path: Path) -> None:
    data = "navn\n" + "A\n" * 50
    limits = Limits(uploaded=100)
    with pytest.raises(Refusal) as refused:
        read([make_source(data)], None, limits)
    assert refused.value.code == "too_large"
    file = tmp_path / "list.csv"
    file.write_text(data)
    with pytest.raises(Refusal):
        read([Source(name="list.csv", data=file, uploaded=True)], None, limits)
    assert len(read(sources([file]), None, limits).tables[0].rows) == 50


def test_columns_that_are_not_used_are_named() -> None:
    reading = make_reading("navn;skostørrelse;;farve\nA;1;2;3\n")
    assert [say(note, "en") for note in reading.notes] == [
        "list.csv: these columns are not used: skostørrelse and farve."
    ]


def test_headings_alone_are_fine_beside_a_table_with_rows() -> None:
    reading = read(
        [make_source("fra;til\n", "ties.csv"), make_source("navn\nA\n", "names.csv")],
        None,
        Limits(),
    )
    assert [len(table.rows) for table in reading.tables] == [0, 1]
    assert any("ties.csv has no rows" in say(note, "en") for note in reading.notes)


def test_the_same_id_from_two_sources_is_not_twice_the_same() -> None:
    reading = make_reading("id;navn;kilde\n1;A;x\n1;B;y\n1;C;x\n")
    assert [row.name for row in reading.tables[0].rows] == ["A", "B"]
    assert faults(reading) == [(4, "id", "1", "Row 2 has the same id.")]


def test_what_we_wrote_ourselves_is_known() -> None:
    own = make_reading("id;name;source;source_id\nabc;A;;\n").tables[0]
    other = make_reading("id;name;source\nabc;A;\n").tables[0]
    assert (own.own, other.own) == (True, False)
