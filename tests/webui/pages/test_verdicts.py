"""`/…/verdicts/<candidate>`: giving a verdict and taking it back."""

from __future__ import annotations

from collections.abc import Callable
from html import unescape

import pytest

from matcher.services.installation import Installation
from matcher.services.verdicts import list_verdicts
from tests.factories import READER, make_brief, make_verdict
from tests.neighbourhood import make_neighbourhood
from tests.webui.conftest import Client

PARTNERS = "/organisations/house/partners"
VERDICT = "/organisations/house/verdicts/school"


@pytest.fixture(autouse=True)
def neighbourhood(installation: Installation) -> None:
    make_neighbourhood(installation, kind="music-school", target_group="older-people")


@pytest.fixture
def editor(client_as: Callable[..., Client]) -> Client:
    return client_as("editor", "en")


def listed(client: Client, path: str = PARTNERS) -> str:
    """The suggestions on the page, without those left out."""
    return unescape(client.get(path).text).split('data-role="left-out"')[0]


def test_one_press_leaves_out_and_the_next_list_shows_it(
    editor: Client, installation: Installation
) -> None:
    assert "Ålholm Skole" in listed(editor)
    fields = {"verdict": "not_relevant", "reason-school": "too_far", "note-school": " For langt "}
    answer = editor.post(VERDICT, data=fields)
    assert (answer.status_code, answer.location) == (303, PARTNERS)
    page = unescape(editor.get(PARTNERS).text)
    assert "Ålholm Skole is left out from now on: not relevant." in page
    assert 'id="name-school"' not in page
    said = list_verdicts(installation, READER, asker="house")["school"]
    assert (said.verdict, said.reason, said.note) == ("not_relevant", "too_far", "For langt")
    assert said.given_by == "Kim Prøve"


def test_a_relevant_one_stays_where_it_was(editor: Client) -> None:
    answer = editor.post(VERDICT, data={"verdict": "relevant", "back": f"{PARTNERS}?top=5"})
    assert answer.location == f"{PARTNERS}?top=5#suggestion-school"
    page = listed(editor)
    assert "Ålholm Skole is marked as relevant." in page
    assert 'data-role="verdict-said"' in page


def test_taking_back_brings_it_back(editor: Client, installation: Installation) -> None:
    make_verdict(installation, "school", "hide", asker="house")
    assert 'id="name-school"' not in listed(editor)
    answer = editor.post(f"{VERDICT}/take-back", data={"back": PARTNERS})
    assert (answer.status_code, answer.location) == (303, PARTNERS)
    page = listed(editor)
    assert "What was said of Ålholm Skole has been taken back." in page
    assert 'id="name-school"' in page


@pytest.mark.parametrize("back", ["https://elsewhere.example/", "//elsewhere.example", ""])
def test_nobody_is_led_out_of_the_house(editor: Client, back: str) -> None:
    answer = editor.post(VERDICT, data={"verdict": "hide", "back": back})
    assert answer.location == PARTNERS


@pytest.mark.parametrize(
    ("fields", "field"),
    [
        ({"verdict": ""}, "verdict-school"),
        ({"verdict": "splendid"}, "verdict-school"),
        ({"verdict": "not_relevant", "reason-school": "ugly"}, "reason-school"),
        ({"verdict": "hide", "note-school": "x" * 5001}, "note-school"),
    ],
)
def test_what_is_wrong_is_said_and_what_was_typed_stays(
    editor: Client, installation: Installation, fields: dict[str, str], field: str
) -> None:
    answer = editor.post(VERDICT, data={"note-school": "Ring igen", **fields})
    assert answer.status_code == 422
    assert 'data-role="error-summary"' in answer.text
    assert f'href="#{field}"' in answer.text
    assert f'id="{field}"' in answer.text
    assert fields.get("note-school", "Ring igen") in answer.text
    assert list_verdicts(installation, READER, asker="house") == {}


def test_the_form_has_a_page_of_its_own(editor: Client, installation: Installation) -> None:
    make_verdict(installation, "school", "relevant", asker="house", note="God snak")
    page = editor.get(f"{VERDICT}?back=/organisations/house/partners%3Ftop%3D5").text
    assert "Verdict on Ålholm Skole" in page
    assert "As a partner for Kulturhuset." in page
    assert "God snak" in page
    assert f'value="{PARTNERS}?top=5"' in page
    assert f'href="{PARTNERS}?top=5"' in page


def test_a_verdict_for_a_brief_is_for_the_brief(editor: Client, installation: Installation) -> None:
    key = make_brief(installation, "Fællesspisning")
    path = f"/briefs/{key}/verdicts/school"
    assert "As a partner for Fællesspisning." in editor.get(path).text
    answer = editor.post(path, data={"verdict": "in_touch", "back": f"/briefs/{key}?x=1"})
    assert answer.location == f"/briefs/{key}?x=1"
    assert list(list_verdicts(installation, READER, brief=key)) == ["school"]
    assert list_verdicts(installation, READER, asker="house") == {}
    assert editor.post(f"{path}/take-back").status_code == 303
    assert list_verdicts(installation, READER, brief=key) == {}


@pytest.mark.parametrize(
    "path",
    [
        "/organisations/nobody/verdicts/school",
        "/organisations/house/verdicts/nobody",
        "/briefs/nothing/verdicts/school",
    ],
)
def test_there_is_none_of_what_is_not_there(editor: Client, path: str) -> None:
    assert editor.get(path).status_code == 404
    assert editor.post(path, data={"verdict": "hide"}).status_code == 404


def test_a_verdict_on_oneself_is_refused(editor: Client) -> None:
    answer = editor.post("/organisations/house/verdicts/house", data={"verdict": "hide"})
    assert answer.status_code == 422
    assert "An organisation is no partner for itself." in answer.text


def test_readers_see_verdicts_and_give_none(
    client_as: Callable[..., Client], installation: Installation
) -> None:
    reader = client_as("reader", "en")
    make_verdict(installation, "cafe", "relevant", asker="house")
    assert 'data-role="verdict-said"' in reader.get(PARTNERS).text
    assert reader.get(VERDICT).status_code == 403
    assert reader.post(VERDICT, data={"verdict": "hide"}).status_code == 403
    assert reader.post(f"{VERDICT}/take-back").status_code == 403


def test_a_verdict_needs_the_token(editor: Client) -> None:
    assert editor.post(VERDICT, data={"verdict": "hide"}, csrf=False).status_code == 400


def test_what_was_written_is_only_text(editor: Client, installation: Installation) -> None:
    make_verdict(installation, "school", asker="house", note="<script>alert(1)</script>")
    page = editor.get(PARTNERS).text
    assert "<script>alert" not in page
    assert "&lt;script&gt;alert(1)" in page
