"""Whether two rows, or a row and a record, speak of the same organisation or collaboration."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple

from rapidfuzz.fuzz import token_sort_ratio

from matcher.services.importing.folded import folded

# A name with a slip of the pen or its words in another order stays above; two names that only
# share "forening" or "kommune" stay below.
_ALIKE = 85


class Facts(NamedTuple):
    """What two mentions are compared by."""

    name: str
    numbers: frozenset[str]


def facts_of_document(document: Mapping[str, Any]) -> Facts:
    """The facts of a record."""
    name = str(document.get("name") or document.get("title") or "")
    return Facts(folded(name), _numbers(document.get))


def facts_of_row(row: Any) -> Facts:
    """The facts of a row."""
    name = str(getattr(row, "name", None) or getattr(row, "title", ""))
    return Facts(folded(name), _numbers(lambda field: getattr(row, field, None)))


def names_alike(one: str, other: str) -> bool:
    """Whether two folded names are the same but for a slip.

    >>> names_alike("valby kulturhus", "kulturhus valby"), names_alike("valby kor", "sydhavnen")
    (True, False)
    """
    return one == other or token_sort_ratio(one, other) >= _ALIKE


def same(one: Facts, other: Facts) -> bool:
    """Whether names are alike, or a register number, e-mail address or phone number is equal."""
    return names_alike(one.name, other.name) or bool(one.numbers & other.numbers)


def _numbers(value: Any) -> frozenset[str]:
    found = ((field, value(field)) for field in ("cvr", "p_number", "email", "phone"))
    return frozenset(f"{field} {each}" for field, each in found if each)
