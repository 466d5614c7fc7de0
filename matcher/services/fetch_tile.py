"""A piece of a background map from the server that the administrator named.

The reader's browser never asks that server: we do, for those who may see the map, and keep what it
sent for a while. Nothing but an image is passed on, and only from that server.
"""

from __future__ import annotations

import http.client
import threading
import time
import urllib.error
import urllib.request
from collections import OrderedDict
from dataclasses import dataclass
from typing import IO, Protocol
from urllib.parse import urlsplit
from weakref import WeakKeyDictionary

from matcher.services.access import Actor, require
from matcher.services.installation import Installation

DEEPEST = 19
"""The nearest zoom there is: a tile is some 300 metres wide at the equator at 17, 75 at 19."""
LARGEST = 500_000
SECONDS = 4.0
KEPT_BYTES = 32_000_000
KEPT_SECONDS = 7 * 24 * 3600
REST_SECONDS = 30
"""How long a server that failed is left alone, so that pages do not wait for it."""
AT_ONCE = 2
"""More requests at a time would take all the threads that pages are answered with."""
AGENT = "Samspil (network maps for local co-creation)"

_BEGINNINGS = (
    (b"\x89PNG\r\n\x1a\n", "image/png"),
    (b"\xff\xd8\xff", "image/jpeg"),
    (b"RIFF", "image/webp"),
    (b"GIF8", "image/gif"),
)


@dataclass(frozen=True, slots=True)
class Tile:
    """An image and its type."""

    data: bytes
    type: str


class TileKeeper:
    """Tiles of one server, the least used going first; safe to share between threads."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._turn = threading.BoundedSemaphore(AT_ONCE)
        self._kept: OrderedDict[str, tuple[float, Tile]] = OrderedDict()
        self._size = 0
        self._rests_until = 0.0

    def tile(self, url: str) -> Tile | None:
        """The tile of an address, from memory or from the server; None if it cannot be had."""
        found = self._known(url)
        if found is not None or time.monotonic() < self._rests_until:
            return found
        if not self._turn.acquire(timeout=SECONDS):
            return None
        try:
            found = self._known(url) or self._fetched(url)
        finally:
            self._turn.release()
        return found

    def _fetched(self, url: str) -> Tile | None:
        try:
            tile = fetch(url)
        except urllib.error.HTTPError as answer:
            answer.close()
            if answer.code >= 500 or answer.code == 429:
                self._rest()
            return None
        except (OSError, http.client.HTTPException, ValueError):
            self._rest()
            return None
        if tile is not None:
            self._keep(url, tile)
        return tile

    def _rest(self) -> None:
        self._rests_until = time.monotonic() + REST_SECONDS

    def _known(self, url: str) -> Tile | None:
        with self._lock:
            at, tile = self._kept.get(url, (0.0, None))
            if tile is None or time.monotonic() - at > KEPT_SECONDS:
                return None
            self._kept.move_to_end(url)
            return tile

    def _keep(self, url: str, tile: Tile) -> None:
        with self._lock:
            before = self._kept.pop(url, None)
            self._size += len(tile.data) - (len(before[1].data) if before else 0)
            self._kept[url] = (time.monotonic(), tile)
            while self._size > KEPT_BYTES:
                _, (_, gone) = self._kept.popitem(last=False)
                self._size -= len(gone.data)


_keepers: WeakKeyDictionary[Installation, TileKeeper] = WeakKeyDictionary()
_lock = threading.Lock()


def fetch_tile(installation: Installation, actor: Actor, z: int, x: int, y: int) -> Tile | None:
    """The tile at a zoom, column and row; None where there is none to be had.

    That is so without a server, outside the world, and when the server fails: the map is as useful
    without its background.
    """
    require(actor, "explore_map")
    pattern = installation.settings.tile_url
    if not pattern or not 0 <= z <= DEEPEST or not (0 <= x < 2**z and 0 <= y < 2**z):
        return None
    with _lock:
        keeper = _keepers.setdefault(installation, TileKeeper())
    url = pattern.replace("{z}", str(z)).replace("{x}", str(x)).replace("{y}", str(y))
    return keeper.tile(url)


def fetch(url: str) -> Tile | None:
    """The image at an address; None for what is no image or too large.

    OSError (urllib.error.URLError, TimeoutError) when the server does not answer in time or well,
    and when it sends the way to another host.
    """
    opener = urllib.request.build_opener(_SameHost)
    asked = urllib.request.Request(url, headers={"User-Agent": AGENT, "Accept": "image/*"})  # noqa: S310 - the settings allow http and https alone
    deadline = time.monotonic() + SECONDS
    with opener.open(asked, timeout=SECONDS) as answer:
        if not str(answer.headers.get("Content-Type", "")).startswith("image/"):
            return None
        data = _read(answer, deadline)
    return None if data is None else _image(data)


class _Body(Protocol):
    """What can be read as it comes in."""

    def read1(self, size: int, /) -> bytes:
        """Some bytes, none at the end."""


def _read(answer: _Body, deadline: float) -> bytes | None:
    """The body; None if it is too large. TimeoutError if it trickles in."""
    parts, size = [], 0
    while part := answer.read1(65_536):
        parts.append(part)
        size += len(part)
        if size > LARGEST:
            return None
        if time.monotonic() > deadline:
            raise TimeoutError
    return b"".join(parts)


def _image(data: bytes) -> Tile | None:
    """What begins as an image does; drawings that may hold scripts (SVG) are none here."""
    for beginning, type_ in _BEGINNINGS:
        if data.startswith(beginning):
            return Tile(data, type_)
    return None


class _SameHost(urllib.request.HTTPRedirectHandler):
    """Follows the server only to itself."""

    def redirect_request(
        self,
        req: urllib.request.Request,
        fp: IO[bytes],
        code: int,
        msg: str,
        headers: http.client.HTTPMessage,
        newurl: str,
    ) -> urllib.request.Request | None:
        """Refuse (URLError) another scheme, host or port."""
        if urlsplit(newurl)[:2] != urlsplit(req.full_url)[:2]:
            raise urllib.error.URLError("the tile server sends to another host")
        return super().redirect_request(req, fp, code, msg, headers, newurl)
