"""The pages of organisations: list, profile, form, hiding and deleting."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import pytest

from matcher.services.installation import Installation
from matcher.services.organisations import edit_organisation
from tests.factories import (
    EDITOR,
    make_capacity,
    make_collaboration,
    make_organisation,
    make_tie,
)
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


def values(installation: Installation, key: str) -> dict[str, str]:
    """What the form of an organisation says now."""
    return dict(edit_organisation(installation, EDITOR, key).form.values)


@pytest.mark.parametrize("text", ["Åse", "aase", "AASE"])
def test_the_list_knows_danish(installation: Installation, reader: Client, text: str) -> None:
    make_organisation(installation, "Åse Hansens Fond")
    make_organisation(installation, "Zoologisk Have")
    page = reader.get("/organisations", query_string={"text": text}).text
    assert "Åse Hansens Fond" in page
    assert "Zoologisk Have" not in page
    assert "1 organisation" in text_of(page)


def test_filters_stay_filled_in_and_pages_keep_them(
    installation: Installation, reader: Client
) -> None:
    for number in range(51):
        make_organisation(installation, f"Nr. {number:02}", sector="public", themes=["green-city"])
    asked = {"sector": "public", "theme": "green-city"}
    page = reader.get("/organisations", query_string=asked).text
    assert re.search(r'<option value="public" selected', page)
    assert "/organisations?sector=public&amp;theme=green-city&amp;page=2" in page
    assert "Nr. 50" in reader.get("/organisations", query_string={**asked, "page": 2}).text


def test_an_empty_list_says_what_to_do(reader: Client, editor: Client) -> None:
    assert "An editor can add or import them" in text_of(reader.get("/organisations").text)
    assert 'href="/organisations/new"' in editor.get("/organisations").text
    assert "No organisation fits" in text_of(reader.get("/organisations?text=x").text)


@pytest.mark.parametrize(
    "query", ["page=0", "page=-1", "page=x", "sector=x&area=%01", "theme='", "text=%01a"]
)
def test_an_odd_question_gets_an_answer(reader: Client, query: str) -> None:
    assert reader.get(f"/organisations?{query}").status_code == 200


def test_readers_see_no_contact_person_notes_or_buttons_that_write(
    installation: Installation, reader: Client, editor: Client
) -> None:
    key = make_organisation(
        installation, contact_person="Kim Hemmelig", notes="Ring ikke", phone="00000000"
    )
    secret = ("Kim Hemmelig", "Ring ikke", "00000000")
    seen = reader.get(f"/organisations/{key}").text
    assert not any(text in seen for text in secret)
    assert "only editors see" in text_of(seen)
    assert "/edit" not in seen
    assert "/delete" not in seen
    seen = editor.get(f"/organisations/{key}").text
    assert all(text in seen for text in secret)
    assert "They have not said whether" in text_of(seen)
    for address in ("edit", "history"):
        assert f"/organisations/{key}/{address}" in seen


def test_contact_points_that_may_be_passed_on_are_seen_by_readers(
    installation: Installation, reader: Client
) -> None:
    key = make_organisation(installation, email="post@huset.example", may_pass_on=True)
    page = reader.get(f"/organisations/{key}").text
    assert "post@huset.example" in page
    assert "ask first" not in page


def test_the_page_shows_everything_there_is(installation: Installation, reader: Client) -> None:
    parent = make_organisation(installation, "Kommunen")
    other = make_organisation(installation, "Naboen")
    key = make_organisation(
        installation,
        "Huset <på> Bakken",
        parent=parent,
        sector="public",
        description="Første linje\nAnden linje",
        website="javascript:alert(1)",
        offers=[make_capacity("meeting-room", amount=2.0, unit="lokaler", note="kun hverdage")],
        needs=[make_capacity("volunteers", until="2020-01-31")],
        themes=["loneliness"],
        sources=[("frivilliglisten", "17")],
    )
    make_organisation(installation, "Loftet", parent=key)
    make_collaboration(installation, "Fællesspisning", [key, other], agreement="oral")
    make_tie(installation, key, other, source="spørgeskema", reporter="formanden", confidence=0.8)
    page = reader.get(f"/organisations/{key}").text
    said = text_of(page)
    for text in (
        "Huset <på> Bakken",
        "Part of Kommunen",
        "Meeting room · 2 lokaler kun hverdage",
        "Volunteers · until 31 January 2020 Over",
        "Loneliness and togetherness",
        "frivilliglisten (17)",
        "Loftet",
        "Fællesspisning Naboen Going on Oral agreement",
        "spørgeskema Reported by formanden",
        "80 % sure",
        "Find partners",
        "Show on map",
    ):
        assert text in said
    assert "Første linje<br>Anden linje" in page
    assert 'href="javascript:' not in page
    assert f'href="/organisations/{key}/partners"' in page
    assert f'href="/maps?around={key}"' in page


@pytest.mark.parametrize("path", ["", "/edit"])
def test_what_is_not_there_is_a_404(editor: Client, path: str) -> None:
    assert editor.get(f"/organisations/nobody{path}").status_code == 404


def test_the_number_of_queries_does_not_grow_with_the_list(
    installation: Installation, editor: Client, queries: Queries
) -> None:
    def asked(path: str) -> int:
        editor.get(path)
        with queries() as sent:
            assert editor.get(path).status_code == 200
        return len(sent)

    hub = make_organisation(installation, "Midten")
    few = (asked("/organisations"), asked(f"/organisations/{hub}"), asked("/search?text=n"))
    for number in range(30):
        key = make_organisation(installation, f"Nr. {number}", sector="public", parent=hub)
        make_collaboration(installation, f"Sag {number}", [hub, key])
        make_tie(installation, hub, key)
    many = (asked("/organisations"), asked(f"/organisations/{hub}"), asked("/search?text=n"))
    assert many == few
    assert few[0] <= 6
    assert few[1] <= 13
    assert few[2] <= 3


def test_saving_the_form_as_it_stands_changes_nothing(
    installation: Installation, editor: Client
) -> None:
    key = make_organisation(
        installation,
        "Østre Ældreklub",
        sector="association",
        kind="sports-club",
        parent=make_organisation(installation, "Kommunen"),
        description="To\nlinjer",
        lat=55.661,
        lon=12.5,
        hidden=True,
        may_pass_on=False,
        open_to_partners=True,
        offers=[make_capacity("meeting-room", amount=1.125, until="2030-01-01"), "volunteers"],
        themes=["loneliness"],
        target_groups=["older-people"],
    )
    sent = form_on(editor.get(f"/organisations/{key}/edit").text)
    answer = editor.post(f"/organisations/{key}/edit", data=sent)
    assert (answer.status_code, answer.location) == (303, f"/organisations/{key}")
    assert "Nothing was changed" in text_of(editor.get(answer.location).text)
    assert edit_organisation(installation, EDITOR, key).version == 1


def test_an_organisation_is_added_with_its_rows(installation: Installation, editor: Client) -> None:
    sent = form_on(editor.get("/organisations/new").text)
    sent["name"], sent["sector"] = "Ørnens Rede", "association"
    sent["offers-0-term"], sent["offers-0-when"] = "meeting-room", "om aftenen"
    sent["needs-1-term"] = "volunteers"
    sent.setlist("themes", ["loneliness", "sport"])
    answer = editor.post("/organisations/new", data=sent)
    assert answer.status_code == 303
    said = text_of(editor.get(answer.location).text)
    assert "The organisation has been added." in said
    assert "Meeting room · om aftenen" in said
    assert "Sport and exercise" in said


def test_what_is_wrong_comes_first_and_what_was_typed_is_kept(editor: Client) -> None:
    sent = form_on(editor.get("/organisations/new").text)
    sent["cvr"], sent["town"], sent["offers-1-note"] = "12345678", "Valby", "kun hverdage"
    answer = editor.post("/organisations/new", data=sent)
    assert answer.status_code == 422
    page = answer.text
    summary = page[page.index('data-role="error-summary"') :]
    for name, text in (
        ("name", "Write the name."),
        ("cvr", "its check digit does not fit"),
        ("offers-1-term", "Choose what it is."),
    ):
        assert re.search(rf'href="#{name}">[^<]*{text}', summary)
        assert re.search(rf'id="{name}"[^>]*aria-invalid="true"', page)
    kept = form_on(page)
    assert (kept["cvr"], kept["town"], kept["offers-1-note"]) == (
        "12345678",
        "Valby",
        "kun hverdage",
    )


def test_rows_are_added_and_taken_away_without_a_script(editor: Client) -> None:
    sent = form_on(editor.get("/organisations/new").text)
    rows = sum(name.endswith("-term") and name.startswith("offers") for name in sent)
    sent["offers-0-note"], sent["offers-1-note"], sent["name"] = "et", "to", ""
    answer = editor.post("/organisations/new", data={**sent.to_dict(), "add": "offers"})
    assert answer.status_code == 200
    assert "error-summary" not in answer.text
    more = form_on(answer.text)
    assert f"offers-{rows + 1}-term" in more
    assert re.search(rf'id="offers-{rows}-term"[^>]*autofocus', answer.text)
    fewer = form_on(
        editor.post("/organisations/new", data={**more.to_dict(), "remove": "offers-0"}).text
    )
    assert fewer["offers-0-note"] == "to"
    assert f"offers-{rows + 1}-term" not in fewer


def test_somebody_who_was_quicker_is_shown_and_nothing_typed_is_lost(
    installation: Installation, editor: Client
) -> None:
    key = make_organisation(installation, "Huset", phone="1")
    mine = form_on(editor.get(f"/organisations/{key}/edit").text)
    theirs = mine.copy()
    theirs["phone"] = "2"
    editor.post(f"/organisations/{key}/edit", data=theirs)
    mine["town"] = "Valby"
    answer = editor.post(f"/organisations/{key}/edit", data=mine)
    assert answer.status_code == 409
    said = text_of(answer.text)
    assert "Somebody else has changed this" in said
    assert "Phone : from 1 to 2" in said
    again = form_on(answer.text)
    assert (again["phone"], again["town"]) == ("2", "Valby")
    assert editor.post(f"/organisations/{key}/edit", data=again).status_code == 303
    saved = values(installation, key)
    assert (saved["phone"], saved["town"]) == ("2", "Valby")


def test_a_form_without_its_version_does_not_overwrite(
    installation: Installation, editor: Client
) -> None:
    key = make_organisation(installation, "Huset")
    sent = form_on(editor.get(f"/organisations/{key}/edit").text)
    for version in ("", "x", "0"):
        sent["version"] = version
        assert editor.post(f"/organisations/{key}/edit", data=sent).status_code == 409


def test_what_others_use_is_not_deleted_but_can_be_hidden(
    installation: Installation, editor: Client, reader: Client
) -> None:
    key = make_organisation(installation, "Huset")
    make_collaboration(installation, "Fest", [key])
    answer = editor.post(f"/organisations/{key}/delete")
    assert answer.status_code == 409
    assert "Huset cannot be deleted: it has 1 collaboration." in text_of(answer.text)
    assert "Hide it instead" in text_of(answer.text)
    answer = editor.post(f"/organisations/{key}/hide", data={"hidden": "1"})
    assert answer.status_code == 303
    assert "Huset" not in reader.get("/organisations").text
    assert "left out of search" in text_of(reader.get(f"/organisations/{key}").text)
    editor.post(f"/organisations/{key}/hide", data={"hidden": ""})
    assert "Huset" in reader.get("/organisations").text


def test_a_deleted_one_is_brought_back_from_its_history(
    installation: Installation, editor: Client
) -> None:
    key = make_organisation(installation, "Huset", phone="1")
    answer = editor.post(f"/organisations/{key}/delete")
    assert answer.location == f"/organisations/{key}/history"
    page = editor.get(answer.location).text
    assert "Huset has been deleted" in text_of(page)
    assert editor.get(f"/organisations/{key}").status_code == 404
    undo = re.search(r'action="(/history/\d+/undo)"', page)
    assert undo is not None
    assert editor.post(undo[1]).status_code == 303
    assert values(installation, key)["phone"] == "1"


@pytest.mark.parametrize("path", ["new", "{key}/edit", "{key}/delete", "{key}/hide"])
def test_readers_may_not_write(installation: Installation, reader: Client, path: str) -> None:
    key = make_organisation(installation, "Huset")
    answer = reader.post(f"/organisations/{path.format(key=key)}", data={"name": "Hytten"})
    assert answer.status_code == 403
    assert values(installation, key)["name"] == "Huset"


def test_danish_is_spoken_to_danes(installation: Installation, client_as: ClientAs) -> None:
    key = make_organisation(installation, "Huset", offers=["meeting-room"])
    page = client_as("reader").get(f"/organisations/{key}", headers={"Accept-Language": "da"}).text
    assert '<html lang="da">' in page
    assert "Mødelokale" in page
