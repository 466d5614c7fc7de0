"""Where one is led next is always a page of this installation."""

from __future__ import annotations

from urllib.parse import urljoin, urlsplit

import pytest
from flask import Flask
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from matcher.services.access import NOBODY, Actor
from webui import addresses

ORIGIN = "https://samspil.example/net/sign-in"


@pytest.mark.parametrize(
    ("text", "path"),
    [
        ("/", "/net/"),
        ("/people", "/net/people"),
        ("/people?", "/net/people"),
        ("/organisations?q=to ord&sector=", "/net/organisations?q=to ord&sector="),
        ("/organisations?next=//evil.example", "/net/organisations?next=//evil.example"),
    ],
)
def test_paths_of_the_installation(app: Flask, text: str, path: str) -> None:
    with app.test_request_context(base_url="https://samspil.example/net"):
        assert addresses.own_path(text) == path


@pytest.mark.parametrize(
    "text",
    [
        None,
        "",
        "people",
        "//evil.example",
        "///evil.example",
        "/\\evil.example",
        "/\t/evil.example",
        "\t//evil.example",
        "https://evil.example",
        "javascript:alert(1)",
        "/x\r\nSet-Cookie: a=b",
        "/\x00",
    ],
)
def test_everything_else_is_refused(app: Flask, text: str | None) -> None:
    with app.test_request_context():
        assert addresses.own_path(text) is None


@given(st.text("/\\.:@?#%\t\n evil-", max_size=12) | st.text(max_size=20))
@example("//evil")
@example("/\\/evil")
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
def test_no_text_leads_out_of_the_house(app: Flask, text: str) -> None:
    with app.test_request_context(base_url="https://samspil.example/net"):
        path = addresses.own_path(text)
    if path is not None:
        # Browsers drop tabs and line ends and take a backslash for a slash.
        as_browsers_do = path.translate({9: None, 10: None, 13: None, 92: "/"})
        found = urlsplit(urljoin(ORIGIN, as_browsers_do))
        assert (found.scheme, found.netloc) == ("https", "samspil.example")


@pytest.mark.parametrize(
    ("actor", "path"),
    [
        (NOBODY, "/sign-in"),
        (Actor(role="reader", id="x"), "/"),
        (Actor(role="link", subject="map"), "/maps"),
        (Actor(role="link", subject="shortlist", subject_id="x"), "/shortlists/x"),
    ],
)
def test_where_one_begins(app: Flask, actor: Actor, path: str) -> None:
    with app.test_request_context():
        assert addresses.start(actor) == path
