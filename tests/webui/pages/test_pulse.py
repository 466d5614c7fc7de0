"""The pages of the pulse: opened by the house, answered by link, read by both."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest

from matcher.partnership.pulse_texts import pulse_texts
from matcher.services.installation import Installation
from tests.factories import (
    make_collaboration,
    make_organisation,
    make_parties,
    make_personal_link,
)
from tests.webui.conftest import Client

ClientAs = Callable[..., Client]
NAMES = ("Ældre Sagen", "Plejehjemmet", "Kirken", "Skolen")
QUESTIONS = [each.id for each in pulse_texts().questions]


@pytest.fixture
def garden(installation: Installation) -> tuple[str, list[str]]:
    """A collaboration of three, and the path of each party's pulse."""
    return carried_on(installation, 3)


def carried_on(installation: Installation, number: int) -> tuple[str, list[str]]:
    ends = [make_organisation(installation, name) for name in NAMES[:number]]
    collaboration = make_collaboration(installation, "Havedag", ends)
    parties = make_parties(installation, collaboration)
    return collaboration, [
        make_personal_link(installation, "party", parties[end]) + "/pulse" for end in ends
    ]


def page_of(client: Client, path: str) -> str:
    answer = client.get(path)
    assert answer.status_code == 200
    return answer.get_data(as_text=True)


def send(client: Client, path: str, ratings: dict[str, str], **more: object) -> int:
    """Answer as the form on the page does; gives the status."""
    pulse = re.search(r'name="pulse" value="([^"]+)"', page_of(client, path))
    assert pulse is not None
    data = {"pulse": pulse[1], **ratings, **more}
    return client.post(path, data=data, csrf=False).status_code


def test_from_opening_to_what_to_talk_about(
    client_as: ClientAs, garden: tuple[str, list[str]]
) -> None:
    collaboration, paths = garden
    pulse = f"/collaborations/{collaboration}/pulse"
    editor, party = client_as("editor", "en"), client_as("nobody", "en")
    assert 'data-role="open-pulse"' in page_of(editor, pulse)
    assert editor.post(pulse, data={"until": ""}).status_code == 303
    assert editor.post(pulse, data={"until": ""}).status_code == 303
    assert page_of(editor, pulse).count('data-role="running"') == 1
    for path, rating in zip(paths, ("1", "5", "unknown"), strict=True):
        assert send(party, path, dict.fromkeys(QUESTIONS, rating)) == 303
    page = page_of(editor, pulse)
    assert 'data-answered="3"' in page
    assert 'data-role="newest"' not in page
    assert editor.post(f"{pulse}/close").status_code == 303
    for client, path in ((editor, pulse), (client_as("reader", "en"), pulse), (party, paths[0])):
        page = page_of(client, path)
        assert 'data-role="newest"' in page
        assert 'data-role="starters"' in page
        assert 'data-role="answer-pulse"' not in page
        assert not any(name in page for name in NAMES if client is not party)


def test_two_readings_are_set_side_by_side(
    client_as: ClientAs, garden: tuple[str, list[str]]
) -> None:
    collaboration, paths = garden
    pulse = f"/collaborations/{collaboration}/pulse"
    editor, party = client_as("editor"), client_as("nobody")
    for ratings in (("1", "5", "5"), ("4", "5", "5")):
        editor.post(pulse, data={"until": ""})
        for path, rating in zip(paths, ratings, strict=True):
            send(party, path, dict.fromkeys(QUESTIONS, rating))
        editor.post(f"{pulse}/close")
    page = page_of(editor, pulse)
    assert page.count('data-role="course"') == 4
    assert page.count('data-role="theme"') == 4


def test_nothing_answered_comes_back_and_says_so(
    client_as: ClientAs, garden: tuple[str, list[str]]
) -> None:
    collaboration, paths = garden
    client_as("editor").post(f"/collaborations/{collaboration}/pulse")
    party = client_as("nobody")
    assert send(party, paths[0], {}) == 422
    answer = party.post(paths[0], data={}, csrf=False)
    assert answer.status_code in {303, 422}


