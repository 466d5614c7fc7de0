"""The pages of an agreement: written by editors, read by readers, accepted by parties."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable
from datetime import date

import pytest
from flask import Flask

from matcher.services.installation import Installation
from matcher.store import documents
from tests.factories import make_collaboration, make_organisation, make_parties, make_personal_link
from tests.webui.conftest import Client, as_client
from tests.webui.filled import form_on

ClientAs = Callable[..., Client]
SECRETS = ("Kontakten Selv", "kontakt@samspil.example", "Underskriveren")


@pytest.fixture
def pair(installation: Installation) -> tuple[str, str]:
    """Two organisations, by id."""
    return make_organisation(installation, "Huset"), make_organisation(installation, "Klubben")


@pytest.fixture
def collaboration(installation: Installation, pair: tuple[str, str]) -> str:
    """A collaboration of the two for children, with the address of its agreement's page."""
    key = make_collaboration(
        installation,
        "Fælles måltider",
        pair,
        start=date(2026, 1, 1),
        target_groups=["children"],
        funding_amount=12500.5,
    )
    make_parties(
        installation, key, contact_name="Kontakten Selv", contact_email="kontakt@samspil.example"
    )
    return f"/collaborations/{key}"


@pytest.fixture
def links(installation: Installation, collaboration: str, pair: tuple[str, str]) -> list[str]:
    """The personal links of the two parties."""
    parties = make_parties(installation, collaboration.rpartition("/")[2])
    return [make_personal_link(installation, "party", parties[each]) for each in pair]


@pytest.fixture
def editor(client_as: ClientAs) -> Client:
    """Somebody who writes, in English."""
    return client_as("editor", "en")


def write(
    editor: Client, collaboration: str, text: str = "Three months", *, version: int | None = None
) -> int:
    """Write how to stop; gives the status."""
    address = f"{collaboration}/agreement/edit/stopping"
    sent = form_on(editor.get(address).text)
    sent["stopping-notice"] = text
    if version is not None:
        sent["version"] = str(version)
    return editor.post(address, data=sent).status_code


def lay_before(editor: Client, collaboration: str) -> None:
    page = editor.get(f"{collaboration}/agreement").text
    found = re.search(r'name="version" value="([0-9]+)"', page)
    assert found
    answer = editor.post(f"{collaboration}/agreement/lay-before", data={"version": found[1]})
    assert answer.location == f"{collaboration}/agreement"


def standing(client: Client, collaboration: str) -> str:
    found = re.search(r'data-state="([a-z_]+)"', client.get(f"{collaboration}/agreement").text)
    assert found
    return found[1]


def test_an_agreement_from_the_first_word_to_the_last_acceptance(
    installation: Installation, app: Flask, editor: Client, collaboration: str, links: list[str]
) -> None:
    assert standing(editor, collaboration) == "not_known"
    assert write(editor, collaboration) == 303
    assert standing(editor, collaboration) == "draft"
    lay_before(editor, collaboration)
    assert standing(editor, collaboration) == "laid_before"
    guest = as_client(app)
    for link, state in zip(links, ("some", "all"), strict=True):
        assert 'data-role="task-agreement"' in guest.get(link).text
        sent = form_on(guest.get(f"{link}/agreement").text)
        assert sent["name"] == "Kontakten Selv"
        answer = guest.post(f"{link}/agreement", data=sent, csrf=False)
        assert answer.location == f"{link}/agreement"
        assert 'data-role="accept"' not in guest.get(f"{link}/agreement").text
        assert standing(editor, collaboration) == state
    key = collaboration.rpartition("/")[2]
    with installation.reading() as session:
        assert documents.read(session, "collaboration", [key])[key]["agreement"] == "written"


