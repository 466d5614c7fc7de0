"""`/audit`: whom the suggestions favour."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import pytest

from matcher.services.installation import Installation
from tests.factories import make_recipe
from tests.neighbourhood import make_neighbourhood
from tests.webui.conftest import Client
from tests.webui.filled import text_of
from webui.pages import audit


@pytest.fixture
def reader(client_as: Callable[..., Client]) -> Client:
    return client_as("reader", "en")


@pytest.fixture
def neighbourhood(installation: Installation) -> None:
    make_neighbourhood(installation, kind="music-school", target_group="older-people")


def rows_of(page: str, role: str) -> list[str]:
    """What stands in the rows of the table with this role."""
    (table,) = re.findall(rf'<table[^>]*data-role="{role}".*?</table>', page, re.DOTALL)
    return [text_of(f"<body>{row}") for row in re.findall(r"<tr>.*?</tr>", table, re.DOTALL)]


@pytest.mark.usefixtures("neighbourhood")
def test_it_says_what_is_counted_and_counts_it(reader: Client) -> None:
    page = reader.get("/audit").text
    told = text_of(page)
    assert "with the recipe “partners”" in told
    assert "the first 10 places on the lists of all 6 organisations" in told
    assert "current partners are left out" in told
    heading, *lines = rows_of(page, "audit")
    assert heading.startswith("Organisation Sector Collaborations On lists: as usual")
    assert "Café Grøn Business 0 5 5" in lines
    assert "Kulturhuset Association 1 4 4" in lines
    assert not any("Lukkede Døre" in line for line in lines)
    assert rows_of(page, "spread")[1] == "On a list at all 100 % 100 %"


@pytest.mark.usefixtures("neighbourhood")
def test_it_is_told_by_sector_and_by_size(reader: Client) -> None:
    page = text_of(reader.get("/audit").text)
    assert re.search(r"Association 2 \(40 %\) 34\.8 % 2 34\.8 % 2", page)
    assert re.search(r"No collaborations 2 \(40 %\) 43\.5 % 2", page)
    assert "Not known 1 (20 %)" in page


@pytest.mark.usefixtures("neighbourhood")
def test_it_can_be_asked_of_another_recipe(reader: Client, installation: Installation) -> None:
    assert "<select" not in reader.get("/audit").text.split("<main")[1]
    make_recipe(installation, "ours")
    page = reader.get("/audit?recipe=ours").text
    assert "with the recipe “ours”" in text_of(page)
    assert '<option value="ours" selected>' in page
    assert reader.get("/audit?recipe=theirs").status_code == 404


@pytest.mark.usefixtures("neighbourhood")
def test_of_very_many_those_suggested_most_are_listed(
    reader: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(audit, "MOST_ROWS", 2)
    page = reader.get("/audit").text
    assert len(rows_of(page, "audit")) == 1 + 2
    assert "The 2 that are suggested most are listed, of 5." in text_of(page)


def test_an_empty_network_says_how_to_begin(
    reader: Client, client_as: Callable[..., Client]
) -> None:
    assert "There is nobody to suggest yet" in reader.get("/audit").text
    assert 'href="/organisations/new"' in client_as("editor").get("/audit").text


@pytest.mark.usefixtures("neighbourhood")
def test_it_asks_the_database_only_so_often(reader: Client, queries: Any) -> None:
    reader.get("/audit")
    with queries() as sent:
        reader.get("/audit")
    assert len(sent) <= 5, sent
