"""The pages of a matching event: made, planned, held, and what became of it."""

from __future__ import annotations

import io
import re
from collections.abc import Callable

import pikepdf
import pytest

from matcher.services import events
from matcher.services.installation import Installation
from tests.factories import EDITOR, READER, make_organisation, make_personal_link
from tests.webui.conftest import Client
from tests.webui.filled import form_on, text_of
from tests.webui.pages.evenings import TODAY, VALUES, make_event

ClientAs = Callable[..., Client]
NAMES = ("Huset", "Klubben", "Skolen", "Koret")
PERSONAL = ("Kontakten fra", "@samspil.example")


@pytest.fixture
def editor(client_as: ClientAs) -> Client:
    """Somebody who makes events, in English."""
    return client_as("editor", "en")


def sign_up_ids(where: Installation, event: str) -> dict[str, str]:
    """The sign-ups' ids by the organisation's name."""
    found = events.show_event(where, EDITOR, event, as_of=TODAY)
    return {line.name: line.id for line in found.coming}


def note(client: Client, event: str, key: str, **more: object) -> int:
    """Note that two mean to do something, as the page sends it; gives the status."""
    sent = {"id": key, "a": "", "b": "", "text": "Spise sammen", **more}
    return client.post(f"/events/{event}/intentions", json=sent).status_code


def test_an_event_is_made_and_changed(editor: Client) -> None:
    form = form_on(editor.get("/events/new").text)
    made = editor.post("/events/new", data={**form, **VALUES})
    assert made.status_code == 303
    assert "Partneraften" in editor.get("/events").text
    address = str(made.location)
    form = form_on(editor.get(f"{address}/edit").text)
    assert form["title"] == "Partneraften"
    assert editor.post(f"{address}/edit", data={**form, "rounds": "3"}).location == address
    stale = editor.post(f"{address}/edit", data={**form, "rounds": "4"})
    assert stale.status_code == 409
    assert form_on(stale.text)["rounds"] == "4", "what was typed stays"


def test_what_cannot_be_comes_back_as_it_was_written(editor: Client) -> None:
    form = form_on(editor.get("/events/new").text)
    answer = editor.post("/events/new", data={**form, **VALUES, "starts": "25:00"})
    assert answer.status_code == 422
    assert 'href="#starts"' in answer.text
    assert form_on(answer.text)["title"] == "Partneraften"
    assert form_on(answer.text)["starts"] == "25:00"


def test_an_organisation_is_signed_up_changed_and_taken_off(
    installation: Installation, editor: Client
) -> None:
    event = make_event(installation)
    make_organisation(installation, "Huset")
    sent = {"organisation": "Huset", "person": "Lederen", "email": "leder@samspil.example"}
    for expected in ("Huset is signed up.", "Huset was signed up already."):
        answer = editor.post(f"/events/{event}/sign-ups", data=sent, follow_redirects=True)
        assert expected in answer.text
    wrong = editor.post(f"/events/{event}/sign-ups", data={**sent, "organisation": "Ukendte"})
    assert wrong.status_code == 422
    assert "leder@samspil.example" in wrong.text, "what was typed stays"
    line = f"/events/{event}/sign-ups/{sign_up_ids(installation, event)['Huset']}"
    assert "Lederen" in editor.get(line).text
    bad = editor.post(line, data={**sent, "email": "ingen adresse"})
    assert bad.status_code == 422
    assert "ingen adresse" in bad.text
    assert editor.post(line, data={**sent, "person": "En anden"}).status_code == 303
    assert "En anden" in editor.get(f"/events/{event}").text
    assert editor.post(f"{line}/withdraw").status_code == 303
    assert "En anden" not in editor.get(f"/events/{event}").text
    assert editor.get(f"/events/{event}/sign-ups/nobody").status_code == 404


def test_rounds_are_planned_and_planned_again_without_who_is_missing(
    installation: Installation, editor: Client
) -> None:
    event = make_event(installation, *NAMES)
    form = form_on(editor.get(f"/events/{event}/plan").text)
    assert editor.post(f"/events/{event}/plan", data=form).status_code == 303
    assert 'data-role="round"' in editor.get(f"/events/{event}/plan").text
    again = editor.post(f"/events/{event}/plan", data=form)
    assert again.status_code == 409, "somebody has planned it since"
    page = editor.get(f"/events/{event}/plan").text
    sent = {
        "sign_up": sign_up_ids(installation, event)["Koret"],
        "from_round": "2",
        "version": form_on(page)["version"],
    }
    assert editor.post(f"/events/{event}/missing", data=sent).status_code == 303
    rounds = events.show_event(installation, EDITOR, event, as_of=TODAY).rounds
    met = [{name for m in turn.meetings for name in (m.a[1], m.b[1])} for turn in rounds]
    assert "Koret" in met[0]
    assert "Koret" not in met[1]
    wrong = editor.post(f"/events/{event}/missing", data={**sent, "from_round": "9"})
    assert wrong.status_code == 422


def test_two_who_are_kept_apart_are_named_and_may_meet_again(
    installation: Installation, editor: Client
) -> None:
    event = make_event(installation, *NAMES)
    ends = {
        line.name: line.organisation_id
        for line in events.show_event(installation, EDITOR, event, as_of=TODAY).coming
    }
    pair = {"a": ends["Huset"], "b": ends["Klubben"]}
    assert editor.post(f"/events/{event}/never", data=pair).status_code == 303
    assert len(events.show_event(installation, EDITOR, event, as_of=TODAY).event.never) == 1
    assert editor.post(f"/events/{event}/never", data={**pair, "together": "1"}).status_code == 303
    assert not events.show_event(installation, EDITOR, event, as_of=TODAY).event.never


