"""`/organisations/<id>/introductions`: the ways in as people read them."""

from __future__ import annotations

from collections.abc import Callable
from html import unescape

import pytest

from matcher.services.installation import Installation
from tests.factories import make_organisation
from tests.neighbourhood import make_neighbourhood
from tests.webui.conftest import Client

ENGLISH = {"Accept-Language": "en"}
PAGE = "/organisations/house/introductions"


@pytest.fixture(autouse=True)
def neighbourhood(installation: Installation) -> None:
    make_neighbourhood(installation, kind="music-school", target_group="older-people")


@pytest.fixture
def reader(client_as: Callable[[str], Client]) -> Client:
    return client_as("reader")


def page_of(client: Client, path: str, status: int = 200) -> str:
    answer = client.get(path, headers=ENGLISH)
    assert answer.status_code == status, answer.text
    return unescape(answer.text)


def test_a_way_can_be_read_aloud_and_followed(reader: Client) -> None:
    page = page_of(reader, f"{PAGE}?to=school")
    assert "From Kulturhuset to Ålholm Skole" in page
    assert "Ask Brobyggerne, who has worked with Ålholm Skole." in page
    assert page.count('data-role="introduction"') == 1
    assert 'href="/organisations/bridge"' in page
    assert 'name="to" value="Ålholm Skole"' in page
    assert 'name="to_id" value="school"' in page


def test_suggestions_lead_to_the_ways_in(reader: Client) -> None:
    page = page_of(reader, "/organisations/house/partners")
    assert f'href="{PAGE}?to=school"' in page
    assert f'href="{PAGE}?to=cafe"' not in page


def test_nobody_is_named_at_first(reader: Client) -> None:
    page = page_of(reader, PAGE)
    assert "Ways in for Kulturhuset" in page
    assert 'data-role="introduction"' not in page
    assert "hx-get" in page


def test_where_there_is_no_way_the_page_says_what_to_do(reader: Client) -> None:
    page = page_of(reader, f"{PAGE}?to=Ubeskrevet")
    assert "Nobody they know leads there" in page
    assert "/collaborations/new" not in page


@pytest.mark.parametrize("to", ["zzzz", "house", "Kulturhuset"])
def test_whom_it_cannot_be_is_said_and_kept(reader: Client, to: str) -> None:
    page = page_of(reader, f"{PAGE}?to={to}", 422)
    assert 'data-role="error-summary"' in page
    assert f'name="to" value="{to}"' in page


def test_what_was_chosen_counts(reader: Client, installation: Installation) -> None:
    make_organisation(installation, "Klubben", id="one")
    make_organisation(installation, "Klubben", id="two")
    assert "Several organisations" in page_of(reader, f"{PAGE}?to=Klubben", 422)
    assert 'value="two"' in page_of(reader, f"{PAGE}?to=Klubben&to_id=two")


def test_an_organisation_that_is_not_there_has_no_page(reader: Client) -> None:
    assert reader.get("/organisations/nobody/introductions").status_code == 404


def test_strangers_are_led_to_sign_in(client: Client) -> None:
    assert client.get(PAGE).status_code == 303


def test_names_are_only_names(reader: Client, installation: Installation) -> None:
    make_organisation(installation, "<script>alert(1)</script>", id="bad")
    assert "<script>alert" not in reader.get(f"{PAGE}?to=bad").text
    assert "<script>alert" not in reader.get(f"{PAGE}?to=<script>alert(1)").text