def test_an_answer_too_late_leads_to_what_the_others_said(
    client_as: ClientAs, garden: tuple[str, list[str]]
) -> None:
    collaboration, paths = garden
    pulse = f"/collaborations/{collaboration}/pulse"
    editor, party = client_as("editor"), client_as("nobody")
    editor.post(pulse)
    sent = re.search(r'name="pulse" value="([^"]+)"', page_of(party, paths[0]))
    assert sent is not None
    editor.post(f"{pulse}/close")
    answer = party.post(
        paths[0], data={"pulse": sent[1], "aim": "3"}, csrf=False, follow_redirects=True
    )
    assert answer.status_code == 200
    assert "alert-warning" in answer.get_data(as_text=True)


def test_what_was_answered_is_not_shown_again(
    client_as: ClientAs, garden: tuple[str, list[str]]
) -> None:
    collaboration, paths = garden
    client_as("editor").post(f"/collaborations/{collaboration}/pulse")
    party = client_as("nobody")
    send(party, paths[0], dict.fromkeys(QUESTIONS, "1"))
    page = page_of(party, paths[0])
    assert not re.search(r'type="radio"[^>]*checked', page)
    assert send(party, paths[0], {"aim": "5"}) == 303


def test_two_parties_are_asked_what_to_lay_open(
    client_as: ClientAs, installation: Installation
) -> None:
    collaboration, paths = carried_on(installation, 2)
    pulse = f"/collaborations/{collaboration}/pulse"
    editor, party = client_as("editor"), client_as("nobody")
    editor.post(pulse)
    assert 'data-role="lay-open"' in page_of(party, paths[0])
    for path in paths:
        send(party, path, dict.fromkeys(QUESTIONS, "2"), open=["frames"])
    editor.post(f"{pulse}/close")
    assert page_of(editor, pulse).count('data-role="theme"') == 1


def test_too_few_answers_are_not_shown(client_as: ClientAs, garden: tuple[str, list[str]]) -> None:
    collaboration, paths = garden
    pulse = f"/collaborations/{collaboration}/pulse"
    editor, party = client_as("editor"), client_as("nobody")
    editor.post(pulse)
    for path in paths[:2]:
        send(party, path, dict.fromkeys(QUESTIONS, "2"))
    editor.post(f"{pulse}/close")
    page = page_of(editor, pulse)
    assert 'data-role="held-back"' in page
    assert 'data-role="newest"' not in page


def test_a_day_that_has_passed_is_said_beside_the_field(
    client_as: ClientAs, garden: tuple[str, list[str]]
) -> None:
    collaboration, _paths = garden
    answer = client_as("editor").post(
        f"/collaborations/{collaboration}/pulse", data={"until": "2020-01-01"}
    )
    assert answer.status_code == 422
    page = answer.get_data(as_text=True)
    assert 'data-role="error-summary"' in page
    assert 'value="2020-01-01"' in page


def test_readers_see_no_button_and_may_not_open(
    client_as: ClientAs, garden: tuple[str, list[str]]
) -> None:
    collaboration, _paths = garden
    reader = client_as("reader")
    pulse = f"/collaborations/{collaboration}/pulse"
    assert "<form method" not in page_of(reader, pulse).partition("<main")[2]
    assert reader.post(pulse).status_code == 403
    assert client_as("editor").get("/collaborations/none/pulse").status_code == 404


def test_the_way_to_it_is_on_both_pages(client_as: ClientAs, garden: tuple[str, list[str]]) -> None:
    collaboration, paths = garden
    editor, party = client_as("editor"), client_as("nobody")
    shown = f"/collaborations/{collaboration}"
    assert f'href="{shown}/pulse"' in page_of(editor, shown)
    editor.post(f"{shown}/pulse")
    home = page_of(party, paths[0].removesuffix("/pulse"))
    assert 'data-role="task-pulse"' in home
    assert f'href="{paths[0]}"' in home


def test_pulses_between_which_somebody_stopped_answering_are_not_compared(
    client_as: ClientAs, installation: Installation
) -> None:
    collaboration, paths = carried_on(installation, 4)
    pulse = f"/collaborations/{collaboration}/pulse"
    editor, party = client_as("editor", "en"), client_as("nobody", "en")
    for answering in (paths, paths[:3]):
        editor.post(pulse)
        for path in answering:
            send(party, path, dict.fromkeys(QUESTIONS, "2"))
        editor.post(f"{pulse}/close")
    for page in (page_of(editor, pulse), page_of(party, paths[0])):
        assert 'data-role="newest"' in page
        assert 'data-role="over-time"' not in page
        assert 'data-role="apart"' in page
