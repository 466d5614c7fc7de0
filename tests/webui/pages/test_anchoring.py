"""The pages of anchoring: money, plan, talks, decisions, what falls."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, timedelta
from types import SimpleNamespace
from typing import Any

import pytest

from matcher.services.anchoring import show_anchoring
from matcher.services.installation import Installation
from tests.factories import (
    EDITOR,
    READER,
    make_collaboration,
    make_organisation,
    make_parties,
)
from tests.webui.conftest import Client
from tests.webui.filled import form_on, text_of

ClientAs = Callable[..., Client]
TODAY = date.today()


@pytest.fixture
def garden(installation: Installation) -> SimpleNamespace:
    """A collaboration of two, paid until some months from now."""
    ids = [make_organisation(installation, name) for name in ("Beboerhuset", "Haveforeningen")]
    key = make_collaboration(
        installation,
        "Haven",
        ids,
        start=TODAY - timedelta(days=400),
        funding_source="Puljen",
        funding_amount=1000.0,
        funding_end=TODAY + timedelta(days=170),
    )
    return SimpleNamespace(key=key, ids=ids, path=f"/collaborations/{key}/anchoring")


def roles(page: str, role: str) -> list[str]:
    """What stands of a role on a page: the tags."""
    return re.findall(rf'<[^>]*data-role="{role}"[^>]*>', page)


@pytest.fixture
def editor(client_as: ClientAs) -> Client:
    return client_as("editor", "en")


@pytest.fixture
def reader(client_as: ClientAs) -> Client:
    return client_as("reader", "en")


def test_readers_see_all_of_it_and_no_button(reader: Client, garden: SimpleNamespace) -> None:
    page = reader.get(garden.path).text
    assert len(roles(page, "talk-now")) == 1
    assert 'data-state="due" data-about="months_6' in page
    main = page[page.index("<main") : page.index("</main>")]
    assert "<button" not in main
    assert "/anchoring/plan" not in main
    for path in ("grants", "plan", "talks/new"):
        assert reader.get(f"{garden.path}/{path}").status_code == 403
    assert reader.post(f"{garden.path}/plan", data={}).status_code == 403


def test_a_grant_is_moved_and_the_talks_move_along(
    installation: Installation, editor: Client, garden: SimpleNamespace
) -> None:
    form = form_on(editor.get(f"{garden.path}/grants").text)
    assert (form["funding_source"], form["funding_amount"]) == ("Puljen", "1000")
    form["funding_end"] = (TODAY + timedelta(days=900)).isoformat()
    form["funding_amount"] = "12.500,50"
    answer = editor.post(f"{garden.path}/grants", data=form)
    assert (answer.status_code, answer.location) == (303, garden.path)
    page = show_anchoring(installation, READER, garden.key, as_of=TODAY)
    assert page.grants[0].amount == 12500.5
    assert [line.state for line in page.talks][-3:] == ["coming"] * 3


def test_what_is_wrong_is_said_and_what_was_typed_stays(
    editor: Client, garden: SimpleNamespace
) -> None:
    form = form_on(editor.get(f"{garden.path}/grants").text)
    form["funding_end"] = (TODAY - timedelta(days=500)).isoformat()
    form["grants-0-source"], form["grants-0-amount"] = "Fonden", "en hel del"
    answer = editor.post(f"{garden.path}/grants", data=form)
    assert answer.status_code == 422
    kept = form_on(answer.text)
    assert (kept["grants-0-source"], kept["grants-0-amount"]) == ("Fonden", "en hel del")
    assert 'href="#funding_end"' in answer.text
    assert 'href="#grants-0-amount"' in answer.text


def test_more_rows_are_there_without_a_script(editor: Client, garden: SimpleNamespace) -> None:
    form = form_on(editor.get(f"{garden.path}/grants").text)
    assert "grants-0-source" not in form, "further grants are few"
    form = form_on(editor.post(f"{garden.path}/grants", data={**form, "add": "grants"}).text)
    form["grants-0-source"] = "Fonden"
    answer = editor.post(f"{garden.path}/grants", data={**form, "add": "grants"})
    kept = form_on(answer.text)
    assert (answer.status_code, kept["grants-0-source"]) == (200, "Fonden")
    assert "grants-3-source" in kept


def test_a_talk_is_held_with_decisions(
    installation: Installation, editor: Client, garden: SimpleNamespace
) -> None:
    page = editor.get(f"{garden.path}/talks/new").text
    form = form_on(page)
    assert form["about"].startswith("months_6:")
    form["note-partnerships"], form["log"] = "Vi bliver", "Kort og godt"
    form["decisions-0-what"], form["decisions-0-owner"] = "Søge fonde", "Beboerhuset"
    form["decisions-0-day"] = (TODAY - timedelta(days=1)).isoformat()
    for _ in range(2):
        answer = editor.post(f"{garden.path}/talks/new", data=form)
        assert (answer.status_code, answer.location) == (
            303,
            f"{garden.path}#talk-{form['key']}",
        )
    page = editor.get(garden.path).text
    assert 'data-state="held" data-about="months_6' in page
    assert roles(page, "talk-now") == []
    assert len(roles(page, "decision")) == 1
    said = text_of(page)
    for words in ("Vi bliver", "Kort og godt", "Søge fonde", "Beboerhuset"):
        assert words in said

    (path,) = re.findall(r'action="([^"]*/decisions/[^"]*)"', page)
    assert editor.post(path, data={"done": "1"}).status_code == 303
    assert roles(editor.get(garden.path).text, "decision") == []

    again = form_on(editor.get(f"{garden.path}/talks/{form['key']}").text)
    again["log"] = "Længere"
    assert editor.post(f"{garden.path}/talks/{form['key']}", data=again).status_code == 303
    page = show_anchoring(installation, READER, garden.key, as_of=TODAY)
    assert [line.held.log for line in page.talks if line.held] == ["Længere"]
    answer = editor.post(f"{garden.path}/talks/{form['key']}/delete")
    assert answer.location == f"/history/talk/{form['key']}"
    assert editor.get(answer.location).status_code == 200


def test_two_who_write_are_both_shown(editor: Client, garden: SimpleNamespace) -> None:
    mine = form_on(editor.get(f"{garden.path}/plan").text)
    theirs = {**mine, "what": "Deres"}
    assert editor.post(f"{garden.path}/plan", data=theirs).status_code == 303
    mine["who"] = "Mit"
    answer = editor.post(f"{garden.path}/plan", data=mine)
    assert answer.status_code == 409
    kept = form_on(answer.text)
    assert (kept["what"], kept["who"]) == ("Deres", "Mit")
    assert editor.post(f"{garden.path}/plan", data=kept).status_code == 303
    said = text_of(editor.get(garden.path).text)
    assert "Deres" in said
    assert "Mit" in said


def test_what_falls_is_listed_and_led_to_the_map(reader: Client, garden: SimpleNamespace) -> None:
    page = reader.get(f"{garden.path}/falls").text
    for key in garden.ids:
        assert f"/organisations/{key}" in page
    (address,) = re.findall(r'href="(/maps\?[^"]*)"', page)
    address = address.replace("&amp;", "&")
    shown = reader.get(address)
    assert shown.status_code == 200
    data = reader.get(address.replace("/maps?", "/maps/data?")).json
    assert (len(data["joins"]), len(data["marked"])) == (1, 2)


def test_a_map_with_a_stale_or_strange_address(
    client_as: ClientAs, link_to: Any, reader: Client, garden: SimpleNamespace
) -> None:
    assert reader.get("/maps/data?falls=gone").status_code == 404
    strange = reader.get(f"/maps/data?falls={garden.key}&falls_end=snart")
    assert len(strange.json["joins"]) == 1
    # Who has a link to the map is told nothing of grants.
    assert client_as("link").get(f"/maps/data?falls={garden.key}").json["joins"] == []


def test_addresses_that_lead_nowhere(reader: Client, garden: SimpleNamespace) -> None:
    for path in (
        "/collaborations/gone/anchoring",
        "/collaborations/gone/anchoring/falls",
        f"{garden.path}/falls?end=1999-01-01",
        f"{garden.path}/falls?end=snart",
    ):
        assert reader.get(path).status_code == 404, path


def test_without_an_end_the_page_asks_for_it(
    installation: Installation, editor: Client, garden: SimpleNamespace
) -> None:
    key = make_collaboration(installation, "Uden penge", garden.ids)
    page = editor.get(f"/collaborations/{key}/anchoring").text
    assert len(roles(page, "missing")) == 1
    falls = editor.get(f"/collaborations/{key}/anchoring/falls").text
    assert f"/collaborations/{key}/anchoring/grants" in falls


def test_grants_that_end_are_listed_and_taken_along(
    reader: Client, garden: SimpleNamespace
) -> None:
    page = reader.get("/anchoring").text
    assert f"{garden.path}/falls?end=" in page
    for ending, begins in (("xlsx", b"PK"), ("csv", b"\xef\xbb\xbf")):
        answer = reader.get(f"/anchoring/grants.{ending}")
        assert answer.data.startswith(begins)


def test_names_of_contacts_are_for_editors(
    installation: Installation, editor: Client, reader: Client, garden: SimpleNamespace
) -> None:
    make_parties(installation, garden.key, actor=EDITOR, contact_name="Kontakten")
    assert "Kontakten" in editor.get(garden.path).text
    page = reader.get(garden.path).text
    assert "Kontakten" not in page
    assert len(roles(page, "risk")) == 3


def test_the_collaborations_page_has_the_next_step(
    editor: Client, reader: Client, garden: SimpleNamespace
) -> None:
    for client, buttons in ((editor, 1), (reader, 0)):
        page = client.get(f"/collaborations/{garden.key}").text
        panel = page[page.index('data-role="stage-anchoring"') :]
        panel = panel[: panel.index('data-role="stage-pulse"')]
        assert panel.count("button-secondary") == buttons
        assert f"{garden.path}/falls" in panel


def test_a_page_asks_the_database_little(
    reader: Client, garden: SimpleNamespace, queries: Callable[[], Any]
) -> None:
    with queries() as sent:
        reader.get(garden.path)
    assert len(sent) < 16, sent