@pytest.mark.parametrize("paper", ["tables", "cards", "names"])
def test_papers_are_accessible(
    installation: Installation, editor: Client, client_as: ClientAs, paper: str
) -> None:
    event = make_event(installation, *NAMES, planned=True)
    for who in (editor, client_as("reader")):
        answer = who.get(f"/events/{event}/{paper}.pdf")
        assert answer.mimetype == "application/pdf"
        with pikepdf.open(io.BytesIO(answer.data)) as pdf:
            with pdf.open_metadata() as told:
                assert told["pdfuaid:part"] == "1"
            assert "/StructTreeRoot" in pdf.Root
            assert str(pdf.Root.Lang).startswith(("da", "en"))
            assert len(pdf.pages) >= 1


def test_there_are_no_papers_without_a_plan_and_no_poster_without_a_link(
    installation: Installation, editor: Client, client_as: ClientAs
) -> None:
    event = make_event(installation, *NAMES)
    for path in ("tables.pdf", "cards.pdf", "poster.pdf", "sign-up.svg", "sign-up.png"):
        assert editor.get(f"/events/{event}/{path}").status_code == 404, path
    assert editor.get(f"/events/{event}/names.pdf").status_code == 200
    make_personal_link(installation, "event", event)
    for path, kind in (("poster.pdf", "application/pdf"), ("sign-up.svg", "image/svg+xml"),
                       ("sign-up.png", "image/png")):  # fmt: skip
        assert editor.get(f"/events/{event}/{path}").mimetype == kind
        assert client_as("reader").get(f"/events/{event}/{path}").status_code == 403, (
            "who may not give the link away does not get it as a picture"
        )


def test_readers_see_who_comes_and_nobody_to_write_to(
    installation: Installation, client_as: ClientAs
) -> None:
    event = make_event(installation, *NAMES, planned=True)
    reader = client_as("reader")
    for path in ("", "/plan", "/run", "/intentions"):
        page = reader.get(f"/events/{event}{path}").text
        assert not any(word in page for word in PERSONAL), path
    assert "Huset" in reader.get(f"/events/{event}").text
    for path in ("/plan", "/link", "/close", "/delete", "/never", "/sign-ups", "/intentions"):
        assert reader.post(f"/events/{event}{path}", data={}).status_code == 403, path


def test_what_two_mean_to_do_is_kept_once(installation: Installation, editor: Client) -> None:
    event = make_event(installation, *NAMES)
    ends = [
        line.organisation_id
        for line in events.show_event(installation, EDITOR, event, as_of=TODAY).coming
    ]
    key = "0123456789abcdef"
    sent = {"a": ends[0], "b": ends[1]}
    assert [note(editor, event, key, **sent) for _ in range(2)] == [200, 200]
    _event, found = events.list_intentions(installation, READER, event, as_of=TODAY)
    assert [each.text for each in found] == ["Spise sammen"]
    assert note(editor, event, "fedcba9876543210", a=ends[0], b=ends[0]) == 422
    assert note(editor, event, "x", **sent) == 422
    assert editor.post(f"/events/{event}/intentions", json=["no"]).status_code == 400
    by_form = {"id": "abcdef0123456789", **sent, "text": ""}
    answer = editor.post(f"/events/{event}/intentions", data=by_form)
    assert answer.status_code == 422
    assert 'value="abcdef0123456789"' in answer.text, "sent again it is the same one"


def test_an_intention_is_followed_up_and_brought_back(
    installation: Installation, editor: Client
) -> None:
    event = make_event(installation, *NAMES)
    ends = [
        line.organisation_id
        for line in events.show_event(installation, EDITOR, event, as_of=TODAY).coming
    ]
    key = "0123456789abcdef"
    note(editor, event, key, a=ends[0], b=ends[1])
    address = f"/events/{event}/intentions/{key}"
    assert "Kontakten fra" in editor.get(address).text, "whom to ask how it goes"
    form = form_on(editor.get(address).text)
    changed = {**form, "text": "Spise sammen hver onsdag"}
    assert editor.post(address, data=changed).status_code == 303
    stale = editor.post(address, data={**changed, "text": "Noget tredje"})
    assert stale.status_code == 409
    assert "Noget tredje" in stale.text
    version = form_on(editor.get(address).text)["version"]
    answer = {"weeks": "2", "outcome": "meeting", "note": "De ringer", "version": version}
    outcomes = re.findall(r'name="outcome" value="([a-z_]+)"', editor.get(address).text)
    assert outcomes
    kept = editor.post(f"{address}/follow-up", data={**answer, "outcome": outcomes[0]})
    assert kept.status_code == 303
    assert "De ringer" in text_of(editor.get(address).text)
    wrong = editor.post(f"{address}/follow-up", data={**answer, "outcome": "sang", "version": ""})
    assert wrong.status_code == 422
    assert editor.post(f"{address}/delete").status_code == 303
    assert editor.get(address).status_code == 404


def test_an_event_that_is_not_there_is_told(editor: Client) -> None:
    for path in ("", "/edit", "/plan", "/run", "/intentions", "/names.pdf", "/sign-ups/x"):
        assert editor.get(f"/events/nothing{path}").status_code == 404, path
    for path in ("/plan", "/link", "/link/withdraw", "/close", "/delete", "/sign-ups"):
        assert editor.post(f"/events/nothing{path}", data={}).status_code == 404, path
