"""Signing up to an event by its link, without an account."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from flask import Flask

from matcher.services import events
from matcher.services.installation import Installation
from tests.factories import EDITOR, make_organisation, make_personal_link
from tests.webui.conftest import Client, as_client
from tests.webui.pages.evenings import TODAY, make_event

ClientAs = Callable[..., Client]
GIVEN = {
    "organisation": "plejehjemmet",
    "person": "Daglig leder",
    "email": "leder@plejehjemmet.example",
}


@pytest.fixture
def event(installation: Installation) -> str:
    """An evening to which one organisation comes."""
    make_organisation(installation, "Plejehjemmet")
    return make_event(installation, "Klubben")


@pytest.fixture
def link(installation: Installation, event: str) -> str:
    """The event's link."""
    return make_personal_link(installation, "event", event)


@pytest.fixture
def guest(app: Flask) -> Client:
    """Somebody without an account."""
    return as_client(app)


def coming(where: Installation, event: str) -> list[str]:
    return [line.name for line in events.show_event(where, EDITOR, event, as_of=TODAY).coming]


def test_a_guest_signs_up_reads_it_and_withdraws(
    installation: Installation, guest: Client, event: str, link: str
) -> None:
    sent = guest.post(link, data=GIVEN, csrf=False)
    assert sent.status_code == 303
    assert coming(installation, event) == ["Klubben", "Plejehjemmet"]
    own = guest.get(str(sent.location)).text
    assert "leder@plejehjemmet.example" in own
    again = guest.post(link, data=GIVEN, csrf=False)
    assert again.status_code == 200
    assert "leder@plejehjemmet.example" not in again.text, "the page of another is not shown"
    assert coming(installation, event) == ["Klubben", "Plejehjemmet"]
    assert guest.post(f"{sent.location}/withdraw", csrf=False).status_code == 303
    assert coming(installation, event) == ["Klubben"]
    assert guest.get(str(sent.location)).status_code == 404


def test_the_form_does_not_say_whom_we_know(guest: Client, link: str) -> None:
    page = guest.get(link).text
    assert "Plejehjemmet" not in page
    assert "Klubben" not in page
    assert guest.get("/search?text=pleje&field=text").status_code in (302, 303, 401, 403)


@pytest.mark.parametrize(
    ("field", "text"), [("organisation", " "), ("email", "ingen"), ("person", "x" * 201)]
)
def test_what_is_wrong_is_said_and_the_rest_stays(
    installation: Installation, guest: Client, event: str, link: str, field: str, text: str
) -> None:
    answer = guest.post(link, data={**GIVEN, field: text}, csrf=False)
    assert answer.status_code == 422
    assert f'href="#{field}"' in answer.text
    for name, value in GIVEN.items():
        if name != field:
            assert f'value="{value}"' in answer.text
    assert coming(installation, event) == ["Klubben"]


def test_closed_meanwhile_is_told(
    installation: Installation, guest: Client, event: str, link: str
) -> None:
    events.close_signing_up(installation, EDITOR, event, True)
    assert 'name="organisation"' not in guest.get(link).text
    assert guest.post(link, data=GIVEN, csrf=False).status_code == 409
    assert coming(installation, event) == ["Klubben"]


def test_a_link_that_was_withdrawn_opens_nothing(
    installation: Installation, guest: Client, event: str, link: str
) -> None:
    sent = guest.post(link, data=GIVEN, csrf=False)
    events.withdraw_link(installation, EDITOR, event)
    assert guest.get(link).status_code == 410
    assert guest.post(link, data=GIVEN, csrf=False).status_code == 410
    assert guest.get(str(sent.location)).status_code == 410
    assert guest.get(link[:-1] + ("a" if link[-1] != "a" else "b")).status_code == 410
