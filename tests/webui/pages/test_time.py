"""`/maps/time`: readable without a script, narrowed like the map."""

from __future__ import annotations

import io
from collections.abc import Callable
from typing import Any

import networkx as nx
import pytest

from matcher.services.access import OPERATOR
from matcher.services.installation import Installation
from matcher.store.documents import collaborations, organisations
from matcher.store.documents.table import write
from tests.webui.conftest import Client
from tests.webui.pages.gardens import plant

ENGLISH = {"Accept-Language": "en"}


def choir() -> dict[str, Any]:
    """The club and the newcomer sang together from 2020 to 2022."""
    members = [
        {"organisation": key, "role": None, "since": None, "until": None}
        for key in ("club", "new", "gone")
    ]
    return {
        **collaborations.EMPTY,
        "title": "Koret",
        "start": "2020-03-01",
        "end": "2022-06-01",
        "participants": members,
    }


@pytest.fixture
def reader(installation: Installation, client_as: Callable[[str], Client]) -> Client:
    plant(installation)
    with installation.writing(OPERATOR) as work:
        write(work, "collaboration", {"choir": choir()})
        work.commit()
    return client_as("reader")


def part(page: str, role: str) -> str:
    return page.split(f'data-role="{role}"', 1)[1].split("</section>", 1)[0]


def test_two_years_are_compared_in_lists(reader: Client) -> None:
    page = reader.get("/maps/time?earlier=2021&later=2024", headers=ENGLISH).text
    assert "Plejehjemmet" in part(page, "came")
    assert "Åens Bageri" in part(page, "came")
    assert "Ældreklubben" not in part(page, "came")
    assert "Nystartet" in part(page, "left")
    assert "2020–2022" in part(page, "ended")
    assert part(page, "began").count("<li>") == 3
    assert "0 ties are there in both years." in page
    assert "Den skjulte" not in page


def test_the_years_may_be_named_in_any_order(reader: Client) -> None:
    forth = reader.get("/maps/time?earlier=2021&later=2024", headers=ENGLISH).text
    back = reader.get("/maps/time?earlier=2024&later=2021", headers=ENGLISH).text
    assert part(forth, "came") == part(back, "came")


def test_every_year_is_a_row_with_what_the_slider_says(reader: Client) -> None:
    page = reader.get("/maps/time", headers=ENGLISH).text
    assert page.count("<tr data-year=") >= 7
    assert (
        "2024: 3 organisations with ties, 3 ties. "
        "2 organisations joined, 3 ties began, 0 ties ended." in page
    )
    assert 'aria-label="Ties: ' in page


def test_it_is_narrowed_as_the_map_is_and_carries_the_conditions(reader: Client) -> None:
    page = reader.get("/maps/time?sector=association&steps=2", headers=ENGLISH).text
    assert "No tie has a date yet" in page
    page = reader.get("/maps/time?from=2023-06-01", headers=ENGLISH).text
    assert '<input type="hidden" name="from" value="2023-06-01">' in page
    assert "/maps/data?from=2023-06-01" in page
    assert "Nystartet" not in page


def test_ties_without_dates_are_said(reader: Client, installation: Installation) -> None:
    with installation.writing(OPERATOR) as work:
        said = dict.fromkeys(("kind", "source", "reporter", "date", "end", "confidence"))
        write(work, "tie", {"t": {**said, "a": "home", "b": "new"}})
        work.commit()
    page = reader.get("/maps/time", headers=ENGLISH).text
    assert "1 tie has no dates." in page


@pytest.mark.parametrize("asked", ["later=1400", "earlier=x", "later=99999"])
def test_a_year_that_is_not_known_is_refused(reader: Client, asked: str) -> None:
    assert reader.get(f"/maps/time?{asked}").status_code == 422


def test_nobody_fits(reader: Client) -> None:
    assert "Nobody fits" in reader.get("/maps/time?area=Valby&sector=public", headers=ENGLISH).text


def test_an_empty_network(client_as: Callable[[str], Client]) -> None:
    assert "There is no network yet" in client_as("reader").get("/maps/time", headers=ENGLISH).text


def test_organisations_that_nobody_has_a_tie_with(
    installation: Installation, client_as: Callable[[str], Client]
) -> None:
    with installation.writing(OPERATOR) as work:
        write(work, "organisation", {"x": {**organisations.EMPTY, "name": "Alene"}})
        work.commit()
    page = client_as("reader").get("/maps/time", headers=ENGLISH).text
    assert "No tie has a date yet" in page


def test_the_file_carries_the_times(reader: Client) -> None:
    answer = reader.get("/maps/network.times.gexf?area=Valby")
    graph = nx.read_gexf(io.BytesIO(answer.data), version="1.3")
    assert list(graph) == ["club"]
    assert graph.graph["mode"] == "dynamic"
    assert "attachment" in answer.headers["Content-Disposition"]


@pytest.mark.parametrize("page", ["/maps", "/maps/time"])
def test_the_file_is_offered_with_the_conditions_of_the_page(reader: Client, page: str) -> None:
    said = "evidence=collaboration"
    assert f"/maps/network.times.gexf?{said}" in reader.get(f"{page}?{said}").text


def test_a_link_to_the_map_does_not_open_it(client_as: Callable[[str], Client]) -> None:
    assert client_as("link").get("/maps/time").status_code == 403
