"""What somebody wrote, when it could not be taken: kept on the page that says so.

Sessions end while people write. The page that tells them holds all that they sent, to be sent once
more to the same address. Only what our own pages sent is kept: else another site could have
somebody send what it wrote.
"""

from __future__ import annotations

from dataclasses import dataclass

from flask import request, url_for
from werkzeug.exceptions import HTTPException

from webui.origin import from_own_pages

AGAIN = "sent_again"
"""The field by which a form says that it was kept here."""
_OURS = frozenset({"csrf_token", AGAIN})
_NOT_WRITTEN = frozenset({"next", "version"})
"""Fields that no one writes in; a form of these alone is only a button."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Unsent:
    """A form that was sent in vain.

    `address` is where it was sent to, `encoding` how; `fields` are (name, value) of all that was in
    it, names as often as they were there; `texts` are the values that are words, to be read.
    """

    address: str
    encoding: str
    fields: tuple[tuple[str, str], ...]
    texts: tuple[str, ...]


def unsent() -> Unsent | None:
    """The form of the request at hand; None where nothing may be kept, or nothing is to be.

    Not kept are forms with a password or with files (which a page cannot hold), and what htmx
    sends: there the form itself is still on the page. How much there may be is settled before
    (MAX_CONTENT_LENGTH, MAX_FORM_PARTS, MAX_FORM_MEMORY_SIZE): more is not read at all.
    """
    if request.method != "POST" or request.endpoint is None or "HX-Request" in request.headers:
        return None
    try:
        fields = tuple(
            (name, value)
            for name, values in request.form.lists()
            for value in values
            if name not in _OURS
        )
        files = any(each.filename for _, each in request.files.items(multi=True))
    except HTTPException:  # too large, or in no order: that is what the page is about to say
        return None
    if files or not _written(fields) or not from_own_pages():
        return None
    return Unsent(
        address=_address(request.endpoint),
        encoding=request.mimetype,
        fields=fields,
        texts=tuple(value for _, value in fields if len(value.split()) > 1),
    )


def is_sent_again() -> bool:
    """Whether the form at hand was kept here and comes from our own pages.

    It needs no token against forged requests: signing in has given the session a new one since,
    and that the browser names us as the sender says the same.
    """
    return AGAIN in request.form and from_own_pages()


def _written(fields: tuple[tuple[str, str], ...]) -> bool:
    if any("password" in name or "\0" in name + value for name, value in fields):
        return False
    return any(value for name, value in fields if name not in _NOT_WRITTEN)


def _address(endpoint: str) -> str:
    """Where the form was sent to, made anew from what the app knows."""
    path = url_for(endpoint, **(request.view_args or {}))
    query = request.query_string.decode("ascii", "ignore")
    return f"{path}?{query}" if query else path
