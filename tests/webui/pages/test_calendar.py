"""The calendar's address: made on the account, read by programs without a session."""

from __future__ import annotations

import html
import re
from collections.abc import Callable
from datetime import date

import pytest
from icalendar import Calendar

from tests.matcher.services.dues import make_due, set_dues
from tests.webui.conftest import Client
from tests.webui.pages.test_due import user_of


def address(client: Client) -> str:
    """The path of the address that the account shows."""
    found = re.search(r'id="calendar-address" value="http://localhost([^"]+)"',
                      client.get("/account").text)  # fmt: skip
    assert found is not None
    return html.unescape(found[1])


def test_a_program_reads_it_and_asks_whether_it_is_new(
    client: Client, client_as: Callable[..., Client], monkeypatch: pytest.MonkeyPatch
) -> None:
    reader = client_as("reader")
    set_dues(monkeypatch, make_due(user=user_of(reader), day=date.today()))
    assert reader.post("/account/calendar").location == "/account#calendar"
    path = address(reader)
    answer = client.get(path)
    assert answer.status_code == 200
    assert answer.content_type == "text/calendar; charset=utf-8"
    assert answer.headers["Cache-Control"] == "private, no-cache"
    (event,) = Calendar.from_ical(answer.data).walk("VEVENT")
    assert event["URL"] == "http://localhost/collaborations/x"
    again = client.get(path, headers={"If-None-Match": answer.headers["ETag"]})
    assert (again.status_code, again.data) == (304, b"")
    assert client.head(path).status_code == 200
    set_dues(monkeypatch)
    assert client.get(path, headers={"If-None-Match": answer.headers["ETag"]}).status_code == 200


def test_pressing_twice_makes_one(client_as: Callable[..., Client]) -> None:
    client = client_as("editor")
    client.post("/account/calendar")
    first = address(client)
    client.post("/account/calendar")
    assert address(client) == first


def test_withdrawn_it_is_gone(client: Client, client_as: Callable[..., Client]) -> None:
    reader = client_as("reader")
    reader.post("/account/calendar")
    path = address(reader)
    assert reader.post("/account/calendar/withdraw").status_code == 303
    assert client.get(path).status_code == 410
    assert 'id="calendar-address"' not in reader.get("/account").text


@pytest.mark.parametrize("path", ["/calendar/x.ics", "/calendar/x", "/calendar/.ics"])
def test_a_faulty_address_is_none(path: str, client: Client) -> None:
    assert client.get(path).status_code in {404, 410}
