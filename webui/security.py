"""What guards every answer: tokens on writes, limits on uploads, and the headers of the policy."""

from __future__ import annotations

import re
from collections.abc import Sequence

from flask import Flask, Response, abort, current_app, g, request
from flask_wtf import CSRFProtect

from webui.config import MEGABYTE
from webui.unsent import is_sent_again

POLICY = "; ".join(
    (
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self' data:",
        "font-src 'self'",
        "connect-src 'self'",
        "worker-src 'self'",
        "form-action 'self'",
        "frame-ancestors 'none'",
        "base-uri 'none'",
    )
)
"""Nothing from another host, nothing inline, no frame around a page."""

HEADERS = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "X-Robots-Tag": "noindex, nofollow, noarchive",
}

STRICT_TRANSPORT = "max-age=31536000"

UPLOADS = frozenset({"imports.check", "place.take_boundaries"})
"""Endpoints that take files."""

KEPT = frozenset({"static", "place.tile"})
"""Endpoints whose answers a browser may keep: they say nothing of anybody."""

ASKED_AGAIN = frozenset({"calendar.feed"})
"""Endpoints whose answers a program of their owner's may keep, if it asks each time whether they
still hold."""

_UNWRITABLE = re.compile("[\0\ud800-\udfff]")
"""NUL, and the halves of letters that UTF-16 writes with two: alone they are no text."""

FILES = 5
"""How many files of the largest size may come at once."""


class _Tokens(CSRFProtect):
    """Asks for a token, but of a form that was kept while its writer signed in."""

    def protect(self, apply_exemptions: bool = False) -> None:
        if not is_sent_again():
            super().protect(apply_exemptions)


def init_app(app: Flask) -> None:
    """Check what comes in before anything else does, and put the headers on what goes out."""
    app.before_request(_allow_uploads)
    app.before_request(_refuse_unwritable)
    _Tokens(app)
    app.after_request(_protect)


def allow_frames(sites: Sequence[str]) -> None:
    """Let pages of these origins show the answer at hand in a frame; none lets nobody.

    The origins are those of a link made for it: `matcher.services.link_options.origin` read them.
    """
    g.frame_sites = tuple(sites)


def _allow_uploads() -> None:
    if request.endpoint in UPLOADS:
        settings = current_app.extensions["samspil"].settings
        request.max_content_length = FILES * settings.upload_megabytes * MEGABYTE + MEGABYTE


def _refuse_unwritable() -> None:
    """No person writes a NUL or half a letter, and no database and no page can hold them."""
    if not _writable(request.path):
        abort(404)
    for sent in (request.args, request.form):
        if not all(_writable(text) for name, texts in sent.lists() for text in (name, *texts)):
            abort(400)
    if request.is_json and not _json_is_writable():
        abort(400)


def _json_is_writable() -> bool:
    """Whether all texts in the JSON that came are; what is no JSON is refused where it is read."""
    try:
        waiting = [request.get_json(silent=True)]
    except RecursionError:  # brackets within brackets, thousands of them
        return False
    while waiting:
        match waiting.pop():
            case str() as text if not _writable(text):
                return False
            case list() as items:
                waiting += items
            case dict() as fields:
                waiting += [*fields, *fields.values()]
    return True


def _writable(text: str) -> bool:
    return not _UNWRITABLE.search(text)


def _framed(sites: Sequence[str]) -> dict[str, str]:
    """The headers of an answer for frames; older browsers know no way to name several sites."""
    policy = POLICY.replace("frame-ancestors 'none'", "frame-ancestors " + " ".join(sites))
    kept = {name: value for name, value in HEADERS.items() if name != "X-Frame-Options"}
    return {**kept, "Content-Security-Policy": policy}


def _protect(response: Response) -> Response:
    sites = g.get("frame_sites", ())
    for name, value in _framed(sites).items() if sites else HEADERS.items():
        response.headers.setdefault(name, value)
    if request.is_secure:
        response.headers.setdefault("Strict-Transport-Security", STRICT_TRANSPORT)
    if request.endpoint not in KEPT:
        # Pages show personal data and people share computers.
        again = request.endpoint in ASKED_AGAIN
        response.headers["Cache-Control"] = "private, no-cache" if again else "no-store"
        response.vary.update(("Accept-Language", "Cookie"))
    return response
