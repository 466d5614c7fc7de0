"""Behind a proxy, below a path and over HTTPS every address in a page is right."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import pytest
from flask import Flask
from werkzeug.test import TestResponse

from matcher.services.access import OPERATOR
from matcher.services.installation import Installation
from matcher.services.people import invite
from tests.factories import make_collaboration, make_organisation, make_shortlist
from tests.webui.conftest import Client, as_client
from tests.webui.walk import walk

GOOD = "fire heste i en skov"


@dataclass(frozen=True, kw_only=True)
class Way:
    """How an installation is reached: its settings, and what its proxy sends along."""

    settings: dict[str, object]
    headers: dict[str, str]
    path: str
    """What stands before a path in the request that reaches the app."""

    prefix: str = "/net"
    origin: str = "https://samspil.example"


FORWARDED = {
    "X-Forwarded-For": "192.0.2.1",
    "X-Forwarded-Proto": "https",
    "X-Forwarded-Host": "samspil.example",
}

WAYS = {
    "the proxy says its prefix": Way(
        settings={"proxies": 1},
        headers={**FORWARDED, "X-Forwarded-Prefix": "/net"},
        path="",
    ),
    "the setting says it, the proxy takes it away": Way(
        settings={"proxies": 1, "public_url": "https://samspil.example/net/"},
        headers=FORWARDED,
        path="",
    ),
    "the setting says it, the proxy leaves it": Way(
        settings={"proxies": 1, "public_url": "https://samspil.example/net"},
        headers=FORWARDED,
        path="/net",
    ),
    "both say it": Way(
        settings={"proxies": 1, "public_url": "https://samspil.example/net"},
        headers={**FORWARDED, "X-Forwarded-Prefix": "/net"},
        path="",
    ),
    "no prefix": Way(settings={"proxies": 1}, headers=FORWARDED, path="", prefix=""),
}


class Proxied(Client):
    """A browser whose requests arrive through the proxy; paths are given without the prefix.

    It keeps its cookies by itself: those of the test client go by the path that reaches the app,
    a browser's by the path that people see.
    """

    way: Way
    jar: dict[str, str]

    def open(self, *args: Any, **kwargs: Any) -> TestResponse:
        headers = {**dict(kwargs.get("headers") or {}), **self.way.headers}
        headers["Cookie"] = "; ".join(f"{name}={value}" for name, value in self.jar.items())
        answer = super().open(self.way.path + args[0], *args[1:], **{**kwargs, "headers": headers})
        for cookie in answer.headers.getlist("Set-Cookie"):
            name, _, value = cookie.partition(";")[0].partition("=")
            path = cookie.partition("Path=")[2].partition(";")[0]
            assert f"{self.way.prefix}/".startswith(path)
            self.jar[name] = value
        return answer


@pytest.fixture(params=WAYS.values(), ids=WAYS.keys())
def way(request: pytest.FixtureRequest) -> Way:
    """Each way to be reached."""
    found: Way = request.param
    return found


@pytest.fixture
def installation(way: Way, make_installation: Callable[..., Installation]) -> Installation:
    """An installation with a record of each kind."""
    made = make_installation(**way.settings)
    a, b = make_organisation(made, "Kulturhuset"), make_organisation(made, "Plejehjemmet")
    make_collaboration(made, "Fællesspisning", [a, b])
    make_shortlist(made, organisation=a, entries=[b])
    return made


@pytest.fixture
def browser(way: Way, installation: Installation, make_app: Callable[..., Flask]) -> Proxied:
    """An administrator who has signed in through the proxy."""
    app = make_app(installation)
    app.test_client_class = Proxied
    client = app.test_client(use_cookies=False)
    assert isinstance(client, Proxied)
    client.way, client.jar = way, {}
    link = invite(installation, OPERATOR, email="kim@samspil.example", role="administrator").path
    token = form_token(client, link)
    data = {"name": "Kim", "password": GOOD, "csrf_token": token}
    answer = client.post(link, data=data, csrf=False)
    assert answer.location == f"{way.prefix}/"
    return client


def form_token(client: Client, path: str) -> str:
    """The token that a page's form carries; the cookie goes with the client."""
    return client.get(path).text.split('name="csrf_token" value="')[1].split('"')[0]


def test_every_address_is_below_the_prefix(browser: Proxied, way: Way) -> None:
    pages = list(walk(browser, prefix=way.prefix))
    assert len(pages) > 15
    outside = []
    for page in pages:
        assert page.answer.status_code < 400, page.path
        links = [link for _, link in page.links if not link.startswith(("#", "?"))]
        links += [page.answer.location] if page.answer.location else []
        outside += [
            (page.path, link)
            for link in links
            if not link.startswith((f"{way.prefix}/", "http", "mailto:", "tel:", "data:"))
        ]
    assert outside == []


def test_files_are_found_where_the_pages_say(browser: Proxied, way: Way) -> None:
    for kind, link in next(iter(walk(browser, prefix=way.prefix))).links:
        if "/static/" in link:
            path = link.partition("#")[0].removeprefix(way.prefix)
            assert browser.get(path).status_code == 200, (kind, link)


def test_redirects_stay_below_the_prefix(browser: Proxied, way: Way) -> None:
    answer = browser.post(
        "/language/en",
        data={"next": "/people?x=1", "csrf_token": form_token(browser, "/people")},
        csrf=False,
    )
    assert answer.location == f"{way.prefix}/people?x=1"
    out = browser.post("/sign-out", data={"csrf_token": form_token(browser, "/people")}, csrf=False)
    assert out.location == f"{way.prefix}/sign-in"
    assert browser.get("/people").location == f"{way.prefix}/sign-in?next=/people"


def test_links_to_give_away_are_whole(browser: Proxied, way: Way) -> None:
    token = form_token(browser, "/people")
    data = {"label": "Styregruppen", "days": "30", "csrf_token": token}
    answer = browser.post("/links/map", data=data, csrf=False)
    assert answer.location == f"{way.prefix}/links/new"
    assert f'value="{way.origin}{way.prefix}/links/' in browser.get("/links/new").text


def test_cookies_and_headers_are_those_of_https(browser: Proxied, way: Way) -> None:
    answer = browser.post(
        "/language/da", data={"csrf_token": form_token(browser, "/people")}, csrf=False
    )
    assert answer.headers["Strict-Transport-Security"].startswith("max-age=")
    cookie = answer.headers["Set-Cookie"]
    assert f"Path={way.prefix}/;" in cookie or "Path=/;" in cookie
    if "public_url" in way.settings:
        assert "Secure" in cookie


def test_what_a_stranger_forwards_is_not_believed(
    make_installation: Callable[..., Installation], make_app: Callable[..., Flask]
) -> None:
    client = as_client(make_app(make_installation()))
    answer = client.get("/sign-in", headers={**FORWARDED, "X-Forwarded-Prefix": "/evil"})
    assert "Strict-Transport-Security" not in answer.headers
    assert "/evil" not in answer.text
    assert "samspil.example" not in answer.text
