"""What people write, as we compare it: headings and the words of narrow columns, as data."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files

from matcher.exchange.tables import TABLES, TableName
from matcher.text import fold


def key(text: str) -> str:
    """A heading or word without case, accents, spaces and punctuation.

    >>> key("CVR-nr.") == key("cvr nr") == "cvrnr"
    True
    """
    return "".join(letter for letter in fold(text) if letter.isalnum())


@cache
def headings() -> Mapping[TableName, Mapping[str, str]]:
    """For every table, which column a folded heading stands for."""
    written = _data("headings.toml")
    found: dict[TableName, dict[str, str]] = {}
    for name, table in TABLES.items():
        columns = {key(column): column for column in table.names}
        for column, synonyms in written.get(name, {}).items():
            columns |= {key(word): column for word in synonyms}
        found[name] = columns
    return found


@cache
def words(subject: str) -> Mapping[str, str]:
    """Our word for each folded word of a narrow column: sector, agreement, yes_no …"""
    known: dict[str, str] = {}
    for ours, theirs in _data("words.toml")[subject].items():
        known |= {key(word): ours for word in (ours, *theirs)}
    return known


@cache
def _data(name: str) -> dict[str, dict[str, list[str]]]:
    text = files("matcher.exchange").joinpath(name).read_text(encoding="utf-8")
    return tomllib.loads(text)
