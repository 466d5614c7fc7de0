"""Lists in pages: what was asked for, which page of it, and the addresses of the others."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from flask import request, url_for

from matcher.exchange.text_cells import plain


def asked_for(*names: str) -> dict[str, str]:
    """What the address asks for, tidied of what no database takes; empty where it says nothing."""
    return {name: plain(request.args.get(name, "")) for name in names}


def page_asked() -> int:
    """The page in the address; the first when it names none."""
    return request.args.get("page", 1, type=int)


def page_address(endpoint: str, asked: Mapping[str, str], **parts: Any) -> Callable[[int], str]:
    """Gives the address of each page of a list that is asked for in this way."""
    said: dict[str, Any] = {name: text for name, text in asked.items() if text}
    return lambda page: url_for(endpoint, **parts, **said, page=page if page > 1 else None)
