"""The organisations that somebody named in a form."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from matcher.errors import Refusal
from matcher.services.installation import Installation
from matcher.services.whom import rows_meant
from matcher.store.queries.organisations import names
from matcher.text import fold
from matcher.wording.message import Message, message

Named = dict[tuple[str, str], str | Message]
"""For each (name, id) the id, or why it is not clear who is meant."""


def organisations_named(
    installation: Installation, written: Iterable[tuple[str, str]], as_of: date
) -> Named:
    """Whom each (name, id) means.

    The id comes from choosing in a list and counts while it goes with the name; else the name
    counts as in `rows_meant`.
    """
    asked = list(dict.fromkeys(written))
    with installation.reading() as session:
        chosen = names(session, {key for _, key in asked if key})
    return {
        (name, key): key
        if key in chosen and fold(chosen[key]) == fold(name)
        else _meant(installation, name, as_of)
        for name, key in asked
    }


def _meant(installation: Installation, name: str, as_of: date) -> str | Message:
    try:
        landscape, (row,) = rows_meant(installation, [name], as_of)
    except Refusal as refusal:
        return told(refusal)
    return landscape.ids[row]


def told(refusal: Refusal) -> Message:
    """What is wrong and what to do about it, as one text."""
    if refusal.hint is None:
        return refusal.text
    return message("{what} {advice}", what=refusal.text, advice=refusal.hint)
