"""The pages of collaborations: list, one collaboration, form, deleting."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest

from matcher.services.collaborations import edit_collaboration
from matcher.services.installation import Installation
from tests.factories import EDITOR, make_collaboration, make_organisation, make_participant
from tests.webui.conftest import Client
from tests.webui.filled import form_on, text_of

ClientAs = Callable[[str], Client]
Queries = Callable[[], Any]


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


def days(number: int) -> date:
    """The day so many days from now."""
    return date.today() + timedelta(days=number)


def test_the_list_is_narrowed_by_time_agreement_and_text(
    installation: Installation, reader: Client
) -> None:
    make_collaboration(installation, "Åben have", end=days(-1), agreement="written")
    make_collaboration(installation, "Ældrecafé", end=days(30), agreement="oral")
    make_collaboration(installation, "Byfest", start=days(30))
    for query, found in (
        ("", {"Åben have", "Ældrecafé", "Byfest"}),
        ("when=past", {"Åben have"}),
        ("when=expiring", {"Ældrecafé"}),
        ("when=planned", {"Byfest"}),
        ("agreement=oral", {"Ældrecafé"}),
        ("agreement=unknown", {"Byfest"}),
        ("text=AELDRE", {"Ældrecafé"}),
        ("when=nonsense", {"Åben have", "Ældrecafé", "Byfest"}),
    ):
        page = reader.get(f"/collaborations?{query}").text
        titles = {title for title in ("Åben have", "Ældrecafé", "Byfest") if title in page}
        assert titles == found, query


def test_what_ends_soon_says_so(installation: Installation, reader: Client) -> None:
    key = make_collaboration(installation, "Café", funding_end=days(30), agreement="oral")
    assert "The money ends on" in text_of(reader.get("/collaborations").text)
    said = text_of(reader.get(f"/collaborations/{key}").text)
    assert "The money ends on" in said
    assert "Put in writing what it is for" in said


def test_the_page_shows_everything_there_is(installation: Installation, reader: Client) -> None:
    a = make_organisation(installation, "Huset", sector="public")
    key = make_collaboration(
        installation,
        "Fællesspisning",
        [make_participant(a, role="vært", since="2024-02-01")],
        start="2024-01-01",
        purpose="At spise\nsammen",
        area="Valby; Vanløse",
        funding_source="Puljen",
        funding_amount=125000.0,
        themes=["shared-meals"],
        target_groups=["older-people"],
        sources=[("ansøgninger", "9")],
    )
    page = reader.get(f"/collaborations/{key}").text
    said = text_of(page)
    for text in (
        "Going on from 1 January 2024",
        "At spise sammen",
        "Huset Public body vært from 1 February 2024",
        "Area Valby; Vanløse",
        "Funded by Puljen",
        "125,000",
        "Older people",
        "ansøgninger (9)",
    ):
        assert text in said
    assert f'href="/organisations/{a}"' in page
    assert "/edit" not in page


def test_one_button_of_the_way_stands_out(installation: Installation, editor: Client) -> None:
    members = [make_organisation(installation, name) for name in ("Abe", "Bi")]
    now = make_collaboration(installation, "Fest", members)
    page = editor.get(f"/collaborations/{now}").text
    found = re.findall(r'class="button button-primary" href="([^"]+)"', page)
    assert found == [f"/collaborations/{now}/parties"]


def test_a_collaboration_is_added_with_participants_by_name(
    installation: Installation, editor: Client
) -> None:
    first = make_organisation(installation, "Huset")
    make_organisation(installation, "Ørnens Rede")
    sent = form_on(editor.get(f"/collaborations/new?participant={first}").text)
    assert (sent["participants-0-organisation"], sent["participants-0-organisation_id"]) == (
        "Huset",
        first,
    )
    sent["title"] = "Fællesspisning"
    sent["start"], sent["end"] = "2026-01-01", "2027-01-01"
    sent["participants-1-organisation"] = "oernens rede"
    sent["participants-1-role"] = "kok"
    sent["area"] = "Valby ; Vanløse"
    answer = editor.post("/collaborations/new", data=sent)
    assert answer.status_code == 303
    said = text_of(editor.get(answer.location).text)
    assert "The collaboration has been added." in said
    assert "Ørnens Rede Not known kok" in said
    assert "Area Valby; Vanløse" in said


def test_one_participant_is_noted(installation: Installation, editor: Client) -> None:
    make_organisation(installation, "Huset")
    sent = form_on(editor.get("/collaborations/new").text)
    sent["title"], sent["participants-0-organisation"] = "Fest", "Huset"
    answer = editor.post("/collaborations/new", data=sent)
    assert "Only one organisation takes part" in text_of(editor.get(answer.location).text)


def test_what_is_wrong_is_said_at_its_field(installation: Installation, editor: Client) -> None:
    sent = form_on(editor.get("/collaborations/new").text)
    sent["start"], sent["end"] = "2026-02-01", "2026-01-01"
    sent["participants-1-organisation"] = "Findes Ikke"
    answer = editor.post("/collaborations/new", data=sent)
    assert answer.status_code == 422
    for name in ("title", "end", "participants-1-organisation"):
        assert f'href="#{name}"' in answer.text
        assert re.search(rf'id="{name}"[^>]*aria-invalid="true"', answer.text)
    assert form_on(answer.text)["participants-1-organisation"] == "Findes Ikke"


def test_saving_the_form_as_it_stands_changes_nothing(
    installation: Installation, editor: Client
) -> None:
    key = make_collaboration(
        installation,
        "Fest",
        [make_participant(make_organisation(installation), role="vært", until="2020-01-01")],
        start="2026-02-02",
        end="2026-01-01",
        funding_amount=0.5,
        agreement="none",
        area="Valby; Vanløse",
        themes=["shared-meals"],
    )
    sent = form_on(editor.get(f"/collaborations/{key}/edit").text)
    answer = editor.post(f"/collaborations/{key}/edit", data=sent)
    assert answer.status_code == 303
    assert edit_collaboration(installation, EDITOR, key).version == 1


def test_rows_are_added_and_emptied_rows_are_left_out(
    installation: Installation, editor: Client
) -> None:
    a, b = (make_organisation(installation, name) for name in ("A", "B"))
    key = make_collaboration(installation, "Fest", [a, b])
    sent = form_on(editor.get(f"/collaborations/{key}/edit").text)
    more = editor.post(
        f"/collaborations/{key}/edit", data={**sent.to_dict(), "add": "participants"}
    )
    sent = form_on(more.text)
    assert "participants-4-organisation" in sent
    for name in [name for name in sent if name.startswith("participants-0-")]:
        sent[name] = ""
    editor.post(f"/collaborations/{key}/edit", data=sent)
    rows = edit_collaboration(installation, EDITOR, key).form.rows["participants"]
    assert [row["organisation"] for row in rows] == ["B"]


def test_a_deleted_one_is_brought_back(installation: Installation, editor: Client) -> None:
    key = make_collaboration(installation, "Fest", [make_organisation(installation)])
    page = editor.get(editor.post(f"/collaborations/{key}/delete").location).text
    assert "Fest has been deleted" in text_of(page)
    undo = re.search(r'action="(/history/\d+/undo)"', page)
    assert undo is not None
    editor.post(undo[1])
    assert editor.get(f"/collaborations/{key}").status_code == 200


def test_readers_may_not_write(installation: Installation, reader: Client) -> None:
    key = make_collaboration(installation, "Fest")
    for path in ("new", f"{key}/edit", f"{key}/delete"):
        assert reader.post(f"/collaborations/{path}").status_code == 403


def test_the_number_of_queries_does_not_grow_with_the_list(
    installation: Installation, editor: Client, queries: Queries
) -> None:
    def asked(path: str) -> int:
        editor.get(path)
        with queries() as sent:
            assert editor.get(path).status_code == 200
        return len(sent)

    keys = [make_organisation(installation, f"Nr. {number}") for number in range(20)]
    small = make_collaboration(installation, "Lille", keys[:2])
    few = (asked("/collaborations"), asked(f"/collaborations/{small}"))
    large = make_collaboration(installation, "Stor", keys)
    for number in range(20):
        make_collaboration(installation, f"Sag {number}", keys[:3])
    many = (asked("/collaborations"), asked(f"/collaborations/{large}"))
    assert many == few
    assert few[0] <= 5
    assert few[1] <= 27
