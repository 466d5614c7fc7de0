"""Files and folders as they are handed over."""

from __future__ import annotations

from pathlib import Path

import pytest

from matcher.errors import Refusal
from matcher.exchange.source import Source, sources


def test_a_folder_stands_for_its_spreadsheets_in_order(tmp_path: Path) -> None:
    for name in ("b.csv", "a.XLSX", "notes.txt", ".hidden.csv", "~$a.xlsx"):
        (tmp_path / name).write_text("x")
    (tmp_path / "sub.csv").mkdir()
    found = sources([tmp_path])
    assert [(source.name, source.folder) for source in found] == [
        ("a.XLSX", tmp_path),
        ("b.csv", tmp_path),
    ]


def test_a_file_has_no_folder(tmp_path: Path) -> None:
    file = tmp_path / "members.csv"
    file.write_bytes(b"navn\n")
    (source,) = sources([file])
    assert (source.name, source.stem, source.folder, source.size) == (
        "members.csv",
        "members",
        None,
        5,
    )
    with source.open() as stream:
        assert stream.read() == b"navn\n"


def test_files_of_several_folders_are_the_lists_of_their_folders(tmp_path: Path) -> None:
    files = []
    for folder in ("a", "b"):
        (tmp_path / folder).mkdir()
        for name in ("members.csv", f"{folder}.csv"):
            files.append(tmp_path / folder / name)
            files[-1].write_bytes(b"navn\n")
    found = sources(files)
    assert [(source.name, source.folder) for source in found] == [
        ("a/members.csv", tmp_path / "a"),
        ("a.csv", tmp_path / "a"),
        ("b/members.csv", tmp_path / "b"),
        ("b.csv", tmp_path / "b"),
    ]
    assert [source.name for source in sources([tmp_path / "a", tmp_path / "b"])] == [
        "a.csv",
        "a/members.csv",
        "b.csv",
        "b/members.csv",
    ]
    assert [source.folder for source in sources(files[:2])] == [None, None]


def test_what_is_not_there_is_refused(tmp_path: Path) -> None:
    for path, code in ((tmp_path / "no.csv", "not_found"), (tmp_path, "unreadable")):
        with pytest.raises(Refusal) as refused:
            sources([path])
        assert refused.value.code == code


def test_bytes_are_a_file_too() -> None:
    source = Source(name="x.csv", data=b"navn\n")
    with source.open() as stream:
        assert stream.read() == b"navn\n"
    assert source.size == 5


def test_a_file_that_went_away_is_refused(tmp_path: Path) -> None:
    with pytest.raises(Refusal):
        Source(name="x.csv", data=tmp_path / "x.csv").open()
