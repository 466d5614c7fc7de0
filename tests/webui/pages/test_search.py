"""The options that appear while a name is typed."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest

from matcher.services.installation import Installation
from tests.factories import make_organisation
from tests.webui.conftest import Client

ClientAs = Callable[[str], Client]


def names(page: str) -> list[str]:
    """The names of the options, in order."""
    return re.findall(r'role="option"[^>]*data-name="([^"]*)"', page)


@pytest.mark.parametrize("text", ["Åse", "aase", "AASE"])
def test_options_know_danish_and_begin_with_what_begins_so(
    installation: Installation, client_as: ClientAs, text: str
) -> None:
    make_organisation(installation, "Café Aase")
    make_organisation(installation, "Åse Hansens Fond")
    make_organisation(installation, "Skjulte Åse", hidden=True)
    page = client_as("reader").get("/search", query_string={"text": text}).text
    assert names(page) == ["Åse Hansens Fond", "Café Aase"]


def test_the_text_may_stand_in_any_field(installation: Installation, client_as: ClientAs) -> None:
    key = make_organisation(installation, "Huset", district="Valby")
    page = client_as("reader").get("/search?field=parent&parent=hus&text=other").text
    assert names(page) == ["Huset"]
    assert f'data-id="{key}"' in page
    assert "Valby" in page
    assert "data-url" not in page


def test_options_of_a_search_lead_to_pages(installation: Installation, client_as: ClientAs) -> None:
    key = make_organisation(installation, "Huset")
    page = client_as("reader").get("/search?text=hus&open=1").text
    assert f'data-url="/organisations/{key}"' in page


def test_names_cannot_run(installation: Installation, client_as: ClientAs) -> None:
    make_organisation(installation, '"><script>alert(1)</script>')
    page = client_as("reader").get("/search?text=alert").text
    assert "<script" not in page


@pytest.mark.parametrize("query", ["", "text=", "text=%20", "field=x", "text=nobody"])
def test_nothing_found_is_nothing(
    installation: Installation, client_as: ClientAs, query: str
) -> None:
    make_organisation(installation, "Huset")
    answer = client_as("reader").get(f"/search?{query}")
    assert (answer.status_code, answer.text.strip()) == (200, "")


def test_strangers_get_nothing(installation: Installation, client_as: ClientAs) -> None:
    make_organisation(installation, "Huset")
    answer = client_as("nobody").get("/search?text=hus", headers={"HX-Request": "true"})
    assert answer.status_code == 401
    assert "Huset" not in answer.text
