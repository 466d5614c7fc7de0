"""The way out of the mails, as mail programs and people take it."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from urllib.parse import urlsplit

import pytest

from matcher.services.access import OPERATOR
from matcher.services.installation import Installation
from matcher.services.parties import party_here
from matcher.services.reminders import send_reminders
from matcher.services.reminders.way_out import receiver, way_out
from matcher.store.tables import Party
from tests.factories import make_personal_link
from tests.mail_servers import mail_server
from tests.matcher.services.dues import make_due, make_party, set_dues
from tests.webui.conftest import Client

TODAY = date.today()
GRETHE = "grethe@forening.example"
ONE_CLICK = {"List-Unsubscribe": "One-Click"}


@pytest.fixture
def path(installation: Installation) -> str:
    """Grethe's way out."""
    return way_out(installation, GRETHE, "en")


def wanted(where: Installation, path: str) -> bool:
    return receiver(where, path.rpartition("/")[2]).wanted


def test_a_mail_program_stops_the_mails_by_what_the_mail_says(
    installation: Installation, client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    set_dues(monkeypatch, make_due(party=make_party(installation, contact_email=GRETHE), day=TODAY))
    with mail_server() as inbox:
        installation.settings = replace(
            installation.settings,
            smtp_host="127.0.0.1",
            smtp_port=inbox.port,
            smtp_security="none",
            mail_from="samspil@samspil.example",
            public_url="https://samspil.example",
        )
        send_reminders(installation, OPERATOR, TODAY)
        (mail,) = inbox.mails
        found = re.fullmatch(r"<(https://[^>]+)>, *<mailto:[^>]+>", mail["List-Unsubscribe"])
        assert found is not None
        assert mail["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
        address = urlsplit(found[1])
        for _ in range(2):
            answer = client.open(address.path, method="POST", data=ONE_CLICK)
            assert (answer.status_code, answer.location) == (200, None)
        send_reminders(installation, OPERATOR, TODAY)
        assert len(inbox.mails) == 1
    assert not wanted(installation, address.path)


def test_a_mail_program_may_send_it_in_parts(
    installation: Installation, client: Client, path: str
) -> None:
    answer = client.open(path, method="POST", data=ONE_CLICK, content_type="multipart/form-data")
    assert answer.status_code == 200
    assert not wanted(installation, path)


def test_opening_it_changes_nothing_and_one_button_does(
    installation: Installation, client: Client, path: str
) -> None:
    for _ in range(2):
        page = client.get(path)
        assert page.status_code == 200
        assert page.text.count('data-role="stop"') == 1
        assert GRETHE in page.text
    assert client.head(path).status_code == 200
    assert wanted(installation, path)
    assert client.open(path, method="POST").location == path  # without a token of the session's
    assert not wanted(installation, path)
    page = client.get(path)
    assert 'data-role="stopped"' in page.text
    assert 'data-role="stop"' not in page.text
    assert client.open(f"{path}/again", method="POST").location == path
    assert wanted(installation, path)


def test_it_is_in_the_language_of_the_mail(
    installation: Installation, client: Client, path: str
) -> None:
    assert '<html lang="en">' in client.get(path).text
    assert '<html lang="da">' in client.get(way_out(installation, GRETHE, "da")).text
    client.post("/language/da", data={"next": path})
    assert '<html lang="da">' in client.get(path).text


@pytest.mark.parametrize("token", ["nonsense", "a.b", "%C3%A6", "x" * 4000])
def test_a_faulty_address_says_so(client: Client, token: str) -> None:
    for answer in (
        client.get(f"/no-mail/{token}"),
        client.open(f"/no-mail/{token}", method="POST", data=ONE_CLICK),
        client.open(f"/no-mail/{token}/again", method="POST"),
    ):
        assert answer.status_code == 410


def test_the_page_of_the_parties_says_whom_to_call(
    installation: Installation, client_as: Callable[..., Client], client: Client, path: str
) -> None:
    party = make_party(installation, contact_email=GRETHE, deputy_email="bo@forening.example")
    with installation.reading() as session:
        there = session.get(Party, party)
        assert there is not None
        page = f"/collaborations/{there.collaboration_id}/parties"
    editor, said = client_as("editor", "en"), "Wants no reminders by mail: call"
    assert said not in editor.get(page).text
    client.open(path, method="POST", data=ONE_CLICK)
    assert (
        editor.get(page).text.count(said) == 2
    )  # both have this contact person, and the deputy wants mails
    assert said not in client_as("reader", "en").get(page).text


def test_a_partys_own_page_promises_no_mails_and_leads_back_to_them(
    installation: Installation, client: Client, path: str
) -> None:
    party = make_party(installation, contact_email=f" {GRETHE.upper()}", language="en")
    own = make_personal_link(installation, "party", party)
    token = own.rpartition("/")[2]
    assert party_here(installation, token, TODAY).mailed
    assert 'data-role="way-back"' not in client.get(own).text
    client.open(path, method="POST", data=ONE_CLICK)
    assert not party_here(installation, token, TODAY).mailed
    back = re.search(r'data-role="way-back">.*<a href="([^"]+)"', client.get(own).text)
    assert back is not None
    assert back[1] == path
