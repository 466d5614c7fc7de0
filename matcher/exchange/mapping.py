"""Mapping files: what the columns and words of somebody's list are called here."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches
from functools import cache
from importlib.resources import files
from typing import Any

from matcher.errors import Refusal
from matcher.exchange.tables import TABLES, TableName
from matcher.exchange.words import key, words
from matcher.wording.message import Value, Words, listed, message

_COLUMNS = {column.name: column for table in TABLES.values() for column in table.columns}
# Shapes whose cells know few words; a mapping may only lead to those.
_NARROW = {
    "sector": "sector",
    "agreement": "agreement",
    "side": "offers_or_needs",
    "yes_no": "yes_no",
}


@dataclass(frozen=True, kw_only=True)
class HeadingMap:
    """What a mapping file says; without one, nothing.

    `columns` gives, per table and folded heading, our column, or None to leave it out; of several
    headings for one column the first that is filled counts. `values` gives, per column and folded
    word, our word, or "" for nothing. `labels` holds words of vocabularies in both languages, by
    their folded Danish label. `recognise` holds, per table, the folded headings by which a shipped
    mapping knows its files.
    """

    name: str = ""
    columns: Mapping[TableName, Mapping[str, str | None]] = field(default_factory=dict)
    values: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    labels: Mapping[str, Words] = field(default_factory=dict)
    recognise: Mapping[TableName, frozenset[str]] = field(default_factory=dict)


@cache
def shipped_mappings() -> tuple[HeadingMap, ...]:
    """The mappings that come with Samspil, by name."""
    folder = files("matcher.exchange").joinpath("mappings")
    found = sorted(folder.iterdir(), key=lambda file: file.name)
    return tuple(
        read_mapping(file.read_bytes(), file.name.removesuffix(".toml"))
        for file in found
        if file.name.endswith(".toml")
    )


def read_mapping(data: bytes, name: str) -> HeadingMap:
    """A mapping from the bytes of a TOML file.

    Refusal (invalid) for what is not TOML, and for a table, column or word of ours that there is
    not, with the nearest that there is.
    """
    try:
        written = tomllib.loads(data.decode("utf-8-sig"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise Refusal(
            "invalid",
            message("The mapping {name} is not a TOML file.", name=name),
            message("The reader says: {reason}", reason=str(error)),
        ) from error
    for section in written:
        if section not in (*TABLES, "values", "recognise"):
            raise _unknown(name, section, (*TABLES, "values"))
        _require_table(name, section, written[section])
    values, labels = _values(name, written.get("values", {}))
    return HeadingMap(
        name=name,
        columns={table: _columns(name, table, written.get(table, {})) for table in TABLES},
        values=values,
        labels=labels,
        recognise={table: _headings(name, table, written) for table in TABLES},
    )


def _headings(name: str, table: TableName, written: Mapping[str, Any]) -> frozenset[str]:
    """The folded headings by which the mapping knows files of a table."""
    lines = written.get("recognise", {}).get(table, [])
    if not isinstance(lines, list) or not all(isinstance(line, str) for line in lines):
        raise Refusal(
            "invalid",
            message(
                "The mapping {name} gives “{column}” a word that is no text.",
                name=name,
                column=f"recognise.{table}",
            ),
        )
    return frozenset(map(key, lines))


def _columns(name: str, table: TableName, lines: Mapping[str, Any]) -> dict[str, str | None]:
    found: dict[str, str | None] = {}
    for heading, column in lines.items():
        if column not in ("", *TABLES[table].names):
            raise _unknown(name, str(column), TABLES[table].names)
        found[key(heading)] = column or None
    return found


def _values(
    name: str, sections: Mapping[str, Any]
) -> tuple[dict[str, dict[str, str]], dict[str, Words]]:
    values: dict[str, dict[str, str]] = {}
    labels: dict[str, Words] = {}
    for column, lines in sections.items():
        if column not in _COLUMNS:
            raise _unknown(name, column, _COLUMNS)
        _require_table(name, f"values.{column}", lines)
        values[column] = {}
        for theirs, ours in lines.items():
            if _is_label(column, ours):
                labels[key(ours["da"])] = Words(da=ours["da"], en=ours["en"])
                values[column][key(theirs)] = ours["da"]
            else:
                values[column][key(theirs)] = _our_word(name, column, ours)
    return values, labels


def _is_label(column: str, ours: object) -> bool:
    return (
        _COLUMNS[column].shape in ("word", "words")
        and isinstance(ours, dict)
        and set(ours) == {"da", "en"}
        and all(isinstance(label, str) for label in ours.values())
    )


def _our_word(name: str, column: str, ours: object) -> str:
    if not isinstance(ours, str):
        raise Refusal(
            "invalid",
            message(
                "The mapping {name} gives “{column}” a word that is no text.",
                name=name,
                column=column,
            ),
        )
    subject = _NARROW.get(_COLUMNS[column].shape)
    if subject is not None and ours and key(ours) not in words(subject):
        raise _unknown(name, ours, dict.fromkeys(words(subject).values()))
    return ours


def _require_table(name: str, section: str, lines: object) -> None:
    if not isinstance(lines, dict):
        raise Refusal(
            "invalid",
            message(
                "In the mapping {name}, {section} must be a section of its own.",
                name=name,
                section=f"[{section}]",
            ),
        )


def _unknown(name: str, word: str, known: Iterable[str]) -> Refusal:
    offered = list(known)
    near: list[Value] = list(get_close_matches(word, offered, n=3, cutoff=0.5)) or list(offered)
    return Refusal(
        "invalid",
        message(
            "The mapping {name} says “{word}”, which Samspil does not know.", name=name, word=word
        ),
        message("Known here: {words}.", words=listed(near)),
    )
