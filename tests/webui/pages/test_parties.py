"""The page of the parties: whom to reach, personal links, who answers for it."""

from __future__ import annotations

import html
import re
from collections.abc import Callable
from urllib.parse import unquote

import pytest
from flask import Flask

from matcher.services.installation import Installation
from tests.factories import make_collaboration, make_organisation, make_parties
from tests.webui.conftest import Client, as_client
from tests.webui.filled import form_on

ClientAs = Callable[..., Client]
CONTACT = {
    "contact_name": "Lederen",
    "contact_email": "leder@samspil.example",
    "contact_phone": "12 34 56 78",
    "deputy_name": "",
    "deputy_email": "",
    "language": "da",
}


@pytest.fixture
def editor(client_as: ClientAs) -> Client:
    """Somebody who carries collaborations on, in English."""
    return client_as("editor", "en")


@pytest.fixture
def address(installation: Installation) -> str:
    """The page of a collaboration whose two organisations are no parties yet."""
    keys = [make_organisation(installation, name) for name in ("Huset", "Klubben")]
    return f"/collaborations/{make_collaboration(installation, 'Måltider', keys)}/parties"


def parties_of(where: Installation, address: str) -> list[str]:
    """The parties' ids, in the order of their organisations' ids."""
    return list(make_parties(where, address.split("/")[2]).values())


def links_on(page: str) -> list[str]:
    """The paths of the personal links that a page shows."""
    return re.findall(r'value="[^"]*?(/with/[^"]+)"', page)


def test_who_takes_part_becomes_a_party_and_gets_a_link(app: Flask, editor: Client,
                                                        address: str) -> None:  # fmt: skip
    assert 'data-role="missing-parties"' in editor.get(address).text
    for _ in range(2):
        assert editor.post(address).location == address
    for _ in range(2):
        assert editor.post(f"{address}/links").location == address
    links = links_on(editor.get(address).text)
    assert len(set(links)) == len(links) == 2
    guest = as_client(app)
    assert [guest.get(each).status_code for each in links] == [200, 200]


def test_a_link_is_renewed_and_withdrawn(
    installation: Installation, app: Flask, editor: Client, address: str
) -> None:
    first, second = parties_of(installation, address)
    editor.post(f"{address}/links")
    old = links_on(editor.get(f"{address}").text)
    guest = as_client(app)
    assert editor.post(f"{address}/{first}/link", data={"anew": "1"}).status_code == 303
    new = [each for each in links_on(editor.get(address).text) if each not in old]
    assert len(new) == 1
    gone = next(each for each in old if guest.get(each).status_code == 410)
    assert guest.get(new[0]).status_code == 200
    assert gone != new[0]
    assert editor.post(f"{address}/{second}/withdraw").status_code == 303
    assert sum(guest.get(each).status_code == 200 for each in {*old, *new}) == 1


def test_contacts_are_written_and_two_at_once_are_told(
    installation: Installation, editor: Client, address: str
) -> None:
    first, _second = parties_of(installation, address)
    form = form_on(editor.get(f"{address}/{first}").text)
    wrong = editor.post(f"{address}/{first}", data={**form, **CONTACT, "contact_email": "nej"})
    assert wrong.status_code == 422
    assert 'href="#contact_email"' in wrong.text
    assert form_on(wrong.text)["contact_name"] == "Lederen"
    saved = editor.post(f"{address}/{first}", data={**form, **CONTACT})
    assert saved.location == f"{address}#party-{first}"
    stale = editor.post(f"{address}/{first}", data={**form, **CONTACT, "contact_name": "En anden"})
    assert stale.status_code == 409
    assert form_on(stale.text)["contact_name"] == "En anden"
    assert "Lederen" in editor.get(address).text


def test_a_mail_with_the_link_is_ready_to_be_sent(
    installation: Installation, editor: Client, address: str
) -> None:
    first, _second = parties_of(installation, address)
    form = form_on(editor.get(f"{address}/{first}").text)
    editor.post(f"{address}/{first}", data={**form, **CONTACT})
    editor.post(f"{address}/links")
    page = editor.get(address).text
    (mail,) = re.findall(r'href="(mailto:leder@samspil.example\?[^"]+)"', page)
    text = unquote(html.unescape(mail))
    assert any(link in text for link in links_on(page))
    assert "Lederen" in text


def test_readers_see_neither_contacts_nor_links(
    installation: Installation, editor: Client, client_as: ClientAs, address: str
) -> None:
    first, _second = parties_of(installation, address)
    form = form_on(editor.get(f"{address}/{first}").text)
    editor.post(f"{address}/{first}", data={**form, **CONTACT})
    editor.post(f"{address}/links")
    reader = client_as("reader")
    page = reader.get(address).text
    for secret in ("Lederen", "leder@samspil.example", "12 34 56 78", "/with/"):
        assert secret not in page
    assert reader.get(f"{address}/{first}").status_code == 403
    for path in ("", "/links", "/owner", f"/{first}", f"/{first}/link", f"/{first}/withdraw"):
        assert reader.post(f"{address}{path}", data={}).status_code == 403, path


def test_who_answers_for_it_is_chosen(editor: Client, address: str) -> None:
    page = editor.get(address).text
    options = re.findall(r'<option value="([^"]+)"', page)
    assert len(options) == 1
    assert editor.post(f"{address}/owner", data={"owner": options[0], "before": ""}).status_code \
        == 303  # fmt: skip
    assert f'<option value="{options[0]}" selected' in editor.get(address).text
    wrong = editor.post(f"{address}/owner", data={"owner": "nobody", "before": options[0]})
    assert wrong.status_code == 422
    assert 'href="#owner"' in wrong.text


def test_what_is_not_there_is_told(editor: Client, address: str) -> None:
    assert editor.get("/collaborations/nothing/parties").status_code == 404
    assert editor.post("/collaborations/nothing/parties").status_code == 404
    assert editor.get(f"{address}/nobody").status_code == 404
    assert editor.post(f"{address}/nobody/link").status_code == 404
