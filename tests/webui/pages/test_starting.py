"""Starting a collaboration with those on a shortlist who have agreed."""

from __future__ import annotations

import html
import re
from collections.abc import Callable

import pytest

from matcher.services.installation import Installation
from matcher.store import documents
from tests.factories import make_shortlist, make_step
from tests.neighbourhood import make_neighbourhood
from tests.webui.conftest import Client

ClientAs = Callable[..., Client]


@pytest.fixture
def editor(client_as: ClientAs) -> Client:
    """Somebody who starts collaborations, in English."""
    return client_as("editor", "en")


@pytest.fixture
def address(installation: Installation) -> str:
    """Where a collaboration starts: the school has agreed, the café was only met."""
    make_neighbourhood(installation, kind="music-school", target_group="older-people")
    shortlist = make_shortlist(installation, "Høstfest", "house", ["school", "cafe"])
    make_step(installation, shortlist, "school", "agreed")
    make_step(installation, shortlist, "cafe", "met")
    return f"/shortlists/{shortlist}/collaboration"


def form_at(client: Client, address: str) -> dict[str, object]:
    """What the form would send as it is: its id, its texts, those who are chosen."""
    page = client.get(address).text
    values = dict(re.findall(r'name="(id|title|start)" value="([^"]*)"', page))
    inputs = re.findall(r"<input[^>]*name=\"together\"[^>]*>", page)
    chosen = [re.search(r'value="([^"]+)"', each) for each in inputs if " checked" in each]
    found = re.search(r'name="id" value="([^"]*)"', page)
    title = re.search(r'id="title"[^>]*value="([^"]*)"', page)
    return {
        **values,
        "id": found[1] if found else "",
        "title": html.unescape(title[1]) if title else "",
        "together": [each[1] for each in chosen if each],
    }


def collaborations(where: Installation) -> dict[str, dict[str, object]]:
    with where.reading() as session:
        return {
            key: each
            for key, each in documents.read(session, "collaboration").items()
            if each["title"] == "Høstfest"
        }


def test_who_agreed_comes_along_and_pressing_twice_makes_one(
    installation: Installation, editor: Client, address: str
) -> None:
    form = form_at(editor, address)
    assert form["title"] == "Høstfest"
    assert set(form["together"]) == {"house", "school"}  # type: ignore[call-overload]  # ids
    answers = [editor.post(address, data=form) for _ in range(2)]
    assert [each.status_code for each in answers] == [303, 303]
    assert answers[0].location == answers[1].location
    ((key, made),) = collaborations(installation).items()
    assert answers[0].location == f"/collaborations/{key}/parties"
    took_part = {each["organisation"] for each in made["participants"]}  # type: ignore[attr-defined]  # of a document
    assert took_part == {"house", "school"}
    page = editor.get(address.removesuffix("/collaboration")).text
    assert 'data-role="collaboration"' in page
    assert 'data-role="begun"' in editor.get(address).text


@pytest.mark.parametrize(
    ("field", "value"), [("title", " "), ("start", "engang"), ("together", ["school"])]
)
def test_what_cannot_be_comes_back_as_it_was_written(
    installation: Installation, editor: Client, address: str, field: str, value: object
) -> None:
    form = {**form_at(editor, address), "purpose": "At spise sammen", field: value}
    answer = editor.post(address, data=form)
    assert answer.status_code == 422
    assert f'href="#{field}' in answer.text
    assert "At spise sammen" in answer.text
    assert collaborations(installation) == {}


def test_only_who_carries_on_starts(client_as: ClientAs, editor: Client, address: str) -> None:
    reader = client_as("reader")
    assert reader.get(address).status_code == 403
    assert reader.post(address, data={}).status_code == 403
    assert editor.get("/shortlists/nothing/collaboration").status_code == 404
    assert editor.post("/shortlists/nothing/collaboration", data={"title": "x"}).status_code == 404
