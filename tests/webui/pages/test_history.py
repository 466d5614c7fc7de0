"""The history of records, and taking changes back from it."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import pytest

from matcher.services.installation import Installation
from matcher.services.organisations import edit_organisation
from matcher.store import documents
from tests.factories import (
    EDITOR,
    make_collaboration,
    make_organisation,
    make_shortlist,
    make_tie,
)
from tests.webui.conftest import Client
from tests.webui.filled import text_of

ClientAs = Callable[[str], Client]


@pytest.fixture
def reader(client_as: ClientAs) -> Client:
    """Somebody who reads in English."""
    return in_english(client_as("reader"))


@pytest.fixture
def editor(client_as: ClientAs) -> Client:
    """Somebody who changes things, in English."""
    return in_english(client_as("editor"))


def in_english(client: Client) -> Client:
    """The client with its language chosen."""
    with client.session_transaction() as session:
        session["language"] = "en"
    return client


def change(installation: Installation, key: str, **fields: Any) -> None:
    """Change some fields of an organisation."""
    with installation.writing(EDITOR) as work:
        there = documents.read(work.session, "organisation", [key])[key]
        documents.write(work, "organisation", {key: {**there, **fields}})
        work.commit()


def undo_buttons(page: str) -> list[str]:
    """The addresses that undo, newest change first."""
    return re.findall(r'action="(/history/\d+/undo)"', page)


def test_each_change_says_who_what_and_from_what(
    installation: Installation, reader: Client
) -> None:
    key = make_organisation(installation, "Huset", themes=["shared-meals"])
    change(installation, key, name="Hytten", themes=["loneliness"], notes="Hemmeligt")
    page = reader.get(f"/organisations/{key}/history").text
    said = text_of(page)
    assert "What was changed in Hytten" in said
    assert "Changed" in said
    assert "Redaktør" in said
    assert "Name : from Huset to Hytten" in said
    assert "Themes : added Loneliness and togetherness ; removed Food and shared meals" in said
    assert "Hemmeligt" not in page
    assert "Also fields that only editors see" in said
    assert undo_buttons(page) == []


def test_undoing_and_undoing_that(installation: Installation, editor: Client) -> None:
    key = make_organisation(installation, "Huset")
    change(installation, key, name="Hytten")
    where = f"/organisations/{key}/history"
    answer = editor.post(undo_buttons(editor.get(where).text)[0])
    assert (answer.status_code, answer.location) == (303, where)
    page = editor.get(where).text
    assert "The change has been undone." in text_of(page)
    assert "Undone" in text_of(page)
    assert edit_organisation(installation, EDITOR, key).name == "Huset"
    editor.post(undo_buttons(page)[0])
    assert edit_organisation(installation, EDITOR, key).name == "Hytten"


def test_what_stands_in_the_way_is_said_on_the_page(
    installation: Installation, editor: Client
) -> None:
    key = make_organisation(installation, "Huset")
    change(installation, key, name="Hytten")
    change(installation, key, name="Hulen")
    older = undo_buttons(editor.get(f"/organisations/{key}/history").text)[1]
    answer = editor.post(older)
    assert answer.status_code == 409
    assert "This cannot be undone, because Redaktør changed Name on" in text_of(answer.text)
    assert edit_organisation(installation, EDITOR, key).name == "Hulen"


def test_all_changes_lead_to_their_records(installation: Installation, reader: Client) -> None:
    a, b = (make_organisation(installation, name) for name in ("Åsen", "Bækken"))
    deed = make_collaboration(installation, "Fest", [a])
    make_tie(installation, a, b)
    kept = make_shortlist(installation, "Liste")
    page = reader.get("/history").text
    said = text_of(page)
    for text in ("Organisation: Åsen", "Collaboration: Fest", "Tie: Åsen – Bækken"):
        assert text in said
    for address in (f"/organisations/{a}", f"/collaborations/{deed}", f"/shortlists/{kept}"):
        assert f'href="{address}"' in page


@pytest.mark.parametrize("record", ["tie", "shortlist"])
def test_records_without_a_history_page_of_their_own_have_one_here(
    installation: Installation, editor: Client, record: str
) -> None:
    a, b = (make_organisation(installation, name) for name in ("A", "B"))
    key = make_tie(installation, a, b) if record == "tie" else make_shortlist(installation)
    where = f"/history/{record}/{key}"
    (undo,) = undo_buttons(editor.get(where).text)
    assert editor.post(undo).location == where
    assert "Deleted" in text_of(editor.get(where).text)


@pytest.mark.parametrize(
    "path", ["/history/user/x", "/history/tie/nobody", "/organisations/nobody/history"]
)
def test_what_has_no_history_is_a_404(editor: Client, path: str) -> None:
    assert editor.get(path).status_code == 404


@pytest.mark.parametrize("change", [7, 2**31, 10**30, "9" * 5000])
def test_a_change_that_never_was_is_a_404(editor: Client, change: int | str) -> None:
    assert editor.post(f"/history/{change}/undo").status_code == 404


def test_nothing_changed_yet_is_said(editor: Client) -> None:
    assert "Nothing was changed yet" in text_of(editor.get("/history").text)


def test_readers_may_not_undo(installation: Installation, reader: Client) -> None:
    make_organisation(installation, "Huset")
    assert reader.post("/history/1/undo").status_code == 403


def test_the_number_of_queries_does_not_grow(
    installation: Installation, editor: Client, queries: Callable[[], Any]
) -> None:
    key = make_organisation(installation, "0")
    numbers = []
    for number in range(1, 12):
        change(installation, key, name=str(number))
        if number in {1, 11}:
            editor.get(f"/organisations/{key}/history")
            with queries() as sent:
                editor.get(f"/organisations/{key}/history")
            numbers.append(len(sent))
    assert numbers[0] == numbers[1] <= 7
