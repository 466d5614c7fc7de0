"""`/maps`: the picture's data, the table, the conditions and the files."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from matcher.services.installation import Installation
from tests.webui.conftest import Client
from tests.webui.pages.gardens import NAMES, plant


@pytest.fixture
def reader(installation: Installation, client_as: Callable[[str], Client]) -> Client:
    """Somebody who may read, where there is something to show."""
    plant(installation)
    return client_as("reader")


def names_in(page: str) -> list[str]:
    return [name for name, _ in NAMES.values() if f">{name}<" in page]


def test_the_page_has_figure_legend_and_table(reader: Client) -> None:
    page = reader.get("/maps", headers={"Accept-Language": "en"}).text
    assert 'data-role="map"' in page
    assert 'data-role="map-table"' in page
    assert len(names_in(page)) == 4
    assert "Den skjulte" not in page
    assert "Association (1)" in page
    assert "Not known (1)" in page
    assert "4 organisations and 3 ties." in page


@pytest.mark.parametrize(
    ("query", "shown"),
    [
        ("sector=business", ["Åens Bageri"]),
        ("sector=unknown", ["Nystartet"]),
        ("theme=loneliness", ["Ældreklubben"]),
        ("area=valby", ["Ældreklubben"]),
        ("from=2026-01-01", ["Ældreklubben", "Plejehjemmet", "Åens Bageri"]),
        ("around=club&steps=1", ["Ældreklubben", "Plejehjemmet", "Åens Bageri"]),
        ("sector=&theme=&area=", ["Ældreklubben", "Plejehjemmet", "Åens Bageri", "Nystartet"]),
        ("sector=public&theme=loneliness", []),
    ],
)
def test_conditions(reader: Client, query: str, shown: list[str]) -> None:
    assert names_in(reader.get(f"/maps?{query}").text) == shown


def test_a_condition_stays_chosen_and_goes_along_to_data_and_files(reader: Client) -> None:
    page = reader.get("/maps?sector=public").text
    assert '<option value="public" selected>' in page
    assert 'data-map-data="/maps/data?sector=public"' in page
    assert "/maps/network.gexf?sector=public" in page


def test_the_map_around_somebody_says_how_near(reader: Client) -> None:
    page = reader.get("/maps?around=club").text
    assert "Ældreklubben</h1>" in page
    assert '<option value="2" selected>' in page


def test_nobody_fits(reader: Client) -> None:
    page = reader.get(
        "/maps?theme=loneliness&sector=public", headers={"Accept-Language": "en"}
    ).text
    assert "No organisation fits" in page


def test_no_ties_yet(reader: Client) -> None:
    page = reader.get("/maps?sector=public", headers={"Accept-Language": "en"}).text
    assert "No ties are known between those shown." in page


def test_no_records_yet(client_as: Callable[[str], Client]) -> None:
    page = client_as("editor").get("/maps", headers={"Accept-Language": "en"}).text
    assert "There is no network to show yet" in page
    assert 'data-role="map"' not in page


@pytest.mark.parametrize(
    ("query", "status"),
    [
        ("theme=nonsense", 422),
        ("around=nobody", 404),
        ("around=gone", 404),
        ("around=Den+sk&from=2020-01-01", 404),
        ("steps=x&around=club", 422),
        ("steps=" + "9" * 5000, 422),
        ("from=x", 422),
    ],
)
def test_what_is_not_there_is_said(reader: Client, query: str, status: int) -> None:
    for path in ("/maps", "/maps/data", "/maps/network.json"):
        assert reader.get(f"{path}?{query}").status_code == status


@pytest.mark.parametrize(
    ("ending", "kind"),
    [
        ("html", "text/html; charset=utf-8"),
        ("gexf", "application/gexf+xml"),
        ("graphml", "application/graphml+xml"),
        ("json", "application/json"),
    ],
)
def test_files_to_take_along(reader: Client, ending: str, kind: str) -> None:
    answer = reader.get(f"/maps/network.{ending}")
    assert answer.headers["Content-Type"] == kind
    assert f".{ending}" in answer.headers["Content-Disposition"]
    assert "Ældreklubben".encode() in answer.data or b"\\u00c6ldreklubben" in answer.data


def test_only_who_may_sees_it(client_as: Callable[[str], Client]) -> None:
    assert client_as("nobody").get("/maps").status_code == 303
    assert client_as("nobody").get("/maps/network.json").status_code in {303, 401}


def test_a_page_asks_the_database_little(reader: Client, queries: Callable[[], Any]) -> None:
    reader.get("/maps")
    with queries() as sent:
        reader.get("/maps")
    assert len(sent) <= 8
