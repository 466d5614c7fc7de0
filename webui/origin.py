"""Whether a request comes from our own pages, by what the browser says of it."""

from __future__ import annotations

from urllib.parse import urlsplit

from flask import request

from webui import here


def from_own_pages() -> bool:
    """Whether the browser says that one of our pages sent the request.

    No page of another site can set these headers. Sec-Fetch-Site (Fetch Metadata) is sent to
    addresses that a browser trusts, HTTPS and localhost; elsewhere there is Origin, or Referer
    where a browser sends no Origin. False where there is none of them.
    """
    site = request.headers.get("Sec-Fetch-Site")
    if site is not None:
        return site == "same-origin"
    sent_by = request.headers.get("Origin") or request.headers.get("Referer", "")
    origin = _origin(sent_by)
    return origin is not None and origin in _own()


def _own() -> set[tuple[str, str] | None]:
    # Behind a proxy that does not say how it was reached, only the setting knows.
    public = here.installation().settings.public_url
    return {_origin(request.host_url), _origin(public)} - {None}


def _origin(address: str) -> tuple[str, str] | None:
    """Scheme and host with its port, None for what is no address ("null" for one)."""
    try:
        parts = urlsplit(address)
    except ValueError:
        return None
    return (parts.scheme, parts.netloc.lower()) if parts.scheme and parts.netloc else None
