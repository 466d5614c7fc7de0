"""How the fields of forms are read, and how the values of records are shown in them."""

from __future__ import annotations

from collections.abc import Callable, Container
from typing import Any

from matcher.exchange.fault import Fault
from matcher.exchange.numbers import amount_text
from matcher.exchange.text_cells import names_text, word_list
from matcher.services.forms import Reader
from matcher.wording.message import Message, message


def text_within(limit: int) -> Reader:
    """A reader of text up to so many characters."""

    def read(text: str) -> str | None:
        if len(text) > limit:
            raise Fault(message("Write at most {limit} characters.", limit=limit))
        return text or None

    return read


def names_within(limit: int) -> Reader:
    """A reader of several names with semicolons between, up to so many characters in all."""
    within = text_within(limit)

    def read(text: str) -> str | None:
        return names_text(word_list(within(text)))

    return read


def needed(reader: Reader, missing: Message) -> Reader:
    """A reader of a field that must be filled in."""

    def read(text: str) -> Any:
        if not text:
            raise Fault(missing)
        return reader(text)

    return read


def word_among(words: Container[str], unknown: Message) -> Reader:
    """A reader of a field that holds one of these words or nothing."""

    def read(text: str) -> str | None:
        if text and text not in words:
            raise Fault(unknown)
        return text or None

    return read


def yes_or_no(text: str) -> bool | None:
    """Yes, no, or nothing said."""
    return {"yes": True, "no": False}.get(text)


def ticked(text: str) -> bool:
    """Whether a box is ticked."""
    return bool(text)


def shown(value: Any) -> str:
    """A record's value as its field shows it: what the field's reader reads back."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    return amount_text(value) if isinstance(value, float) else str(value)


def not_negative(reader: Callable[[str], float | None]) -> Reader:
    """A reader of numbers that are nothing or more."""

    def read(text: str) -> float | None:
        number = reader(text)
        if number is not None and number < 0:
            raise Fault(message("An amount cannot be below zero."))
        return number

    return read


def iso_day(reader: Callable[[str], Any]) -> Reader:
    """A reader of dates whose value is ISO text, as records hold it."""

    def read(text: str) -> str | None:
        day = reader(text)
        return None if day is None else str(day.isoformat())

    return read
