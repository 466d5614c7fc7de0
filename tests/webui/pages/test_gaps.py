"""`/maps/gaps`: from what is missing to a shortlist."""

from __future__ import annotations

import io
import re
from collections.abc import Callable
from typing import Any
from urllib.parse import parse_qs, urlsplit

import openpyxl
import pytest

from matcher.services.installation import Installation
from matcher.store import documents
from tests.factories import make_collaboration, make_organisation, make_shortlist
from tests.webui.conftest import Client
from tests.webui.filled import text_of
from webui.pages import gaps

ROOM = "/maps/gaps/ties?gap=capacities&a=meeting-room&b=Valby"


@pytest.fixture
def town(installation: Installation) -> None:
    """In Valby one needs a room that one in Vesterbro offers; a hidden one offers it, too."""
    valby = {"municipality": "København", "district": "Valby"}
    west = {"municipality": "København", "district": "Vesterbro"}
    make_organisation(
        installation, "Koret", id="choir", sector="association", needs=["meeting-room"],
        themes=["loneliness"], **valby,
    )  # fmt: skip
    make_organisation(
        installation, "Salen", id="hall", sector="business", offers=["meeting-room"], **west
    )
    make_organisation(
        installation, "Skjult Sal", id="gone", hidden=True, offers=["meeting-room"], **west
    )
    make_organisation(installation, "Naboen", id="friend", sector="association", **valby)
    make_collaboration(installation, "Sang", ["choir", "friend"], start="2025-01-01")


@pytest.fixture
def reader(client_as: Callable[..., Client]) -> Client:
    return client_as("reader", "en")


@pytest.fixture
def editor(client_as: Callable[..., Client]) -> Client:
    return client_as("editor", "en")


def kept(installation: Installation) -> list[dict[str, Any]]:
    with installation.reading() as session:
        return list(documents.read(session, "shortlist").values())


@pytest.mark.usefixtures("town")
def test_the_page_says_what_is_missing_and_on_how_much_that_rests(reader: Client) -> None:
    page = reader.get("/maps/gaps").text
    told = text_of(page)
    assert "Ties are known for 50 % of the 4 organisations." not in told  # three are shown
    assert "Ties are known for 67 % of the 3 organisations." in told
    assert "Meeting room, Valby: 1 organisation needs it, and no other there offers it." in told
    assert "Skjult" not in page
    assert page.count('data-role="gap-table"') >= 2
    assert 'data-role="heat"' in page
    assert "need and no offer: 1 organisation, 1 of 1 needs unmet" in told


@pytest.mark.usefixtures("town")
def test_a_gap_leads_to_ties_with_reasons_and_a_reader_may_not_keep_them(reader: Client) -> None:
    page = reader.get(ROOM).text
    told = text_of(page)
    assert "Koret – Salen" in told
    assert re.search(r"Fits \d\.\d\d of [\d.]+ points; meets 1 need\.", told)
    assert "They offer what you need" in told
    assert 'data-role="reason"' in page
    assert 'data-role="add-to-shortlist"' not in page
    assert reader.post(ROOM, data={"tie": "choir:hall"}).status_code == 403


@pytest.mark.usefixtures("town")
def test_one_click_puts_a_candidate_on_the_askers_own_shortlist(
    editor: Client, installation: Installation
) -> None:
    sent = {"tie": "choir:hall", "gap": "capacities", "a": "meeting-room", "b": "Valby"}
    assert 'value="choir:hall" data-role="add-to-shortlist"' in editor.get(ROOM).text
    answer = editor.post("/maps/gaps/ties", data=sent)
    assert (answer.status_code, answer.location) == (303, ROOM)
    (made,) = kept(installation)
    assert (made["title"], made["organisation"]) == ("Partners for Koret", "choir")
    (entry,) = made["entries"]
    assert entry["organisation"] == "hall"
    assert entry["why"]["asker"] == "choir"
    page = editor.get(ROOM).text
    assert "Salen is on the shortlist “Partners for Koret” now." in page
    assert 'data-role="kept-on"' in page
    # A second click makes no second shortlist.
    editor.post("/maps/gaps/ties", data=sent)
    assert [len(each["entries"]) for each in kept(installation)] == [1]


@pytest.mark.usefixtures("town")
def test_a_shortlist_that_is_chosen_is_used_and_stays_chosen(
    editor: Client, installation: Installation
) -> None:
    key = make_shortlist(installation, "Høstfesten")
    sent = {"tie": "choir:hall", "gap": "capacities", "a": "meeting-room", "b": "Valby"}
    answer = editor.post("/maps/gaps/ties", data={**sent, "shortlist": key})
    assert f"shortlist={key}" in answer.location
    (only,) = kept(installation)
    assert [entry["organisation"] for entry in only["entries"]] == ["hall"]
    assert f'<option value="{key}" selected>' in editor.get(answer.location).text


@pytest.mark.usefixtures("town")
def test_what_cannot_be_kept_is_said_on_the_page(
    editor: Client, installation: Installation
) -> None:
    key = make_shortlist(installation, "For Salen", "hall")
    sent = {"tie": "choir:hall", "gap": "capacities", "a": "meeting-room", "b": "Valby"}
    answer = editor.post("/maps/gaps/ties", data={**sent, "shortlist": key})
    assert answer.status_code == 422
    assert "The shortlist is for Salen itself." in text_of(answer.text)
    assert 'data-role="error-summary"' in answer.text
    assert editor.post("/maps/gaps/ties", data={**sent, "tie": "choir:nobody"}).status_code == 404


