"""Going through all pages: every address that the app knows, and every link that a page has."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass
from html.parser import HTMLParser
from urllib.parse import urldefrag, urljoin, urlsplit

from flask import Flask
from werkzeug.test import TestResponse

from tests.webui.conftest import Client

# A word for each part of an address that stands for a record; no such record exists.
ARGUMENT = "nosuchthing"


@dataclass(frozen=True, slots=True)
class Address:
    """One way to ask the app: an endpoint, a method and a path."""

    endpoint: str
    method: str
    path: str


def all_addresses(app: Flask) -> Iterator[Address]:
    """Every endpoint with each of its methods (HEAD and OPTIONS follow GET); not the files."""
    adapter = app.url_map.bind("localhost")
    for rule in app.url_map.iter_rules():
        if rule.endpoint == "static":
            continue
        fixed = dict(rule.defaults or {})
        values = {name: _value(rule, name) for name in rule.arguments - fixed.keys()} | fixed
        for method in sorted((rule.methods or set()) - {"HEAD", "OPTIONS"}):
            path = adapter.build(rule.endpoint, values, method=method)
            yield Address(rule.endpoint, method, path)


def _value(rule: object, name: str) -> object:
    converter = rule._converters[name]  # type: ignore[attr-defined]  # the only way to ask
    choices = getattr(converter, "items", None)  # any(a, b)
    if choices:
        return sorted(choices)[0]
    return 1 if type(converter).__name__ == "IntegerConverter" else ARGUMENT


@dataclass(frozen=True, slots=True)
class Page:
    """A page that was reached: where it is, the answer, and the addresses in it."""

    path: str
    answer: TestResponse
    links: tuple[tuple[str, str], ...]


class _Links(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found: list[tuple[str, str]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        for name, value in attrs:
            leads = name in {"href", "src", "action", "formaction"}
            if value is not None and (leads or (name.startswith("hx-") and value[:1] == "/")):
                self.found.append((f"{tag} {name}", value))


def walk(client: Client, *start: str, prefix: str = "", most: int = 80) -> Iterator[Page]:
    """The pages from `start` on, along their links, each path once; files to fetch as well."""
    waiting, seen = deque(start or ("/",)), set()
    while waiting and len(seen) < most:
        path = waiting.popleft()
        bare = urlsplit(path).path
        if bare in seen:
            continue
        seen.add(bare)
        answer = client.get(path)
        if answer.location:
            waiting.append(_own(answer.location, path, prefix) or "/")
        links = _links(answer)
        yield Page(path, answer, links)
        for kind, link in links:
            own = _own(link, path, prefix)
            if kind == "a href" and own is not None:
                waiting.append(own)


def _links(answer: TestResponse) -> tuple[tuple[str, str], ...]:
    if answer.mimetype != "text/html":
        return ()
    parser = _Links()
    parser.feed(answer.text)
    return tuple(parser.found)


def _own(link: str, page: str, prefix: str) -> str | None:
    address = urldefrag(urljoin("http://localhost" + prefix + page, link)).url
    parts = urlsplit(address)
    if parts.netloc != "localhost" or not parts.path.startswith(prefix):
        return None
    return parts.path.removeprefix(prefix) + (f"?{parts.query}" if parts.query else "")