def test_every_page_opens_for_whom_it_is(
    client_as: ClientAs, editor: Client, collaboration: str
) -> None:
    write(editor, collaboration)
    lay_before(editor, collaboration)
    reader = client_as("reader")
    for path in ("", "/versions/1", "/compare?from=1&to=1", "/compare?from=1", "/compare"):
        assert reader.get(f"{collaboration}/agreement{path}").status_code == 200, path
        assert "/agreement/edit" not in reader.get(f"{collaboration}/agreement{path}").text
    for path in ("/edit", "/edit/stopping"):
        assert reader.get(f"{collaboration}/agreement{path}").status_code == 403
        assert editor.get(f"{collaboration}/agreement{path}").status_code == 200
    for path in ("/versions/2", "/edit/songs", "/compare?from=1&to=9", "/compare?from=x&to=5"):
        assert editor.get(f"{collaboration}/agreement{path}").status_code == 404, path
    assert editor.get("/collaborations/nothing/agreement").status_code == 404


def test_readers_are_not_told_who_stands_for_a_party(
    app: Flask, client_as: ClientAs, editor: Client, collaboration: str, links: list[str]
) -> None:
    write(editor, collaboration)
    lay_before(editor, collaboration)
    guest = as_client(app)
    guest.post(f"{links[0]}/agreement", data={"version": 1, "name": "Underskriveren"})
    reader = client_as("reader")
    paths = [
        collaboration,
        *(f"{collaboration}/agreement{path}" for path in ("", "/versions/1", "/compare")),
        f"{collaboration}/history".replace("/collaborations/", "/history/collaborations/"),
    ]
    told = "".join(reader.get(path).text for path in paths)
    docx = reader.get(f"{collaboration}/agreement/versions/1/document.docx").data
    with zipfile.ZipFile(io.BytesIO(docx)) as files:
        told += "".join(files.read(name).decode("utf-8", "replace") for name in files.namelist())
    assert [each for each in SECRETS if each in told] == []
    seen = editor.get(f"{collaboration}/agreement/versions/1").text
    assert [each for each in SECRETS if each in seen] == list(SECRETS)
    shown = guest.get(f"{links[1]}/agreement").text
    assert [each for each in SECRETS if each in shown] == list(SECRETS)


def test_a_suggestion_is_put_into_the_field_and_can_be_changed(
    editor: Client, collaboration: str
) -> None:
    address = f"{collaboration}/agreement/edit/stopping"
    sent = form_on(editor.get(address).text)
    assert 'value="stopping-notice"' in editor.get(address).text
    page = editor.post(address, data={**sent, "suggest": "stopping-notice"})
    taken = form_on(page.text)
    assert "three months" in taken["stopping-notice"]
    assert 'name="suggest" value="stopping-notice"' not in page.text, "it is taken"
    assert 'name="suggest" value="stopping-disagreement"' in page.text
    assert editor.post(address, data=taken).status_code == 303
    assert "three months" in editor.get(f"{collaboration}/agreement").text


def test_a_suggestion_comes_after_what_has_been_written(editor: Client, collaboration: str) -> None:
    address = f"{collaboration}/agreement/edit/stopping"
    sent = {**form_on(editor.get(address).text), "stopping-notice": "Own words."}
    page = editor.post(address, data={**sent, "suggest": "stopping-notice"})
    assert form_on(page.text)["stopping-notice"].startswith("Own words.\n\nA party may")
    assert editor.post(address, data={**sent, "suggest": "nonsense"}).status_code == 303


