"""The page of the ledger, and its files."""

from __future__ import annotations

import io
import re
from collections.abc import Callable
from datetime import date

import openpyxl
import pikepdf
import pytest

from matcher.services.installation import Installation
from tests.factories import make_organisation
from tests.matcher.services.ledger.records import make_list
from tests.webui.conftest import Client

ClientAs = Callable[..., Client]
MOVES = (("contacted", 2), ("answered", 9), ("met", 20), ("declined", 21))


@pytest.fixture
def lists(installation: Installation) -> None:
    """Two candidates, of whom one has been met and declined."""
    club = make_organisation(installation, "Klubben", sector="association", municipality="Odense")
    home = make_organisation(installation, "Plejehjemmet", sector="public")
    make_list(installation, None, {club: MOVES, home: ()}, reason="too_busy")
    make_list(installation, None, {home: ()}, listed=date(2025, 4, 1))


def page_of(client: Client, path: str, status: int = 200) -> str:
    answer = client.get(path)
    assert answer.status_code == status
    return answer.get_data(as_text=True)


def stages(page: str) -> dict[str, str]:
    return dict(re.findall(r'data-stage="(\w+)" data-count="(\d+)"', page))


@pytest.mark.usefixtures("lists")
def test_the_stages_and_every_table(client_as: ClientAs) -> None:
    page = page_of(client_as("reader"), "/ledger")
    assert stages(page) == {
        "suggested": "3", "contacted": "1", "answered": "1", "met": "1",
        "agreed": "0", "written": "0", "alive": "0",
    }  # fmt: skip
    for role in ("reasons", "by-period", "by-theme", "by-sector", "by-district"):
        assert f'data-role="{role}"' in page


@pytest.mark.usefixtures("lists")
def test_conditions_stand_in_the_address_and_go_into_the_files(client_as: ClientAs) -> None:
    reader = client_as("reader")
    page = page_of(reader, "/ledger?period=2026&sector=public")
    assert stages(page)["suggested"] == "1"
    address = re.search(r'href="(/ledger/ledger\.xlsx[^"]*)"', page)
    assert address is not None
    answer = reader.get(address[1].replace("&amp;", "&"))
    book = openpyxl.load_workbook(io.BytesIO(answer.data))
    assert [cell.value for cell in book.worksheets[0]["B"]].count(1) >= 1


@pytest.mark.usefixtures("lists")
def test_an_end_before_the_start_is_said_and_what_was_asked_stays(client_as: ClientAs) -> None:
    page = page_of(client_as("reader"), "/ledger?since=2026-05-01&until=2026-01-01", 422)
    assert 'data-role="error-summary"' in page
    assert 'value="2026-05-01"' in page


def test_nothing_yet_says_where_to_begin(client_as: ClientAs) -> None:
    page = page_of(client_as("reader"), "/ledger")
    assert 'href="/shortlists"' in page
    assert 'data-role="stages"' not in page
    assert client_as("nobody").get("/ledger").status_code == 303


@pytest.mark.usefixtures("lists")
@pytest.mark.parametrize("ending", ["pdf", "xlsx", "csv"])
def test_its_files(client_as: ClientAs, ending: str) -> None:
    answer = client_as("reader").get(f"/ledger/ledger.{ending}")
    assert answer.status_code == 200
    assert answer.headers["Content-Disposition"].endswith(f".{ending}")
    if ending == "pdf":
        with pikepdf.open(io.BytesIO(answer.data)) as pdf:
            assert len(pdf.pages) == 2