@pytest.mark.usefixtures("town")
def test_the_map_marks_the_gap_and_draws_the_ties(reader: Client) -> None:
    answer = reader.get(ROOM.replace("/ties", "/on-map"))
    assert answer.status_code == 302
    asked = parse_qs(urlsplit(answer.location).query)
    assert urlsplit(answer.location).path == "/maps"
    assert asked == {"mark": ["choir", "hall"], "join": ["choir:hall"]}


@pytest.mark.usefixtures("town")
def test_conditions_are_carried_from_page_to_page(reader: Client) -> None:
    page = reader.get("/maps/gaps?area=Valby&sector=association").text
    assert '<option value="Valby" selected>' in page
    assert "area=Valby" in page.split('data-role="helping-ties"')[0].rsplit("<a ", 1)[1]
    assert "concerns the 2 organisations that fit" in text_of(page)
    assert "Conditions on ties" not in text_of(page)
    around = reader.get("/maps/gaps?agreement=oral&around=choir").text
    assert "Conditions on ties" in text_of(around)
    assert '<input type="hidden" name="around" value="choir">' in around
    nobody = reader.get("/maps/gaps?area=Valby&sector=business").text
    assert "Nobody fits these conditions" in nobody
    assert reader.get("/maps/gaps?area=Nowhere").status_code == 422


@pytest.mark.usefixtures("town")
def test_a_gap_that_is_not_there_is_said_plainly(reader: Client) -> None:
    for path in ("/maps/gaps/ties", "/maps/gaps/ties?gap=alone&a=x", "/maps/gaps?table=holes"):
        answer = reader.get(path)
        assert answer.status_code == 404
        assert "This gap is not there any more." in answer.text


def test_one_kind_has_its_own_pages(
    reader: Client, installation: Installation, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(gaps, "ROWS", 4)
    monkeypatch.setattr(gaps, "FIRST_ROWS", 2)
    for at in range(10):
        make_organisation(installation, f"Nr. {at}", id=f"n{at}")
    page = reader.get("/maps/gaps").text
    assert page.count('data-role="gap"') == 2
    assert "10 organisations have no tie that goes on." in text_of(page)
    first = reader.get("/maps/gaps?table=alone").text
    assert first.count('data-role="gap"') == 4
    assert "data-sortable" not in first
    turned = reader.get("/maps/gaps?table=alone&sort=-organisation").text
    assert re.findall(r"Nr\. \d(?=</a>)", turned) == ["Nr. 9", "Nr. 8", "Nr. 7", "Nr. 6"]
    assert 'aria-sort="descending"><a class="sort-button"' in turned
    assert "sort=-organisation" in turned.split('class="pagination"')[1]
    last = reader.get("/maps/gaps?table=alone&page=3").text
    assert last.count('data-role="gap"') == 2
    assert "Nr. 9" in last
    assert reader.get("/maps/gaps?table=alone&page=99").text.count('data-role="gap"') == 2


def test_too_few_known_ties_grey_the_brokers(reader: Client, installation: Installation) -> None:
    for at in range(6):
        make_organisation(installation, f"Nr. {at}", id=f"n{at}")
    make_collaboration(installation, "Et", ["n0", "n1"], start="2025-01-01")
    make_collaboration(installation, "To", ["n0", "n2"], start="2025-01-01")
    page = reader.get("/maps/gaps").text
    assert "That is less than 65 %" in text_of(page)
    assert re.search(r'class="[^"]*gaps__unsure"[^>]*data-kind="brokers"', page)
    assert re.search(r'<li data-kind="brokers" class="gaps__unsure">', page)


def test_an_empty_network_says_how_to_begin(
    reader: Client, client_as: Callable[..., Client]
) -> None:
    assert "There is no network yet" in reader.get("/maps/gaps").text
    assert 'href="/import"' in client_as("editor").get("/maps/gaps").text


def test_with_one_organisation_there_is_one_gap_and_nobody_to_propose(
    reader: Client, installation: Installation
) -> None:
    make_organisation(installation, "Ene", id="lone")
    assert "Ene" in reader.get("/maps/gaps").text
    assert "No tie to propose" in reader.get("/maps/gaps/ties?gap=alone&a=lone").text
    assert reader.get("/maps/gaps/on-map?gap=alone&a=lone").status_code == 302


@pytest.mark.usefixtures("town")
def test_the_tables_are_taken_along(reader: Client) -> None:
    answer = reader.get("/maps/gaps/gaps.xlsx")
    assert answer.headers["Content-Disposition"].startswith("attachment; filename=gaps-")
    assert len(openpyxl.load_workbook(io.BytesIO(answer.data)).sheetnames) == 8
    table = reader.get("/maps/gaps/gaps.csv?table=capacities")
    assert "Meeting room;Valby;1;Salen" in table.data.decode("utf-8-sig")
    assert reader.get("/maps/gaps/gaps.csv?table=holes").status_code == 404


def test_a_link_to_the_map_does_not_open_them(client_as: Callable[..., Client]) -> None:
    for path in ("/maps/gaps", ROOM, "/maps/gaps/gaps.xlsx"):
        assert client_as("link").get(path).status_code == 403


@pytest.mark.usefixtures("town")
def test_it_asks_the_database_only_so_often(reader: Client, queries: Any) -> None:
    reader.get("/maps/gaps")
    with queries() as sent:
        reader.get("/maps/gaps")
    assert len(sent) <= 8, sent
    with queries() as sent:
        reader.get(ROOM)
    assert len(sent) <= 12, sent