def test_the_grid_is_written_without_script(
    editor: Client, collaboration: str, pair: tuple[str, str]
) -> None:
    address = f"{collaboration}/agreement/edit/roles"
    sent = form_on(editor.get(address).text)
    page = editor.post(address, data={**sent, "suggest": "roles-tasks"}).text
    sent = form_on(page)
    assert sent["roles-tasks-0-task"] == "Coordinate and call meetings"
    sent[f"roles-tasks-0-{pair[0]}"] = "responsible"
    more = form_on(editor.post(address, data={**sent, "add": "roles-tasks"}).text)
    assert more["roles-tasks-7-task"] == ""
    less = form_on(editor.post(address, data={**more, "remove": "roles-tasks-1"}).text)
    assert less["roles-tasks-1-task"] != more["roles-tasks-1-task"]
    assert less[f"roles-tasks-0-{pair[0]}"] == "responsible"
    answer = editor.post(address, data={**less, "then": "next"})
    assert answer.location == f"{collaboration}/agreement/edit/volunteers"
    page = editor.get(f"{collaboration}/agreement").text
    assert "Coordinate and call meetings" in page
    assert 'data-role="warnings"' in page


def test_what_somebody_else_wrote_meanwhile_is_shown_and_kept(
    editor: Client, client_as: ClientAs, collaboration: str
) -> None:
    write(editor, collaboration, "Six months")
    other = client_as("administrator", "en")
    address = f"{collaboration}/agreement/edit/stopping"
    sent = {"version": "0", "stopping-notice": "", "stopping-disagreement": "We talk"}
    page = other.post(address, data=sent)
    assert page.status_code == 409
    merged = form_on(page.text)
    assert (merged["stopping-notice"], merged["stopping-disagreement"]) == ("Six months", "We talk")
    assert "<ins>Notice: Six months</ins>" in page.text
    assert other.post(address, data=merged).status_code == 303


def test_a_draft_that_was_changed_is_not_laid_before_anybody_unread(
    editor: Client, collaboration: str
) -> None:
    write(editor, collaboration)
    answer = editor.post(f"{collaboration}/agreement/lay-before", data={"version": 1})
    assert answer.location == f"{collaboration}/agreement"
    assert "Read it once more" in editor.get(f"{collaboration}/agreement").text
    assert standing(editor, collaboration) == "draft"


def test_an_end_before_the_start_is_refused_kindly(editor: Client, collaboration: str) -> None:
    address = f"{collaboration}/agreement/edit/period"
    sent = form_on(editor.get(address).text)
    assert sent["period-start"] == "2026-01-01"
    page = editor.post(address, data={**sent, "period-end": "31-12-2025"})
    assert page.status_code == 422
    assert 'href="#period-end"' in page.text
    assert form_on(page.text)["period-end"] == "31-12-2025"


def test_a_name_is_asked_for_and_a_newer_version_is_shown(
    app: Flask, editor: Client, collaboration: str, links: list[str]
) -> None:
    write(editor, collaboration)
    lay_before(editor, collaboration)
    guest = as_client(app)
    address = f"{links[0]}/agreement"
    page = guest.post(address, data={"version": 1, "name": " "})
    assert page.status_code == 422
    assert 'href="#name"' in page.text
    write(editor, collaboration, "Six months")
    lay_before(editor, collaboration)
    page = guest.post(address, data={"version": 1, "name": "Formanden"})
    assert page.status_code == 409
    assert form_on(page.text)["version"] == "2"
    assert form_on(page.text)["name"] == "Formanden"
    assert "Six months" in page.text
    assert guest.post(address, data=form_on(page.text)).status_code == 303
    assert guest.post(address, data=form_on(page.text)).status_code == 303, "twice is once"
    for path in ("/versions/1", "/versions/2"):
        assert guest.get(address + path).status_code == 200
    assert guest.get(address + "/versions/3").status_code == 404


