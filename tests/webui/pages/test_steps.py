"""The forms of steps on a shortlist's page, and the page that corrects the last one."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, timedelta
from html import unescape

import pytest

from matcher.services.installation import Installation
from matcher.services.shortlists import EntryView, show_shortlist
from tests.factories import EDITOR, READER, make_shortlist, make_step
from tests.neighbourhood import make_neighbourhood
from tests.webui.conftest import Client

TODAY = date.today()


@pytest.fixture
def shortlist(installation: Installation) -> str:
    make_neighbourhood(installation, kind="music-school", target_group="older-people")
    return make_shortlist(installation, "Høstfest", "house", ["school", "cafe"])


@pytest.fixture
def editor(client_as: Callable[[str], Client]) -> Client:
    return client_as("editor")


def cafe(installation: Installation, shortlist: str) -> EntryView:
    """The café as it stands."""
    return show_shortlist(installation, READER, shortlist).entries[1]


def mark_in(page: str, action: str) -> str:
    """The mark in the form that is sent to an address."""
    found = re.search(
        rf'<form[^>]*action="[^"]*{action}".*?name="mark" value="(\w+)"', page, re.DOTALL
    )
    assert found is not None, action
    return found[1]


def test_a_step_is_noted_and_pressing_twice_is_once(
    editor: Client, installation: Installation, shortlist: str
) -> None:
    page = editor.get(f"/shortlists/{shortlist}").text
    assert f'name="day-cafe" value="{TODAY.isoformat()}"' in page
    sent = {
        "mark": mark_in(page, "candidates/cafe/steps"),
        "state-cafe": "contacted",
        "day-cafe": TODAY.isoformat(),
        "step_note-cafe": "Skrev\r\ntil dem",
        "next_day-cafe": (TODAY + timedelta(days=9)).isoformat(),
    }
    for _ in range(2):
        answer = editor.post(f"/shortlists/{shortlist}/candidates/cafe/steps", data=sent)
        assert answer.status_code == 303
        assert answer.location == f"/shortlists/{shortlist}#candidate-cafe"
    (step,) = cafe(installation, shortlist).steps
    assert (step.state, step.note) == ("contacted", "Skrev\ntil dem")


def test_who_comes_second_sees_both_and_can_save_again(
    editor: Client, installation: Installation, shortlist: str
) -> None:
    page = editor.get(f"/shortlists/{shortlist}").text
    make_step(installation, shortlist, "cafe", "met")
    path = f"/shortlists/{shortlist}/candidates/cafe/steps"
    sent = {
        "mark": mark_in(page, "candidates/cafe/steps"),
        "state-cafe": "declined",
        "day-cafe": TODAY.isoformat(),
        "reason-cafe": "too_busy",
        "step_note-cafe": "Min note",
    }
    answer = editor.post(path, data=sent)
    assert answer.status_code == 409
    told = unescape(answer.text)
    assert 'href="#state-cafe"' in told
    assert EDITOR.name in told
    assert re.search(r'<textarea[^>]*id="step_note-cafe"[^>]*>Min note</textarea>', told)
    assert '<option value="too_busy" selected>' in told
    again = editor.post(path, data={**sent, "mark": mark_in(told, "candidates/cafe/steps")})
    assert again.status_code == 303
    assert [step.state for step in cafe(installation, shortlist).steps] == ["met", "declined"]


def test_what_is_wrong_is_said_and_what_was_written_is_kept(editor: Client, shortlist: str) -> None:
    sent = {
        "state-cafe": "met",
        "day-cafe": "i går",
        "next_day-cafe": "12. maj",
        "step_note-cafe": "Behold mig",
    }
    page = editor.get(f"/shortlists/{shortlist}").text
    sent["mark"] = mark_in(page, "candidates/cafe/steps")
    answer = editor.post(f"/shortlists/{shortlist}/candidates/cafe/steps", data=sent)
    assert answer.status_code == 422
    assert 'href="#day-cafe"' in answer.text
    assert 'href="#next_day-cafe"' in answer.text
    assert 'value="i går"' in answer.text
    assert "Behold mig" in answer.text


def test_the_last_step_is_corrected_and_taken_back(
    editor: Client, installation: Installation, shortlist: str
) -> None:
    base = f"/shortlists/{shortlist}/candidates/cafe"
    assert editor.get(f"{base}/correct").status_code == 404
    make_step(installation, shortlist, "cafe", "met", note="Før")
    page = editor.get(f"{base}/correct").text
    assert ">Før</textarea>" in page
    mark = cafe(installation, shortlist).mark
    sent = {"state-cafe": "agreed", "day-cafe": TODAY.isoformat(), "mark": mark}
    assert editor.post(f"{base}/correct", data={**sent, "day-cafe": ""}).status_code == 422
    assert editor.post(f"{base}/correct", data=sent).status_code == 303
    assert cafe(installation, shortlist).status == "agreed"
    assert editor.post(f"{base}/take-back", data={"mark": mark}).status_code == 409
    mark = cafe(installation, shortlist).mark
    assert editor.post(f"{base}/take-back", data={"mark": mark}).status_code == 303
    assert cafe(installation, shortlist).steps == ()
