"""Signing in and out as people do it: with forms."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from flask import Flask

from matcher.services.access import OPERATOR
from matcher.services.installation import Installation
from matcher.services.one_time_links import make_first_administrator_link
from matcher.services.people import invite
from tests.webui.conftest import Client, as_client

GOOD = "fire heste i en skov"
MAIL = "kim@samspil.example"


@pytest.fixture
def link(installation: Installation) -> str:
    """The path of Kim's one-time link."""
    return invite(installation, OPERATOR, email=MAIL, role="editor").path


@pytest.fixture
def account(app: Flask, link: str) -> None:
    """Kim has a password and is not signed in."""
    as_client(app).post(link, data={"name": "Kim Prøve", "password": GOOD})


def sign_in(client: Client, **data: str) -> int:
    answer = client.post("/sign-in", data={"email": MAIL, "password": GOOD, **data})
    return answer.status_code


def is_signed_in(client: Client) -> bool:
    return client.get("/").status_code == 200


def test_a_link_lets_in_once(app: Flask, client: Client, link: str) -> None:
    page = client.get(link)
    assert page.status_code == 200
    assert MAIL in page.text
    assert not is_signed_in(client)
    answer = client.post(link, data={"name": "Kim Prøve", "password": GOOD})
    assert (answer.status_code, answer.location) == (303, "/")
    assert "Kim Prøve" in client.get("/").text
    late = as_client(app)
    assert late.get(link).status_code == 410
    assert late.post(link, data={"name": "Eve", "password": GOOD}).status_code == 410
    assert not is_signed_in(late)


def test_a_program_that_scans_mail_uses_no_link(client: Client, link: str) -> None:
    for method in ("GET", "HEAD", "GET", "OPTIONS"):
        client.open(link, method=method)
    assert client.post(link, data={"name": "Kim", "password": GOOD}).status_code == 303


def test_a_faulty_form_says_what_and_keeps_what_was_typed(client: Client, link: str) -> None:
    answer = client.post(link, data={"name": "Kim <Prøve>", "password": "kort"})
    assert answer.status_code == 422
    assert 'data-role="error-summary"' in answer.text
    assert 'href="#password"' in answer.text
    assert "Kim &lt;Prøve&gt;" in answer.text
    assert 'value="kort"' not in answer.text
    assert not is_signed_in(client)


def test_the_first_administrator_says_the_address(
    client: Client, installation: Installation
) -> None:
    link = make_first_administrator_link(installation, OPERATOR)
    assert link is not None
    path = link.removeprefix("http://127.0.0.1:8000")
    assert 'name="email"' in client.get(path).text
    faulty = client.post(path, data={"name": "Kim", "password": GOOD, "email": "kim"})
    assert (faulty.status_code, 'href="#email"' in faulty.text) == (422, True)
    answer = client.post(path, data={"name": "Kim", "password": GOOD, "email": MAIL})
    assert answer.status_code == 303
    assert client.get("/people").status_code == 200


@pytest.mark.usefixtures("account")
def test_with_the_password(client: Client) -> None:
    assert sign_in(client, email=" KIM@samspil.example ") == 303
    assert is_signed_in(client)
    assert client.get("/sign-in").location == "/"
    assert client.post("/sign-out").location == "/sign-in"
    assert not is_signed_in(client)


@pytest.mark.usefixtures("account")
@pytest.mark.parametrize("data", [{"password": "wrong"}, {"email": "eve@samspil.example"}, {}])
def test_what_is_wrong_is_not_told(client: Client, data: dict[str, str]) -> None:
    given = {"password": "wrong", **data}
    answer = client.post("/sign-in", data={"email": MAIL, **given})
    assert answer.status_code == 422
    assert 'data-role="error-summary"' in answer.text
    email = given.get("email", MAIL)
    assert f'value="{email}"' in answer.text
    other = client.post("/sign-in", data={"email": "x@samspil.example", "password": "y"})
    hidden = answer.text.replace(email, "")
    assert len(hidden) == pytest.approx(len(other.text.replace("x@samspil.example", "")), abs=8)


@pytest.mark.usefixtures("account")
def test_one_comes_back_to_where_one_was(client: Client) -> None:
    led = client.get("/organisations?q=%C3%A6ble+og+mad")
    assert led.location is not None
    page = client.get(led.location)
    assert 'name="next" value="/organisations?q=%C3%A6ble+og+mad"' in page.text
    answer = client.post(
        "/sign-in",
        data={"email": MAIL, "password": GOOD, "next": "/organisations?q=%C3%A6ble+og+mad"},
    )
    assert answer.location == "/organisations?q=%C3%A6ble+og+mad"


@pytest.mark.usefixtures("account")
@pytest.mark.parametrize(
    "target",
    [
        "https://evil.example/",
        "//evil.example/",
        "/\\evil.example",
        "\\\\evil.example",
        "/\t/evil.example",
        "/\n/evil.example",
        "///evil.example",
        "javascript:alert(1)",
        "evil.example",
        "",
    ],
)
def test_one_is_led_nowhere_else(client: Client, target: str) -> None:
    for query in (f"/sign-in?next={target}", "/sign-in"):
        answer = client.post(query, data={"email": MAIL, "password": GOOD, "next": target})
        assert answer.location == "/"
        client.post("/sign-out")


@pytest.mark.usefixtures("account")
def test_a_session_from_before_is_not_taken_over(client: Client) -> None:
    with client.session_transaction() as session:
        session["csrf_token"] = "planted"
        session["planted"] = "yes"
        session["language"] = "en"
    sign_in(client)
    with client.session_transaction() as session:
        assert "planted" not in session
        assert session.get("csrf_token") != "planted"
        assert session["language"] == "en"


@pytest.mark.usefixtures("account")
def test_sessions_of_other_devices_end_when_the_password_is_changed(app: Flask) -> None:
    here, there = as_client(app), as_client(app)
    sign_in(here)
    sign_in(there)
    data = {"old": GOOD, "new": "fem heste i en skov"}
    assert here.post("/account/password", data=data).status_code == 303
    assert (is_signed_in(here), is_signed_in(there)) == (True, False)


def test_a_forged_cookie_is_nobody(
    client: Client, make_user: Callable[..., object], sign_in: Callable[..., Client]
) -> None:
    user = make_user("administrator")
    assert is_signed_in(sign_in(client, user))
    with client.session_transaction() as session:
        session["_user_id"] = session["_user_id"].partition(":")[0] + ":guessed"
    assert not is_signed_in(client)
    client.set_cookie("samspil", "eyJfdXNlcl9pZCI6ImEifQ.x.y")
    assert not is_signed_in(client)
