"""Standing behind a reverse proxy: its forwarded headers, and the prefix that people use."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any
from urllib.parse import urlsplit

from flask import Flask
from werkzeug.middleware.proxy_fix import ProxyFix

from matcher.settings import Settings

Wsgi = Callable[[dict[str, Any], Callable[..., Any]], Iterable[bytes]]


class Prefix:
    """Puts the app below a path, whether the proxy removes it from the address or not."""

    def __init__(self, app: Wsgi, prefix: str) -> None:
        self.app = app
        self.prefix = prefix

    def __call__(self, environ: dict[str, Any], start: Callable[..., Any]) -> Iterable[bytes]:
        # A proxy that says its prefix itself (X-Forwarded-Prefix) knows better.
        if not environ.get("SCRIPT_NAME"):
            environ["SCRIPT_NAME"] = self.prefix
        path = environ.get("PATH_INFO", "")
        own = environ["SCRIPT_NAME"]
        if path == own or path.startswith(own + "/"):
            environ["PATH_INFO"] = path[len(own) :]
        return self.app(environ, start)


def init_app(app: Flask, settings: Settings) -> None:
    """Trust as many proxies as the settings say, and live below the public address's path."""
    wsgi: Wsgi = app.wsgi_app
    prefix = urlsplit(settings.public_url).path.rstrip("/")
    if prefix:
        app.config["SESSION_COOKIE_PATH"] = prefix + "/"
        wsgi = Prefix(wsgi, prefix)
    if settings.proxies:
        n = settings.proxies
        wsgi = ProxyFix(wsgi, x_for=n, x_proto=n, x_host=n, x_port=0, x_prefix=n)
    app.wsgi_app = wsgi  # type: ignore[method-assign,assignment]  # as Flask's documentation does it
