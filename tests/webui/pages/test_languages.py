"""Which language a page is in: what was chosen, the account's, the browser's, the setting's."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from flask import Flask

from matcher.services.installation import Installation
from matcher.store.tables import User
from tests.webui.conftest import Client, as_client


def language(client: Client, **headers: str) -> str:
    page = client.get("/sign-in", headers=headers, follow_redirects=True).text
    return page.split('<html lang="')[1][:2]


@pytest.mark.parametrize(
    ("browser", "wanted"),
    [
        (None, "da"),
        ("da", "da"),
        ("da-DK,da;q=0.9,en;q=0.8", "da"),
        ("en-GB,en;q=0.9", "en"),
        ("en;q=0.9,da;q=0.8", "en"),
        ("sv,en;q=0.5", "en"),
        ("sv", "da"),
        ("*", "da"),
        ("nonsense;;;", "da"),
    ],
)
def test_the_browsers_wish_where_it_is_asked(
    client: Client, browser: str | None, wanted: str
) -> None:
    headers = {} if browser is None else {"Accept-Language": browser}
    assert language(client, **headers) == wanted


def test_danish_is_first_whatever_the_browser_wishes(
    make_installation: Callable[..., Installation], make_app: Callable[..., Flask]
) -> None:
    client = as_client(make_app(make_installation()))
    assert language(client, **{"Accept-Language": "en-GB,en;q=0.9"}) == "da"


def test_the_setting_is_for_who_has_not_chosen(
    make_installation: Callable[..., Installation], make_app: Callable[..., Flask]
) -> None:
    client = as_client(make_app(make_installation(language="en")))
    assert language(client) == "en"
    client.post("/language/da")
    assert language(client) == "da"


def test_a_choice_lasts_and_leads_back(client: Client) -> None:
    answer = client.post("/language/en", data={"next": "/sign-in?next=/people"})
    assert (answer.status_code, answer.location) == (303, "/sign-in?next=/people")
    assert language(client, **{"Accept-Language": "da"}) == "en"


@pytest.mark.parametrize("target", ["//evil.example", "https://evil.example", ""])
def test_a_choice_leads_nowhere_else(client: Client, target: str) -> None:
    assert client.post("/language/en", data={"next": target}).location == "/sign-in"


def test_there_is_no_such_language(client: Client) -> None:
    assert client.post("/language/tlh").status_code == 404


def test_the_choice_goes_with_the_account(
    app: Flask, make_user: Callable[..., User], sign_in: Callable[[Client, User], Client]
) -> None:
    user = make_user("reader")
    sign_in(as_client(app), user).post("/language/en")
    assert language(sign_in(as_client(app), user)) == "en"


def test_the_holder_of_a_link_chooses_too(client_as: Callable[..., Client]) -> None:
    client = client_as("link")
    assert client.post("/language/en").location == "/maps"
    assert language(client) == "en"
