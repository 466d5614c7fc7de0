"""A site of its own with a made network, signed in to, for measuring its pages."""

from __future__ import annotations

import logging
import multiprocessing
import socket
import tempfile
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from multiprocessing.connection import Connection
from pathlib import Path
from typing import TypedDict

import waitress
from flask import Flask
from sqlalchemy import update

from benchmarks.views import AS_OF, filled
from matcher.network.picture import MapPicture
from matcher.services.access import OPERATOR
from matcher.services.draw_map import draw_map
from matcher.services.installation import Installation
from matcher.settings import Settings
from matcher.store.queries import people
from matcher.store.tables import Collaboration
from webui import create_app


class Cookie(TypedDict):
    """What signs somebody in."""

    name: str
    value: str


@dataclass(frozen=True, kw_only=True, slots=True)
class MapSite:
    """Where it answers, the cookie of a reader, and the map that it shows."""

    address: str
    cookie: Cookie
    picture: MapPicture

    def fetch(self, path: str) -> bytes:
        """What it answers to a browser that takes gzip, as it is sent."""
        asked = urllib.request.Request(self.address + path)
        asked.add_header("Cookie", f"{self.cookie['name']}={self.cookie['value']}")
        asked.add_header("Accept-Encoding", "gzip")
        with urllib.request.urlopen(asked) as answer:
            return bytes(answer.read())


@contextmanager
def map_site(size: int, seed: int) -> Iterator[MapSite]:
    """Serve a network of so many organisations from a process of its own, as `samspil serve` does.

    Its pages have been asked for once: places are kept, and the file is made.
    """
    with tempfile.TemporaryDirectory() as folder:
        installation = filled(Path(folder), size, seed)
        _unwritten(installation)
        picture = draw_map(installation, OPERATOR, as_of=AS_OF)
        url = installation.settings.database_url
        installation.close()
        here, there = multiprocessing.Pipe()
        process = multiprocessing.get_context("spawn").Process(target=_serve, args=(url, there))
        process.start()
        there.close()  # so that waiting ends with an error where the site does not start
        address, cookie = here.recv()
        site = MapSite(address=address, cookie=cookie, picture=picture)
        site.fetch("/maps")
        site.fetch("/maps/data")
        try:
            yield site
        finally:
            process.terminate()
            process.join()


def _unwritten(installation: Installation) -> None:
    """All collaborations go on and none is in writing, so that every tie can have its mark."""
    with installation.writing(OPERATOR) as work:
        work.session.execute(update(Collaboration).values(agreement="none", end=None))
        work.commit()


def _serve(url: str, told: Connection) -> None:
    logging.getLogger("waitress").setLevel(logging.ERROR)
    app = create_app(Installation(Settings(database_url=url)))
    listening = socket.create_server(("127.0.0.1", 0))
    server = waitress.create_server(app, sockets=[listening], threads=4)
    told.send((f"http://127.0.0.1:{listening.getsockname()[1]}", _reader(app)))
    server.run()


def _reader(app: Flask) -> Cookie:
    """The cookie of a reader who is signed in."""
    installation: Installation = app.extensions["samspil"]
    with installation.writing(OPERATOR) as work:
        user = people.add(work, email="reader@samspil.example", role="reader", name="Reader")
        user.password_hash = "set"
        work.commit()
        signed_in = f"{user.id}:{user.session_key}"
    client = app.test_client()
    with client.session_transaction() as session:
        session["_user_id"] = signed_in
    name = app.config["SESSION_COOKIE_NAME"]
    cookie = client.get_cookie(name)
    assert cookie is not None
    return {"name": name, "value": cookie.value}
