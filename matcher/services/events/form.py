"""An event's form: from the record to texts and back, with what is wrong said per field."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import time
from typing import Any

from matcher.exchange.dates import first_day
from matcher.exchange.fault import Fault
from matcher.services import form_readers, forms
from matcher.services.forms import Errors, Form, Reader
from matcher.store.documents.events import EMPTY
from matcher.wording.message import message

FIELDS = ("title", "day", "starts", "place", "note", "rounds", "minutes", "pause", "owner_id")
"""The fields of the form, in the order of the page."""

MOST_ROUNDS = 20
_LINE, _TEXT = 200, 2000
_TIME = re.compile(r"(?:kl\.? ?)?([0-9]{1,2})(?:[.:]([0-9]{2}))?", re.IGNORECASE)


def clock(text: str) -> str | None:
    """A time of the day as HH:MM; None for nothing.

    >>> clock("18.30"), clock("kl. 9")
    ('18:30', '09:00')
    """
    if not text:
        return None
    found = _TIME.fullmatch(text)
    try:
        return None if found is None else f"{time(int(found[1]), int(found[2] or 0)):%H:%M}"
    except ValueError:
        return None


def _needed_clock(text: str) -> str | None:
    found = clock(text)
    if text and found is None:
        raise Fault(message("This is not a time. Write it as 18:30."))
    return found


def _count(least: int, most: int) -> Reader:
    def read(text: str) -> int:
        short = text.isascii() and text.isdigit() and len(text) <= len(str(most))
        if not (short and least <= int(text) <= most):
            raise Fault(message("Write a number from {least} to {most}.", least=least, most=most))
        return int(text)

    return read


_READERS: Mapping[str, Reader] = {
    "title": form_readers.needed(form_readers.text_within(_LINE), message("Write a title.")),
    "day": form_readers.needed(
        form_readers.iso_day(first_day), message("Write which day it is on.")
    ),
    "starts": form_readers.needed(_needed_clock, message("Write when the first round begins.")),
    "place": form_readers.text_within(_LINE),
    "note": form_readers.text_within(_TEXT),
    "rounds": _count(1, MOST_ROUNDS),
    "minutes": _count(1, 120),
    "pause": _count(0, 60),
    "owner_id": form_readers.text_within(_LINE),
}


def form_of(document: Mapping[str, Any]) -> Form:
    """The texts that a form shows of an event."""
    record = {**EMPTY, **document}
    return Form(values={name: form_readers.shown(record[name]) for name in FIELDS})


def read_form(
    form: Form, before: Mapping[str, Any], owners: Mapping[str, str]
) -> tuple[dict[str, Any], Errors]:
    """The event's document with what the form says, and what is wrong with it.

    `owners` are those who may answer for it, by id; the one who does may always stay.
    """
    unchanged = form_of(before) if before.get("title") else None
    values, errors = forms.read_fields(form, unchanged, before, _READERS)
    owner = values["owner_id"]
    if owner and owner not in owners and owner != before.get("owner_id"):
        errors["owner_id"] = message("Choose from the list.")
    planned = len((before.get("plan") or {}).get("rounds", ()))
    if planned and isinstance(values["rounds"], int) and values["rounds"] < planned:
        errors["rounds"] = message(
            "{planned} rounds have been planned. Take the plan away first.", planned=planned
        )
    return {**before, **values}, errors
