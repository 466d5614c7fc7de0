"""The page on which people look after their own account."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.webui.conftest import Client


@pytest.mark.parametrize("role", ["reader", "editor", "administrator"])
def test_everybody_with_an_account_has_the_page(
    role: str, client_as: Callable[..., Client]
) -> None:
    client = client_as(role)
    page = client.get("/account")
    assert page.status_code == 200
    assert f"{role}@samspil.example" in page.text
    assert 'href="/account"' in client.get("/").text


def test_a_new_name(client_as: Callable[..., Client]) -> None:
    client = client_as("reader")
    assert client.post("/account/name", data={"name": "Kim Ny"}).location == "/account"
    assert "Kim Ny" in client.get("/account").text
    answer = client.post("/account/name", data={"name": ""})
    assert answer.status_code == 422
    assert 'href="#name"' in answer.text


@pytest.mark.parametrize(
    ("data", "field"),
    [({"old": "wrong", "new": "fem heste i en skov"}, "old"), ({}, "old")],
)
def test_a_password_is_not_changed_without_the_old_one(
    data: dict[str, str], field: str, client_as: Callable[..., Client]
) -> None:
    client = client_as("reader")
    answer = client.post("/account/password", data=data)
    assert answer.status_code == 422
    assert f'href="#{field}"' in answer.text
    assert "fem heste" not in answer.text
    assert client.get("/account").status_code == 200


def test_signing_out_everywhere_else(client_as: Callable[..., Client]) -> None:
    here, there = client_as("reader"), client_as("reader")
    assert here.post("/account/end-sessions").location == "/account"
    assert here.get("/account").status_code == 200
    assert there.get("/account").status_code == 303


def test_reminders_are_switched_off_and_on(client_as: Callable[..., Client]) -> None:
    client = client_as("reader")
    assert 'name="reminders" value="1" checked' in client.get("/account").text
    assert client.post("/account/reminders").location == "/account#reminders"
    assert 'name="reminders" value="1" checked' not in client.get("/account").text
    client.post("/account/reminders", data={"reminders": "1"})
    assert 'name="reminders" value="1" checked' in client.get("/account").text
