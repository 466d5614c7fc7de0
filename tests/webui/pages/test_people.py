"""The pages on which access is given and taken back."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from flask import Flask

from matcher.store.tables import User
from tests.webui.conftest import Client, as_client

GOOD = "fire heste i en skov"


@pytest.fixture
def administrator(client_as: Callable[..., Client]) -> Client:
    """Somebody who gives access, and reads English."""
    return client_as("administrator", "en")


def invite(client: Client, email: str = "bo@samspil.example", role: str = "editor") -> str:
    """Give access; the path of the page that shows the link."""
    answer = client.post("/people", data={"email": email, "role": role})
    assert answer.status_code == 303
    assert answer.location is not None
    return answer.location


def link_on(page: str) -> str:
    """The path of the sign-in link that a page shows."""
    return "/sign-in/" + page.split("/sign-in/")[1].split('"')[0]


def test_from_invitation_to_first_sign_in(app: Flask, administrator: Client) -> None:
    shown = administrator.get(invite(administrator))
    assert "http://localhost/sign-in/" in shown.text
    assert "Invited" in administrator.get("/people").text
    bo = as_client(app)
    bo.post(link_on(shown.text), data={"name": "Bo Beck", "password": GOOD})
    assert bo.get("/import").status_code == 200
    assert bo.get("/people").status_code == 403
    assert "Bo Beck" in administrator.get("/people").text


def test_a_link_is_shown_once(administrator: Client) -> None:
    page = invite(administrator)
    assert "/sign-in/" in administrator.get(page).text
    again = administrator.get(page)
    assert again.status_code == 303
    assert again.location == page.removesuffix("/link")
    assert "/sign-in/" not in administrator.get(again.location).text


@pytest.mark.parametrize(
    ("data", "field"),
    [
        ({"email": "bo", "role": "reader"}, "email"),
        ({"email": "", "role": "reader"}, "email"),
        ({"email": "administrator@samspil.example", "role": "reader"}, "email"),
        ({"email": "bo@samspil.example", "role": "king"}, "role"),
        ({}, "email"),
    ],
)
def test_a_faulty_invitation_keeps_what_was_typed(
    administrator: Client, data: dict[str, str], field: str
) -> None:
    answer = administrator.post("/people", data=data)
    assert answer.status_code == 422
    assert f'href="#{field}"' in answer.text
    if data.get("email"):
        assert f'value="{data["email"]}"' in answer.text


def test_somebody_who_forgot_gets_a_new_link(
    app: Flask, administrator: Client, make_user: Callable[..., User]
) -> None:
    user = make_user("reader", name="Bo Beck")
    answer = administrator.post(f"/people/{user.id}/link", follow_redirects=True)
    bo = as_client(app)
    link = link_on(answer.text)
    assert "Bo Beck" in bo.get(link).text
    assert bo.post(link, data={"name": "Bo Beck", "password": GOOD}).status_code == 303


def test_what_can_be_done_with_a_person(
    app: Flask,
    administrator: Client,
    make_user: Callable[..., User],
    sign_in: Callable[[Client, User], Client],
) -> None:
    user = make_user("reader")
    client = sign_in(as_client(app), user)
    page = f"/people/{user.id}"

    def do(what: str, **data: str) -> str:
        answer = administrator.post(f"{page}/{what}", data=data)
        assert (answer.status_code, answer.location) == (303, page)
        return administrator.get(page).text

    assert "Editor" in do("role", role="editor")
    assert client.get("/import").status_code == 200
    assert "signed out everywhere" in do("end-sessions")
    assert client.get("/").status_code == 303
    assert "Deactivated" in do("deactivate")
    assert administrator.post(f"{page}/link").status_code == 409
    assert "Active" in do("activate")


@pytest.mark.parametrize("what", ["role", "deactivate"])
def test_the_last_administrator_is_told_why_not(administrator: Client, what: str) -> None:
    with administrator.session_transaction() as session:
        own = session["_user_id"].partition(":")[0]
    answer = administrator.post(f"/people/{own}/{what}", data={"role": "reader"})
    assert answer.status_code == 409
    assert "at least one active administrator" in answer.text
    assert administrator.get("/people").status_code == 200


def test_who_gives_up_the_role_is_led_home(
    administrator: Client, make_user: Callable[..., User]
) -> None:
    make_user("administrator", email="other@samspil.example")
    with administrator.session_transaction() as session:
        own = session["_user_id"].partition(":")[0]
    answer = administrator.post(f"/people/{own}/role", data={"role": "reader"})
    assert (answer.status_code, answer.location) == (303, "/")
    assert administrator.get("/people").status_code == 403


def test_names_are_shown_as_they_are_written(
    administrator: Client, make_user: Callable[..., User]
) -> None:
    user = make_user("reader", name="<script>alert(1)</script>")
    for path in ("/people", f"/people/{user.id}"):
        page = administrator.get(path).text
        assert "<script>alert" not in page
        assert "&lt;script&gt;alert(1)" in page


def test_the_list_asks_the_database_a_few_times_however_many_there_are(
    administrator: Client, make_user: Callable[..., User], queries: Callable[[], object]
) -> None:
    counts = []
    for more in (0, 30):
        for n in range(more):
            make_user("reader", email=f"p{n}@samspil.example")
        with queries() as sent:  # type: ignore[attr-defined]
            assert administrator.get("/people").status_code == 200
        counts.append(len(sent))
    assert counts[0] == counts[1] <= 4
