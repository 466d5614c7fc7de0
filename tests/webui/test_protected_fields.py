"""No page, part or file tells a reader or the holder of a link what is protected."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable

import pytest
from flask import Flask

from matcher.services.installation import Installation
from tests.factories import make_collaboration, make_organisation, make_shortlist
from tests.webui.conftest import Client, as_client
from tests.webui.walk import walk

PROTECTED = {
    "contact_person": "Protected Person",
    "email": "protected@samspil.example",
    "phone": "+45 00 11 22 33",
    "notes": "Protected remark",
}
PASSED_ON = {"email": "open@samspil.example", "phone": "+45 00 44 55 66"}
ASKS = "Beboerforeningen"


@pytest.fixture
def shortlist(installation: Installation) -> str:
    """A shortlist with one who keeps its contact points to itself, and one who passes them on."""
    asks = make_organisation(installation, ASKS)
    closed = make_organisation(installation, "Lukket", may_pass_on=False, **PROTECTED)
    unsaid = make_organisation(installation, "Uoplyst", **PROTECTED)
    opened = make_organisation(
        installation,
        "Åben",
        may_pass_on=True,
        **PASSED_ON,
        contact_person=PROTECTED["contact_person"],
        notes=PROTECTED["notes"],
    )
    make_collaboration(installation, "Fællesspisning", [asks, closed])
    make_collaboration(installation, "Havedag", [closed, unsaid, opened])
    return make_shortlist(installation, organisation=asks, entries=[closed, unsaid, opened])


def everything(client: Client) -> dict[str, str]:
    """The text of every page and file that can be reached, by path."""
    found = {}
    for page in walk(client, most=150):
        if page.answer.mimetype == "text/html" or page.answer.is_json:
            found[page.path] = page.answer.text
        elif zipfile.is_zipfile(io.BytesIO(page.answer.data)):
            files = zipfile.ZipFile(io.BytesIO(page.answer.data))
            texts = (files.read(name).decode("utf-8", "replace") for name in files.namelist())
            found[page.path] = "".join(texts)
        elif page.answer.status_code == 200:
            found[page.path] = page.answer.data.decode("utf-8", "replace")
    return found


def told(pages: dict[str, str], words: dict[str, str]) -> list[tuple[str, str]]:
    return [
        (path, word)
        for path, text in pages.items()
        for word in (*words.values(), *(each.replace(" ", "") for each in words.values()))
        if word in text
    ]


def test_an_editor_sees_them(shortlist: str, client_as: Callable[..., Client]) -> None:
    pages = everything(client_as("editor"))
    assert {word for _, word in told(pages, PROTECTED)} >= set(PROTECTED.values())


@pytest.mark.usefixtures("shortlist")
def test_a_reader_does_not(client_as: Callable[..., Client]) -> None:
    pages = everything(client_as("reader"))
    assert len(pages) > 15
    assert any("/partners" in path for path in pages)
    assert any("export" in path for path in pages)
    assert told(pages, PROTECTED) == []
    assert told(pages, PASSED_ON)


@pytest.mark.parametrize("subject", ["map", "shortlist"])
def test_the_holder_of_a_link_does_not(
    app: Flask, subject: str, shortlist: str, link_to: Callable[..., str]
) -> None:
    client = as_client(app)
    client.get(link_to(subject, shortlist if subject == "shortlist" else None))
    pages = everything(client)
    assert any(ASKS in text for text in pages.values())
    assert told(pages, PROTECTED) == []


@pytest.mark.parametrize("role", ["reader", "link"])
def test_nobody_is_told_who_has_an_account(
    role: str, shortlist: str, client_as: Callable[..., Client], make_user: Callable[..., object]
) -> None:
    make_user("administrator", email="secret-account@samspil.example", name="Skjult Konto")
    pages = everything(client_as(role))
    assert not any("secret-account" in text for text in pages.values())
