"""Whoever guesses passwords has to wait; whoever knows theirs has not."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from flask import Flask

from matcher.services.access import OPERATOR
from matcher.services.installation import Installation
from matcher.services.people import invite
from tests.webui.conftest import Client, as_client
from webui import attempts

GOOD = "fire heste i en skov"
MAIL = "kim@samspil.example"


@pytest.fixture
def proxied(
    make_installation: Callable[..., Installation], make_app: Callable[..., Flask]
) -> Client:
    """A client of an installation with Kim, behind a proxy that says where requests come from."""
    installation = make_installation(proxies=1)
    client = as_client(make_app(installation))
    link = invite(installation, OPERATOR, email=MAIL, role="reader").path
    client.post(link, data={"name": "Kim", "password": GOOD})
    client.post("/sign-out")
    return client


def guess(client: Client, password: str, where: str = "192.0.2.1", email: str = MAIL) -> int:
    return client.post(
        "/sign-in",
        data={"email": email, "password": password},
        headers={"X-Forwarded-For": where},
    ).status_code


def test_the_eleventh_wrong_guess_waits_even_if_right(proxied: Client) -> None:
    assert [guess(proxied, f"wrong {n}") for n in range(10)] == [422] * 10
    assert guess(proxied, GOOD) == 429
    assert guess(proxied, GOOD, email=MAIL.upper()) == 429
    # From elsewhere, and for others from here, nothing has changed.
    assert guess(proxied, GOOD, "198.51.100.7") == 303
    assert guess(proxied, "wrong", email="other@samspil.example") == 422


def test_the_answer_says_how_long(proxied: Client) -> None:
    for n in range(10):
        guess(proxied, f"wrong {n}")
    answer = proxied.post(
        "/sign-in",
        data={"email": MAIL, "password": "x"},
        headers={"X-Forwarded-For": "192.0.2.1"},
    )
    assert answer.status_code == 429
    assert answer.headers["Retry-After"] == "900"
    assert "<h1>" in answer.text


def test_one_place_cannot_try_many_accounts(proxied: Client) -> None:
    tries = [guess(proxied, "wrong", email=f"{n}@samspil.example") for n in range(61)]
    assert tries == [422] * 60 + [429]


def test_one_account_cannot_be_tried_from_many_places(proxied: Client) -> None:
    tries = [guess(proxied, "wrong", f"192.0.2.{n}") for n in range(101)]
    assert tries == [422] * 100 + [429]


def test_who_signs_in_often_does_not_wait(proxied: Client) -> None:
    assert [guess(proxied, GOOD) for _ in range(30)] == [303] * 30


@pytest.mark.parametrize(
    ("address", "counted"),
    [
        ("192.0.2.1", "192.0.2.1"),
        ("2001:db8:1:2:3:4:5:6", "2001:db8:1:2::"),
        ("2001:db8:1:2:ffff::1", "2001:db8:1:2::"),
        ("unix:", "unix:"),
    ],
)
def test_a_home_with_many_addresses_is_one_place(app: Flask, address: str, counted: str) -> None:
    with app.test_request_context(environ_base={"REMOTE_ADDR": address}):
        assert attempts.network() == counted


def test_no_address_stands_in_the_counts(app: Flask) -> None:
    with app.test_request_context(method="POST", data={"email": MAIL}):
        assert MAIL not in attempts.account()


@pytest.mark.parametrize(
    ("method", "path", "allowed"),
    [
        ("GET", "/with/{token}/agreement/versions/1/document.pdf", 60),
        ("POST", "/with/{token}/pulse", 120),
    ],
)
def test_one_link_is_not_used_without_end_from_one_place(
    proxied: Client, method: str, path: str, allowed: int
) -> None:
    def ask(token: str = "mine", where: str = "192.0.2.1") -> int:
        headers = {"X-Forwarded-For": where}
        return proxied.open(path.format(token=token), method=method, headers=headers).status_code

    assert [ask() for _ in range(allowed + 1)] == [410] * allowed + [429]
    assert ask(token="another") == ask(where="192.0.2.2") == 410


def test_reading_by_a_link_is_not_counted(proxied: Client) -> None:
    assert {proxied.get("/with/mine/purpose").status_code for _ in range(130)} == {410}
