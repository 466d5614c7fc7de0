"""Tiles from a real server on this machine: what is passed on, kept and refused."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from matcher.errors import Refusal
from matcher.services import fetch_tile as tiles
from matcher.services.access import NOBODY, OPERATOR
from matcher.services.fetch_tile import Tile, fetch_tile
from matcher.services.installation import Installation
from matcher.settings import Settings

PNG = b"\x89PNG\r\n\x1a\n" + b"\0" * 40


class TileServer(ThreadingHTTPServer):
    """Answers as each test says, and remembers what it was asked."""

    asked: list[tuple[str, str]]
    answer: tuple[int, dict[str, str], bytes]

    def handle_error(self, request: object, client_address: object) -> None:
        """A client that goes away is what some tests are about."""


class Handler(BaseHTTPRequestHandler):
    server: TileServer

    def do_GET(self) -> None:
        self.server.asked.append((self.path, self.headers["User-Agent"]))
        status, headers, body = self.server.answer
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch) -> Iterator[TileServer]:
    monkeypatch.setenv("no_proxy", "127.0.0.1")
    made = TileServer(("127.0.0.1", 0), Handler)
    made.asked, made.answer = [], (200, {"Content-Type": "image/png"}, PNG)
    thread = threading.Thread(target=made.serve_forever, args=(0.01,))
    thread.start()
    yield made
    made.shutdown()
    thread.join()
    made.server_close()


@pytest.fixture
def get(server: TileServer) -> Iterator[Callable[..., Tile | None]]:
    """A tile of an installation that has the server."""
    port = server.server_address[1]
    url = f"http://127.0.0.1:{port}/t/{{z}}/{{x}}/{{y}}.png?k=1"
    installation = Installation(Settings(database_url="sqlite://", tile_url=url))

    def fetched(z: int = 3, x: int = 4, y: int = 2) -> Tile | None:
        return fetch_tile(installation, OPERATOR, z, x, y)

    yield fetched
    installation.close()


def test_a_tile_is_fetched_once_and_kept(server: TileServer, get: Callable[..., Tile]) -> None:
    assert get() == get() == Tile(PNG, "image/png")
    assert server.asked == [("/t/3/4/2.png?k=1", tiles.AGENT)]


def test_it_is_fetched_again_after_a_while(
    server: TileServer, get: Callable[..., Tile], monkeypatch: pytest.MonkeyPatch
) -> None:
    get()
    monkeypatch.setattr(tiles, "KEPT_SECONDS", -1)
    get()
    assert len(server.asked) == 2


def test_what_is_kept_is_bounded(
    server: TileServer, get: Callable[..., Tile], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tiles, "KEPT_BYTES", 2 * len(PNG))
    for x in (0, 1, 2, 0):
        get(x=x)
    assert len(server.asked) == 4


@pytest.mark.parametrize("place", [(-1, 0, 0), (20, 0, 0), (3, 8, 0), (3, 0, 8), (3, -1, 0)])
def test_outside_the_world_nobody_is_asked(
    server: TileServer, get: Callable[..., Tile | None], place: tuple[int, int, int]
) -> None:
    assert get(*place) is None
    assert server.asked == []


@pytest.mark.parametrize(
    ("headers", "body"),
    [
        ({"Content-Type": "text/html"}, PNG),
        ({"Content-Type": "image/svg+xml"}, b"<svg onload='x'/>"),
        ({"Content-Type": "image/png"}, b"<html>"),
        ({"Content-Type": "image/png"}, PNG + b"\0" * tiles.LARGEST),
        ({}, PNG),
    ],
)
def test_what_is_no_small_image_is_not_passed_on(
    server: TileServer, get: Callable[..., Tile | None], headers: dict[str, str], body: bytes
) -> None:
    server.answer = (200, headers, body)
    assert get() is None


def test_a_way_to_another_host_is_not_followed(
    server: TileServer, get: Callable[..., Tile | None]
) -> None:
    other = f"http://localhost:{server.server_address[1]}/t/0/0/0.png"
    server.answer = (302, {"Location": other}, b"")
    assert get() is None
    assert len(server.asked) == 1


def test_a_server_that_fails_is_left_alone_for_a_while(
    server: TileServer, get: Callable[..., Tile | None], monkeypatch: pytest.MonkeyPatch
) -> None:
    server.answer = (503, {}, b"")
    assert (get(x=0), get(x=1)) == (None, None)
    assert len(server.asked) == 1


def test_a_tile_that_there_is_not_says_nothing_of_the_others(
    server: TileServer, get: Callable[..., Tile | None]
) -> None:
    server.answer = (404, {}, b"")
    assert (get(x=0), get(x=1)) == (None, None)
    assert len(server.asked) == 2


def test_a_server_that_is_slow_is_not_waited_for() -> None:
    class Slow:
        def read1(self, size: int, /) -> bytes:
            return b"x"

    with pytest.raises(TimeoutError):
        tiles._read(Slow(), time.monotonic() - 1)


def test_without_a_server_and_for_strangers_there_is_none() -> None:
    installation = Installation(Settings(database_url="sqlite://"))
    assert fetch_tile(installation, OPERATOR, 0, 0, 0) is None
    with pytest.raises(Refusal):
        fetch_tile(installation, NOBODY, 0, 0, 0)
    installation.close()
