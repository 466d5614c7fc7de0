"""Addresses of web pages: which ones people may be led to."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

from matcher.exchange.fault import Fault
from matcher.wording.message import message

_HOST = re.compile(r"(?:[\w-]+\.)+[\w-]{2,}", re.UNICODE)
_UNSAFE = re.compile(r"[\s\x00-\x1f<>\"\\]")


def web_address(text: str | None) -> str | None:
    """The address to lead to: http or https to a host with a dot; None for anything else.

    An address without http is led to over https.

    >>> web_address("www.samspil.example/om"), web_address("javascript:alert(1)")
    ('https://www.samspil.example/om', None)
    """
    if not text or _UNSAFE.search(text):
        return None
    address = text if re.match(r"[a-z][a-z0-9+.-]*:", text, re.IGNORECASE) else f"https://{text}"
    try:
        parts = urlsplit(address)
        host, _port = parts.hostname, parts.port
    except ValueError:
        return None
    if parts.scheme not in {"http", "https"} or "@" in parts.netloc:
        return None
    return address if host and _HOST.fullmatch(host) else None


def read_web_address(text: str) -> str | None:
    """The address as written, if people can be led to it; Fault if not."""
    if not text:
        return None
    if web_address(text) is None:
        raise Fault(message("Write a web address that begins with http:// or https://."))
    return text
