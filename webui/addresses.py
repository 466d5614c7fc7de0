"""Addresses within the installation: where to go next, and links to give to others."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

from flask import request, url_for

from matcher.services.access import Actor
from matcher.services.one_time_links import address
from webui import here

# What browsers drop or turn round before they read an address: "/\example.org" leaves the house.
_TREACHEROUS = re.compile(r"[\\\x00-\x1f\x7f]")


def own_path(text: str | None) -> str | None:
    """The address to go back to, if it is a path of this installation; else None.

    The path is as the app sees it, without the prefix of the proxy.
    """
    if not text or not text.startswith("/") or text.startswith("//"):
        return None
    if _TREACHEROUS.search(text):
        return None
    parts = urlsplit(text)
    return None if parts.scheme or parts.netloc else request.script_root + text.removesuffix("?")


def start(actor: Actor) -> str:
    """Where somebody begins: the overview, what their link is for, or the sign-in page."""
    if actor.role == "nobody":
        return url_for("sign_in.show")
    if actor.role != "link":
        return url_for("home.show")
    return subject(actor.subject, actor.subject_id)


def subject(kind: str | None, subject_id: str | None) -> str:
    """The page of what an access link is for."""
    if kind == "shortlist":
        return url_for("shortlists.show", shortlist_id=subject_id)
    if subject_id is not None:
        return url_for("views.show", view_id=subject_id)
    return url_for("maps.show")


def shared(path: str) -> str:
    """The whole address of a link to give to others: below the public address, if there is one."""
    settings = here.installation().settings
    if settings.public_url:
        return address(settings, path)
    return request.url_root.rstrip("/") + path
