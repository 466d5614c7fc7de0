"""`/maps`: the picture's data, the table, the conditions and the files."""

from __future__ import annotations

import re
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


ENGLISH = {"Accept-Language": "en"}


@pytest.mark.parametrize(
    ("query", "said"),
    [
        ("colour=kind", "Colour: Kind"),
        ("colour=theme", "Loneliness"),
        ("size=betweenness", "How often it is the link between others"),
        ("lines=agreement", "Ties: Agreement"),
        ("together=hulls", "An outline: organisations in one collaboration (1)"),
    ],
)
def test_the_look_is_in_the_address_and_in_the_legend(
    reader: Client, query: str, said: str
) -> None:
    page = reader.get(f"/maps?{query}", headers=ENGLISH).text
    assert said in page
    assert f'data-map-data="/maps/data?{query}"' in page
    assert f"/maps/network.pdf?{query}" in page


def test_a_look_that_is_not_there_is_said(reader: Client) -> None:
    for path in ("/maps", "/maps/data", "/maps/network.json"):
        answer = reader.get(f"{path}?colour=mood", headers=ENGLISH)
        assert answer.status_code == 422
        assert "mood" in answer.text


def test_conditions_that_are_on_can_be_taken_away_one_by_one(reader: Client) -> None:
    page = reader.get("/maps?sector=public&from=2024-05-01&colour=kind", headers=ENGLISH).text
    chips = page[page.index('id="map-chips"') : page.index("Skip the map")]
    assert "Sector: Public body" in chips
    assert "1 May 2024" in chips
    assert 'href="/maps?colour=kind&amp;from=2024-05-01"' in chips
    assert 'href="/maps?colour=kind&amp;sector=public"' in chips


def test_the_way_between_two(reader: Client) -> None:
    page = reader.get("/maps?around=club&path_to=shop", headers=ENGLISH).text
    assert "The way between Ældreklubben and Åens Bageri</h1>" in page
    assert names_in(page) == ["Ældreklubben", "Åens Bageri"]


def test_the_map_of_a_collaboration(reader: Client) -> None:
    page = reader.get("/maps?collaboration=garden", headers=ENGLISH).text
    assert "Map of the collaboration Haven</h1>" in page
    assert names_in(page) == ["Ældreklubben", "Plejehjemmet", "Åens Bageri"]


def test_chosen_ones_only_or_left_out(reader: Client) -> None:
    assert names_in(reader.get("/maps?only=club,shop").text) == ["Ældreklubben", "Åens Bageri"]
    assert names_in(reader.get("/maps?without=club,shop").text) == ["Plejehjemmet", "Nystartet"]


def test_what_a_gap_marks_goes_along_to_the_picture(reader: Client) -> None:
    page = reader.get("/maps?mark=club&mark=shop&join=club:new").text
    assert 'data-map-data="/maps/data?mark=club&amp;mark=shop&amp;join=club:new"' in page


def test_the_map_is_told_in_words(reader: Client) -> None:
    assert 'data-role="map-text"' in reader.get("/maps").text


@pytest.mark.parametrize("query", ["sort=colour", "tie_sort=x"])
def test_a_column_that_is_not_there_is_said(reader: Client, query: str) -> None:
    assert reader.get(f"/maps?{query}").status_code == 422


def test_a_long_table_is_sorted_and_paged_here(
    reader: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("webui.maps.tables.MOST_ROWS", 2)
    monkeypatch.setattr("webui.maps.tables.PAGE", 2)
    page = reader.get("/maps?sort=-ties&page=2&sector=&colour=kind").text
    assert re.findall(r'<tr data-id="(\w+)"', page) == ["shop", "new"]
    assert "sort=ties" in page
    assert 'aria-sort="descending"' in page


@pytest.mark.parametrize(
    "query", ["sort=ties", "around=club&path_to=shop", "colour=theme&size=core&together=hubs"]
)
def test_conditions_and_looks_ask_the_database_no_more(
    reader: Client, queries: Callable[[], Any], query: str
) -> None:
    reader.get(f"/maps?{query}")
    with queries() as sent:
        reader.get(f"/maps?{query}")
    assert len(sent) <= 10


def test_who_is_hidden_by_the_address_is_told_to_the_picture(reader: Client) -> None:
    page = reader.get("/maps?hide=club,shop").text
    assert "data-keeps=" in page
    assert "[&#34;club&#34;, &#34;shop&#34;]" in page


def test_who_was_chosen_from_the_list_is_meant_by_id(reader: Client) -> None:
    page = reader.get("/maps?around=Nystartet&around_id=club&steps=1", headers=ENGLISH).text
    assert "Map around Ældreklubben</h1>" in page
    assert reader.get("/maps?around=&around_id=club").text.count("<h1") == 1
    assert "Kort</h1>" in reader.get("/maps?around=&around_id=club").text
