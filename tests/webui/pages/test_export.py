"""Taking the whole network out, and in again."""

from __future__ import annotations

import io
import tempfile
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from openpyxl import load_workbook

from matcher.services.installation import Installation
from tests.factories import make_collaboration, make_organisation
from tests.webui.conftest import Client

TABLES = ["organisations", "capacities", "collaborations", "participants", "ties"]


@pytest.fixture(autouse=True)
def network(installation: Installation) -> None:
    """Two organisations that work together."""
    a = make_organisation(installation, "Kulturhuset", contact_person="Kim Prøve")
    b = make_organisation(installation, "=Æblegården")
    make_collaboration(installation, "Fællesspisning", [a, b])


def test_a_workbook_with_a_sheet_for_each_table(client_as: Callable[..., Client]) -> None:
    client = client_as("editor")
    assert 'href="/export/samspil.xlsx"' in client.get("/export").text
    answer = client.get("/export/samspil.xlsx")
    assert "attachment" in answer.headers["Content-Disposition"]
    book = load_workbook(io.BytesIO(answer.data))
    assert book.sheetnames == TABLES
    rows = list(book["organisations"].values)
    names = {row[rows[0].index("name")] for row in rows[1:]}
    assert names == {"Kulturhuset", "'=Æblegården"}
    assert "Kim Prøve" in {row[rows[0].index("contact_person")] for row in rows[1:]}


def test_an_archive_with_a_file_for_each_table(client_as: Callable[..., Client]) -> None:
    answer = client_as("editor").get("/export/samspil.zip")
    files = zipfile.ZipFile(io.BytesIO(answer.data))
    assert files.namelist() == [f"{name}.csv" for name in TABLES]
    assert b"Kulturhuset" in files.read("organisations.csv")


def test_imported_again_it_changes_nothing(
    client_as: Callable[..., Client], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    client = client_as("editor", "en")
    files = zipfile.ZipFile(io.BytesIO(client.get("/export/samspil.zip").data))
    workbook = client.get("/export/samspil.xlsx").data
    for sent in (
        [(io.BytesIO(workbook), "samspil.xlsx")],
        [(io.BytesIO(files.read(name)), name) for name in files.namelist()],
    ):
        report = client.post("/import", data={"files": sent}, follow_redirects=True)
        assert "nothing new" in report.text
        assert 'data-role="import-rejected"' not in report.text


def test_readers_take_nothing_out(client_as: Callable[..., Client]) -> None:
    reader = client_as("reader")
    for path in ("/export", "/export/samspil.xlsx", "/export/samspil.zip"):
        assert reader.get(path).status_code == 403