def test_a_party_says_what_would_have_to_be_different(
    app: Flask, editor: Client, collaboration: str, links: list[str]
) -> None:
    write(editor, collaboration)
    lay_before(editor, collaboration)
    guest = as_client(app)
    sent = {"version": 1, "remark": "Vi kan <b>først</b> fra marts"}
    answer = guest.post(f"{links[0]}/agreement/remark", data=sent, csrf=False)
    assert answer.location == f"{links[0]}/agreement"
    for page in (
        guest.get(f"{links[0]}/agreement"),
        guest.get(f"{links[1]}/agreement"),
        editor.get(f"{collaboration}/agreement"),
    ):
        assert "Vi kan &lt;b&gt;først&lt;/b&gt; fra marts" in page.text
    write(editor, collaboration, "Six months")
    lay_before(editor, collaboration)
    late = guest.post(f"{links[0]}/agreement/remark", data={"version": 1, "remark": "For sent"})
    assert late.status_code == 409
    assert "For sent" in late.text, "what was written is not lost"
    long = guest.post(
        f"{links[0]}/agreement/remark", data={"version": 2, "remark": "x" * 5001}, csrf=False
    )
    assert long.status_code == 422
    assert 'href="#remark"' in long.text
    taken_back = guest.post(f"{links[0]}/agreement/remark", data={"version": 2, "remark": ""})
    assert taken_back.status_code == 303
    assert guest.post("/with/nonsense/agreement/remark", data=sent).status_code == 410


def test_dates_that_all_accepted_are_taken_over_with_one_press(
    app: Flask, editor: Client, collaboration: str, links: list[str]
) -> None:
    write(editor, collaboration)
    form = form_on(editor.get(f"{collaboration}/agreement/edit/period").text)
    sent = {**form, "period-start": "2026-02-01", "period-end": "2029-01-31"}
    assert editor.post(f"{collaboration}/agreement/edit/period", data=sent).status_code == 303
    lay_before(editor, collaboration)
    assert 'data-role="take-dates"' not in editor.get(f"{collaboration}/agreement").text
    early = editor.post(f"{collaboration}/agreement/dates", data={"number": 1})
    assert early.status_code == 303
    guest = as_client(app)
    for link in links:
        guest.post(f"{link}/agreement", data={"version": 1, "name": "Formanden"})
    assert 'data-role="take-dates"' in editor.get(f"{collaboration}/agreement").text
    assert editor.post(f"{collaboration}/agreement/dates", data={"number": 1}).status_code == 303
    assert 'data-role="take-dates"' not in editor.get(f"{collaboration}/agreement").text
    assert "2029-01-31" in editor.get(f"{collaboration}/edit").text


def test_links_that_open_nothing_are_told(app: Flask) -> None:
    guest = as_client(app)
    for path in ("/agreement", "/agreement/versions/1", "/agreement/versions/1/document.pdf"):
        assert guest.get(f"/with/nonsense{path}").status_code == 410
    assert guest.post("/with/nonsense/agreement", data={"version": 1}).status_code == 410


def test_files_are_for_keeping(
    app: Flask, editor: Client, collaboration: str, links: list[str]
) -> None:
    write(editor, collaboration)
    lay_before(editor, collaboration)
    guest = as_client(app)
    for client, address in (
        (editor, f"{collaboration}/agreement/"),
        (editor, f"{collaboration}/agreement/versions/1/"),
        (guest, f"{links[0]}/agreement/versions/1/"),
    ):
        docx, pdf = (client.get(f"{address}document.{form}") for form in ("docx", "pdf"))
        assert zipfile.is_zipfile(io.BytesIO(docx.data))
        assert pdf.data.startswith(b"%PDF-")
        assert pdf.mimetype == "application/pdf"
        assert "attachment" in pdf.headers["Content-Disposition"]
    assert guest.get(f"{links[0]}/agreement/versions/1/document.exe").status_code == 404


def test_certificates_are_asked_for_where_the_target_group_is_under_15(
    editor: Client, collaboration: str
) -> None:
    page = editor.get(f"{collaboration}/agreement").text
    assert 'data-role="certificate" data-state="applies"' in page
    address = f"{collaboration}/agreement/edit/child_protection"
    sent = {**form_on(editor.get(address).text), "child_protection-who": "Klubben"}
    editor.post(address, data=sent)
    assert 'data-role="certificate"' not in editor.get(f"{collaboration}/agreement").text
