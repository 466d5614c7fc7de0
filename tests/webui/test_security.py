"""What guards every answer: the policy's headers, and a token on all that writes."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from flask import Flask

from matcher.services.installation import Installation
from tests.webui.conftest import ROLES, Client, as_client
from tests.webui.walk import all_addresses, walk
from webui.party import BLUEPRINTS
from webui.security import HEADERS

MULTIPART = "multipart/form-data; boundary=b"
FILE = (
    b'--b\r\nContent-Disposition: form-data; name="files"; filename="l.csv"\r\n\r\n%s\r\n--b--\r\n'
)
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
    "font-src 'self'; connect-src 'self'; worker-src 'self'; form-action 'self'; "
    "frame-ancestors 'none'; base-uri 'none'"
)


def test_the_policy_is_what_was_agreed() -> None:
    assert HEADERS["Content-Security-Policy"] == POLICY


@pytest.mark.parametrize("role", ROLES)
def test_every_page_has_the_headers(role: str, client_as: Callable[..., Client]) -> None:
    pages = list(walk(client_as(role), "/", "/nothing", "/healthz", "/static/app.js"))
    assert len(pages) > 3
    for page in pages:
        for name, value in HEADERS.items():
            assert page.answer.headers[name] == value, page.path
        assert "Strict-Transport-Security" not in page.answer.headers


def test_pages_are_not_kept_by_browsers_and_files_are(client: Client) -> None:
    assert client.get("/sign-in").headers["Cache-Control"] == "no-store"
    assert "max-age" in client.get("/static/app.js").headers["Cache-Control"]


def test_pages_hold_nothing_inline(client_as: Callable[..., Client]) -> None:
    for page in walk(client_as("administrator")):
        if page.answer.mimetype == "text/html" and "attachment" not in str(page.answer.headers):
            text = page.answer.text
            assert " style=" not in text, page.path
            assert " onclick=" not in text, page.path
            assert "<style" not in text, page.path
            assert text.count("<script") == text.count("<script src=") + text.count(
                '<script type="application/json"'
            ), page.path


@pytest.mark.parametrize("role", ["nobody", "administrator"])
def test_nothing_is_written_without_a_token(
    role: str, app: Flask, client_as: Callable[..., Client]
) -> None:
    client = client_as(role)
    # The address of a party's page is its token.
    writing = [
        each
        for each in all_addresses(app)
        if each.method != "GET" and each.endpoint.partition(".")[0] not in BLUEPRINTS
    ]
    assert len(writing) > 10
    for address in writing:
        answer = client.open(address.path, method=address.method, csrf=False)
        assert answer.status_code == 400, address


@pytest.mark.parametrize("where", ["header", "field"])
def test_the_token_is_sent_either_way(where: str, client: Client) -> None:
    token = client.token()
    answer = client.post(
        "/language/en",
        csrf=False,
        headers={"X-CSRFToken": token} if where == "header" else {},
        data={"csrf_token": token} if where == "field" else {},
    )
    assert answer.status_code == 303


def test_the_token_of_another_session_does_not_do(app: Flask) -> None:
    other = as_client(app)
    with other.session_transaction() as session:
        session["csrf_token"] = "another"
    client = as_client(app)
    client.token()
    answer = client.post("/language/en", csrf=False, headers={"X-CSRFToken": other.token()})
    assert answer.status_code == 400


def test_reading_changes_nothing(app: Flask, client_as: Callable[..., Client]) -> None:
    """Addresses that write answer 405 to who only looks."""
    client = client_as("administrator")
    by_path: dict[str, set[str]] = {}
    for address in all_addresses(app):
        by_path.setdefault(address.path, set()).add(address.method)
    for path, methods in by_path.items():
        if "GET" not in methods and not path.startswith("/links/"):
            assert client.get(path).status_code in {404, 405}, path


def test_a_form_of_megabytes_is_refused(client: Client) -> None:
    big = {"email": "x" * 3_000_000}
    assert client.post("/sign-in", data=big).status_code == 413


def test_a_nul_is_refused_wherever_it_stands(client_as: Callable[..., Client]) -> None:
    client = client_as("editor")
    assert client.get("/organisations/a%00b").status_code == 404
    assert client.post("/organisations/a%00b/delete").status_code == 404
    assert client.get("/maps?around=a%00b").status_code == 400
    assert client.get("/organisations?a%00b=1").status_code == 400
    assert client.post("/account/name", data={"name": "Kim\0"}).status_code == 400
    assert as_client(client.application).get("/sign-in/a%00b").status_code == 404


@pytest.mark.parametrize(
    "text", [r'"a\u0000b"', r'"\ud800"', r'{"\udfff": 1}', "[" * 100_000], ids=str.__len__
)
def test_what_no_database_can_hold_is_refused_in_json(
    text: str, client_as: Callable[..., Client]
) -> None:
    answer = client_as("editor").post(
        "/events/none/intentions",
        data='{"text": ' + text + ("" if text[0] == "[" else "}"),
        content_type="application/json",
    )
    assert answer.status_code == 400


def test_two_halves_are_a_letter_and_a_backslash_is_no_nul(
    client_as: Callable[..., Client],
) -> None:
    for text in (r'"\ud83d\ude00"', r'"C:\\u0000"'):
        answer = client_as("editor").post(
            "/events/none/intentions",
            data='{"text": ' + text + "}",
            content_type="application/json",
        )
        assert answer.status_code == 404  # no such event: the words were read


def test_search_engines_are_told_to_keep_nothing(client: Client) -> None:
    assert client.get("/with/anything").headers["X-Robots-Tag"] == "noindex, nofollow, noarchive"


def test_files_may_be_larger_up_to_the_setting(
    make_installation: Callable[..., Installation], make_app: Callable[..., Flask]
) -> None:
    client = as_client(make_app(make_installation(upload_megabytes=1)))

    def send(size: int) -> int:
        body = FILE % (b"x" * size)
        return client.post("/import", data=body, content_type=MULTIPART).status_code

    assert send(3_000_000) == 401  # small enough to be asked who sends it
    assert send(7_000_000) == 413


def test_the_session_cookie_is_out_of_reach_of_scripts(client: Client) -> None:
    client.post("/language/en")
    cookie = client.get("/sign-in").headers.get("Set-Cookie", "")
    cookie = cookie or client.post("/language/da").headers["Set-Cookie"]
    assert "HttpOnly" in cookie
    assert "SameSite=Lax" in cookie
    assert "Secure" not in cookie


def test_the_session_cookie_is_for_https_where_people_use_it(
    make_installation: Callable[..., Installation], make_app: Callable[..., Flask]
) -> None:
    for settings in ({"secure_cookies": True}, {"public_url": "https://samspil.example"}):
        client = as_client(make_app(make_installation(**settings)))
        cookie = client.get("/sign-in", base_url="https://localhost").headers["Set-Cookie"]
        assert "Secure" in cookie
