"""`/shortlists` and one shortlist: who sees what, what can be changed, the files."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Callable
from datetime import date
from html import unescape
from typing import Any

import openpyxl
import pytest
from openpyxl.worksheet.worksheet import Worksheet

from matcher.recipe import load_recipe
from matcher.services.access import OPERATOR
from matcher.services.installation import Installation
from matcher.services.links import ShareOptions, share
from matcher.services.shortlists import (
    add_candidate,
    change_note,
    list_shortlists,
    show_shortlist,
)
from tests.factories import EDITOR, READER, make_shortlist, make_step
from tests.neighbourhood import make_neighbourhood
from tests.webui.conftest import Client

ENGLISH = {"Accept-Language": "en"}


@pytest.fixture
def shortlist(installation: Installation) -> str:
    """For the house: the school, met, with a note, and the café, whose contacts stay here."""
    make_neighbourhood(installation, kind="music-school", target_group="older-people")
    key = make_shortlist(installation, "Høstfest", "house")
    for candidate in ("school", "cafe"):
        add_candidate(installation, EDITOR, candidate, key, as_of=date(2026, 3, 1))
    make_step(installation, key, "school", "met", note="De vil gerne", next_day="2099-01-01")
    change_note(installation, EDITOR, key, "school", "Ring igen")
    return key


@pytest.fixture
def reader(client_as: Callable[[str], Client]) -> Client:
    return client_as("reader")


@pytest.fixture
def editor(client_as: Callable[[str], Client]) -> Client:
    return client_as("editor")


@pytest.fixture
def holder(client: Client, installation: Installation, shortlist: str) -> Client:
    """Somebody with a link to the shortlist and no account."""
    made = share(installation, OPERATOR, "shortlist", shortlist, ShareOptions(label="Bestyrelsen"))
    assert client.get(made.path).location == f"/shortlists/{shortlist}"
    return client


def text_of(client: Client, path: str) -> str:
    """The page in English, entities read."""
    answer = client.get(path, headers=ENGLISH)
    assert answer.status_code == 200, answer.text
    return unescape(answer.text)


def entries_in(page: str) -> list[str]:
    """The part of the page that each candidate takes."""
    return page.split('data-role="shortlist-entry"')[1:]


def test_the_list_tells_title_owner_and_how_far(reader: Client, shortlist: str) -> None:
    page = text_of(reader, "/shortlists")
    assert f'href="/shortlists/{shortlist}"' in page
    assert 'href="/organisations/house"' in page
    assert "2 candidates: 1 suggested, 1 met" in page
    assert "New shortlist" not in page


def test_without_shortlists_the_list_says_how_to_begin(reader: Client) -> None:
    assert "There are no shortlists yet" in text_of(reader, "/shortlists")


def test_a_shortlist_is_made_and_opened(editor: Client, installation: Installation) -> None:
    make_neighbourhood(installation, kind="music-school", target_group="older-people")
    sent = {"title": "Sommerfest", "organisation": "kulturhuset"}
    answer = editor.post("/shortlists", data=sent)
    (line,) = list_shortlists(installation, READER)
    assert (answer.status_code, answer.location) == (303, f"/shortlists/{line.id}")
    assert line.organisation == ("house", "Kulturhuset")
    page = text_of(editor, answer.location)
    assert "Nobody is on this shortlist yet" in page
    assert f'href="/organisations/house/partners?shortlist={line.id}"' in page


def test_a_shortlist_that_cannot_be_made_keeps_what_was_typed(editor: Client) -> None:
    sent = {"title": "", "organisation": "Findes <ikke>"}
    answer = editor.post("/shortlists", data=sent, headers=ENGLISH)
    page = unescape(answer.text)
    assert answer.status_code == 422
    assert 'data-role="error-summary"' in page
    assert 'href="#title"' in page
    assert "Write a title." in page
    assert 'value="Findes &lt;ikke&gt;"' in answer.text


def test_each_candidate_keeps_its_reasons_status_and_note(reader: Client, shortlist: str) -> None:
    school, cafe = entries_in(text_of(reader, f"/shortlists/{shortlist}"))
    assert "Met" in school
    assert "Ring igen" in school
    assert "They offer what you need: Meeting room." in school
    assert "You work with Brobyggerne, who has worked with Ålholm Skole." in school
    assert "As it was on 1 March 2026." in school
    assert school.count('data-role="reason"') == len(load_recipe("partners").weights)
    assert "Suggested" in cafe


def test_contact_points_are_shown_to_those_who_may_see_them(
    reader: Client, editor: Client, holder: Client, shortlist: str
) -> None:
    path = f"/shortlists/{shortlist}"
    for client, person, cafe_mail in (
        (editor, True, True),
        (reader, False, False),
        (holder, False, False),
    ):
        school, cafe = entries_in(text_of(client, path))
        assert "kontor@skole.example" in school
        assert ("Kim Prøve" in school) is person
        assert ("hej@cafe.example" in cafe) is cafe_mail
        assert ("70 99 99 99" in cafe) is cafe_mail
        assert "passed on" in cafe


def test_a_link_shows_the_list_and_lets_nothing_be_done(holder: Client, shortlist: str) -> None:
    path = f"/shortlists/{shortlist}"
    page = text_of(holder, path)
    assert len(entries_in(page)) == 2
    assert "Ring igen" not in page
    assert "De vil gerne" not in page
    assert EDITOR.name not in page
    assert "2099" not in page
    assert "<select" not in page
    main = page[page.index("<main") : page.index("</main>")]
    assert "<form" not in main
    assert 'href="/organisations' not in page
    assert 'data-role="export-xlsx"' not in page
    assert holder.get(f"{path}/export.xlsx").status_code == 403
    assert holder.get("/shortlists").status_code == 403
    sent = {"state-cafe": "agreed", "day-cafe": "2026-03-01"}
    assert holder.post(f"{path}/candidates/cafe/steps", data=sent).status_code == 403


def test_a_note_is_saved_for_one_candidate(
    editor: Client, installation: Installation, shortlist: str
) -> None:
    sent = {"note-cafe": "Skrev\r\ntil dem", "note-before-cafe": ""}
    answer = editor.post(f"/shortlists/{shortlist}/candidates/cafe/note", data=sent)
    assert answer.status_code == 303
    assert answer.location == f"/shortlists/{shortlist}#candidate-cafe"
    school, cafe = show_shortlist(installation, READER, shortlist).entries
    assert (cafe.note, school.note) == ("Skrev\ntil dem", "Ring igen")


def test_who_saves_a_note_second_is_told_and_loses_nothing(
    editor: Client, installation: Installation, shortlist: str
) -> None:
    sent = {"note-school": "Min note", "note-before-school": ""}
    path = f"/shortlists/{shortlist}/candidates/school/note"
    answer = editor.post(path, data=sent, headers=ENGLISH)
    page = unescape(answer.text)
    assert answer.status_code == 409
    assert 'href="#note-school"' in page
    assert "Somebody else wrote: Ring igen" in page
    assert re.search(r'<textarea[^>]*id="note-school"[^>]*>Min note</textarea>', page)
    assert 'name="note-before-school" value="Ring igen"' in page
    assert show_shortlist(installation, READER, shortlist).entries[0].note == "Ring igen"
    again = editor.post(path, data={**sent, "note-before-school": "Ring igen"})
    assert again.status_code == 303
    assert show_shortlist(installation, READER, shortlist).entries[0].note == "Min note"


def test_candidates_are_moved_and_taken_off(
    editor: Client, installation: Installation, shortlist: str
) -> None:
    base = f"/shortlists/{shortlist}/candidates/cafe"
    assert editor.post(f"{base}/move/up").status_code == 303
    entries = show_shortlist(installation, READER, shortlist).entries
    assert [entry.id for entry in entries] == ["cafe", "school"]
    assert editor.post(f"{base}/remove").status_code == 303
    entries = show_shortlist(installation, READER, shortlist).entries
    assert [entry.id for entry in entries] == ["school"]
    assert editor.post(f"{base}/remove").status_code == 404
    assert editor.post(f"{base}/move/sideways").status_code == 404


def test_somebody_is_put_on_it_by_name(
    editor: Client, installation: Installation, shortlist: str
) -> None:
    path = f"/shortlists/{shortlist}/candidates"
    answer = editor.post(path, data={"candidate": "brobyg", "candidate_id": ""})
    assert answer.location == f"/shortlists/{shortlist}#candidate-bridge"
    assert len(show_shortlist(installation, READER, shortlist).entries) == 3


@pytest.mark.parametrize(
    ("name", "status", "said"),
    [
        ("Ålholm Skolee", 404, "Did you mean Ålholm Skole"),
        ("Kulturhuset", 422, "The shortlist is for Kulturhuset itself."),
        ("", 404, "No organisation is called"),
    ],
)
def test_a_name_that_fits_nobody_is_said_at_the_field(
    editor: Client, shortlist: str, name: str, status: int, said: str
) -> None:
    answer = editor.post(
        f"/shortlists/{shortlist}/candidates", data={"candidate": name}, headers=ENGLISH
    )
    page = unescape(answer.text)
    assert answer.status_code == status
    assert 'href="#candidate"' in page
    assert said in page
    assert len(entries_in(page)) == 2


def test_title_and_owner_are_changed(
    editor: Client, installation: Installation, shortlist: str
) -> None:
    before = {
        "before-title": "Høstfest",
        "before-organisation": "Kulturhuset",
        "before-organisation_id": "house",
    }
    sent = {**before, "title": "Sommerfest", "organisation": "", "organisation_id": "house"}
    assert editor.post(f"/shortlists/{shortlist}", data=sent).status_code == 303
    shown = show_shortlist(installation, READER, shortlist)
    assert (shown.title, shown.organisation) == ("Sommerfest", None)
    clash = editor.post(
        f"/shortlists/{shortlist}", data={**sent, "title": "Vinterfest"}, headers=ENGLISH
    )
    page = unescape(clash.text)
    assert clash.status_code == 409
    assert "Somebody else wrote: Sommerfest" in page
    assert 'value="Vinterfest"' in page
    assert 'name="before-title" value="Sommerfest"' in page


def test_a_shortlist_is_deleted_and_its_history_stays(
    editor: Client, installation: Installation, shortlist: str
) -> None:
    answer = editor.post(f"/shortlists/{shortlist}/delete")
    assert answer.location == f"/history/shortlist/{shortlist}"
    assert list_shortlists(installation, READER) == ()
    assert editor.get(f"/shortlists/{shortlist}").status_code == 404
    assert editor.get(answer.location).status_code == 200


def test_one_organisation_is_put_on_a_shortlist_from_its_page(
    editor: Client, installation: Installation, shortlist: str
) -> None:
    page = text_of(editor, "/shortlists/add?organisation=bridge")
    assert "Put Brobyggerne on a shortlist" in page
    assert "Høstfest (for Kulturhuset)" in page
    answer = editor.post("/shortlists/add", data={"organisation": "bridge", "shortlist": shortlist})
    assert answer.location == f"/shortlists/{shortlist}#candidate-bridge"
    wrong = {"organisation": "bridge", "shortlist": "", "title": ""}
    refused = editor.post("/shortlists/add", data=wrong, headers=ENGLISH)
    assert refused.status_code == 422
    assert "Write a title." in refused.text
    assert editor.get("/shortlists/add?organisation=nobody").status_code == 404


def test_the_workbook_is_what_the_page_shows(reader: Client, shortlist: str) -> None:
    page = text_of(reader, f"/shortlists/{shortlist}")
    link = re.search(r'href="([^"]+)"[^>]*data-role="export-xlsx"', page)
    assert link is not None
    answer = reader.get(link[1], headers=ENGLISH)
    assert answer.status_code == 200
    assert answer.mimetype.endswith("spreadsheetml.sheet")
    assert "attachment" in answer.headers["Content-Disposition"]
    assert ".xlsx" in answer.headers["Content-Disposition"]
    sheet = openpyxl.load_workbook(io.BytesIO(answer.data)).active
    assert isinstance(sheet, Worksheet)
    rows = [[cell for cell in row if cell is not None] for row in sheet.iter_rows(values_only=True)]
    assert rows[0] == ["Høstfest"]
    school = next(row for row in rows if row and row[0] == "Ålholm Skole")
    shown = re.search(r"<strong>([0-9.]+) of", entries_in(page)[0])
    assert shown is not None
    assert float(shown[1]) in school
    assert "kontor@skole.example" in school
    assert "hej@cafe.example" not in str(rows)


def test_the_csv_speaks_the_language_of_the_reader(reader: Client, shortlist: str) -> None:
    for language, heading in (("da", "Aktør"), ("en", "Organisation")):
        answer = reader.get(
            f"/shortlists/{shortlist}/export.csv", headers={"Accept-Language": language}
        )
        text = answer.data.decode("utf-8-sig")
        (first, *rest) = csv.reader(io.StringIO(text, newline=""), delimiter=";")
        assert first[0] == heading
        assert len(rest) == 2


@pytest.mark.parametrize("ending", ["pdf", "xls", "XLSX"])
def test_there_are_no_other_files(reader: Client, shortlist: str, ending: str) -> None:
    assert reader.get(f"/shortlists/{shortlist}/export.{ending}").status_code == 404


def test_readers_change_nothing(reader: Client, installation: Installation, shortlist: str) -> None:
    before = show_shortlist(installation, READER, shortlist)
    base = f"/shortlists/{shortlist}"
    for path in (
        "/shortlists",
        base,
        f"{base}/delete",
        f"{base}/candidates",
        f"{base}/candidates/cafe/note",
        f"{base}/candidates/cafe/steps",
        f"{base}/candidates/cafe/correct",
        f"{base}/candidates/cafe/take-back",
        f"{base}/candidates/cafe/move/up",
        f"{base}/candidates/cafe/remove",
    ):
        assert reader.post(path, data={"title": "A"}).status_code == 403
    assert show_shortlist(installation, READER, shortlist) == before


def test_a_shortlist_that_is_not_there_is_said(editor: Client) -> None:
    for path in ("/shortlists/none", "/shortlists/none/export.csv"):
        assert editor.get(path).status_code == 404
    assert editor.post("/shortlists/none/candidates", data={"candidate": "x"}).status_code == 404


def test_names_and_notes_are_only_text(
    editor: Client, installation: Installation, shortlist: str
) -> None:
    note = "<b>fed</b> </textarea><script>alert(1)</script>"
    make_step(installation, shortlist, "cafe", "met", note=note)
    change_note(installation, EDITOR, shortlist, "cafe", note)
    page = editor.get(f"/shortlists/{shortlist}").text
    assert "<script>alert" not in page
    assert "&lt;script&gt;alert(1)" in page


def test_the_page_asks_the_database_only_so_often(
    reader: Client, shortlist: str, queries: Any
) -> None:
    reader.get(f"/shortlists/{shortlist}")
    with queries() as sent:
        reader.get(f"/shortlists/{shortlist}")
    assert len(sent) <= 12, sent
