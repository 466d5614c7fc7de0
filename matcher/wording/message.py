"""A text for people that is not yet in anybody's language."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date


@dataclass(frozen=True, kw_only=True, slots=True)
class Words:
    """A label of a vocabulary, in both languages."""

    da: str
    en: str


@dataclass(frozen=True, slots=True)
class Listed:
    """Several texts that are read as one list: "a, b and c".

    Labels of a vocabulary are parted by semicolons instead, for "and" stands in many of them.
    """

    items: tuple[Value, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class Message:
    """An English sentence with named {places}, its values, and for counts its plural.

    `id` is looked up in the catalogue; `values` are put in afterwards, themselves said in the
    same language. `plural` and `n` are given together or not at all.
    """

    id: str
    values: Mapping[str, Value] = field(default_factory=dict)
    plural: str | None = None
    n: int | None = None


Value = str | int | float | date | Message | Words | Listed


def message(text: str, **values: Value) -> Message:
    """A message; the text is marked for translation."""
    return Message(id=text, values=values)


def messages_n(one: str, many: str, *, n: int, **values: Value) -> Message:
    """A message that depends on a count; `{n}` stands for it."""
    return Message(id=one, values={"n": n, **values}, plural=many, n=n)


def listed(items: list[Value] | tuple[Value, ...]) -> Listed:
    """The items as one list in the reader's language; empty gives an empty text."""
    return Listed(tuple(items))
