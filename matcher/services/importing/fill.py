"""A row's values into a document: an empty cell does not erase what is known."""

from __future__ import annotations

import math
from collections.abc import Iterable
from datetime import date
from typing import Any

from matcher.exchange.text_cells import plain
from matcher.services.importing.desk import Document

_LONGEST = 32_766  # an Excel cell holds one more; a text that fills it was cut there
_PRECISION = 1e-14  # a spreadsheet keeps 15 digits of a number


def fill(document: Document, values: dict[str, Any]) -> None:
    """Put the values in their fields; None says nothing and leaves the field."""
    for field, value in values.items():
        if value is None or same_value(document.get(field), value):
            continue
        document[field] = value.isoformat() if isinstance(value, date) else value


def add_words(document: Document, field: str, terms: Iterable[str | None]) -> None:
    """Add terms to a list that is kept sorted; what is there already stays.

    A list says what it knows, not all there is: a word that is missing in it is not taken away.
    """
    document[field] = sorted({*document[field], *(term for term in terms if term)})


def same_value(old: object, new: object) -> bool:
    """Whether a field says what a cell says, as far as a spreadsheet can tell."""
    if isinstance(new, date):
        return old == new.isoformat()
    if isinstance(old, str) and isinstance(new, str):
        kept = plain(old)
        return kept == new or (len(new) >= _LONGEST and kept.startswith(new))
    if isinstance(old, float) and isinstance(new, float):
        return math.isclose(old, new, rel_tol=_PRECISION)
    return old == new
