"""Requests that cannot be met, told so that the reader knows what to change."""

from __future__ import annotations

from typing import Literal

from matcher.wording.message import Message

Code = Literal[
    "not_found",
    "ambiguous",
    "invalid",
    "forbidden",
    "conflict",
    "unreadable",
    "too_large",
    "schema_old",
    "not_signed_in",
    "link_expired",
    "taken",
    "unavailable",
]


class Refusal(Exception):
    """What was asked cannot be done.

    `code` says what kind of refusal it is, `text` what is wrong and `hint` what to change;
    `details` carries plain data such as the candidates of an ambiguous name or the fields of a
    form. Nothing has been written when it is raised.
    """

    def __init__(
        self, code: Code, text: Message, hint: Message | None = None, **details: object
    ) -> None:
        super().__init__(code, text.id)
        self.code: Code = code
        self.text = text
        self.hint = hint
        self.details = details
