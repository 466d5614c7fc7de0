"""An app behind a real address, for tests in a browser."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from flask import Flask
from werkzeug.serving import make_server

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse, WSGIApplication, WSGIEnvironment


@contextmanager
def served(app: Flask) -> Iterator[str]:
    """The app's address, on a free port of this machine, for as long as the block runs."""
    server = make_server("127.0.0.1", 0, _whole(app), threaded=True)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
        _answered()


def _whole(app: WSGIApplication) -> WSGIApplication:
    """The app with answers made before they are sent.

    The server does not close a file when whoever asked goes away in the middle of it.
    """

    def answer(environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        found = app(environ, start_response)
        try:
            return [b"".join(found)]
        finally:
            if hasattr(found, "close"):
                found.close()

    return answer


def _answered() -> None:
    """Wait for answers that are still being written: one cut off leaves its file open."""
    until = time.monotonic() + 5
    for thread in threading.enumerate():
        if "process_request" in thread.name:
            thread.join(max(0.0, until - time.monotonic()))
