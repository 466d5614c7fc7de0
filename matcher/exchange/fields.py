"""The fields of a small file that somebody wrote: each read as what it must be, or refused."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping
from math import isfinite
from pathlib import Path
from typing import Any, NoReturn

from rapidfuzz import process

from matcher.errors import Refusal
from matcher.exchange.text_cells import plain
from matcher.text import fold
from matcher.wording.message import Message, Value, listed, message

LARGEST = 1_000_000  # bytes of a file that a person writes by hand
MANY = 200  # entries of a list
_ALIKE = 60
_TOLD = 3


def toml_table(path: Path) -> dict[str, Any]:
    """What a TOML file says.

    Refusal: not_found for no such file, too_large above LARGEST, invalid for what is not TOML.
    """
    try:
        with path.open("rb") as file:
            data = file.read(LARGEST + 1)
    except OSError as error:
        raise Refusal(
            "not_found", message("The file {file} cannot be read.", file=str(path))
        ) from error
    if len(data) > LARGEST:
        raise Refusal(
            "too_large",
            message(
                "{file} is larger than {megabytes} MB, which is the limit.",
                file=path.name,
                megabytes=LARGEST / 1_000_000,
            ),
        )
    try:
        return tomllib.loads(data.decode("utf-8-sig"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, RecursionError) as error:
        raise Refusal(
            "invalid",
            message("{file} is not a TOML file.", file=path.name),
            message("The reader says: {reason}", reason=str(error)),
        ) from error


def refuse(field: str, text: Message, hint: Message | None = None) -> NoReturn:
    """Refusal (invalid) because of a field, which `fields` names for a form."""
    raise Refusal("invalid", text, hint, fields={field: text})


def nearest(word: str, known: Iterable[str]) -> Message:
    """What was perhaps meant: the names most like it, else all there are."""
    names = list(known)
    near = process.extract(word, names, processor=fold, limit=_TOLD, score_cutoff=_ALIKE)
    if near:
        told: list[Value] = [name for name, _, _ in near]
        return message("Did you mean {names}?", names=listed(told))
    return message("There are: {names}.", names=listed(tuple(names)))


class Fields:
    """A table of a file by its keys, `at` which place of it.

    Keys that are not among `known` are refused with the nearest ones. What is missing, or null
    where it comes from JSON, is empty.
    """

    def __init__(self, table: Any, known: Iterable[str], at: str = "") -> None:
        self._at = at
        if not isinstance(table, Mapping):
            refuse(
                at,
                message("“{field}” must be a table.", field=at),
                message("Write: {field} = {{ … = … }}", field=at),
            )
        self._table: Mapping[str, Any] = table
        names = tuple(known)
        for key in table:
            if key not in names:
                field = self.name(str(key))
                refuse(
                    field,
                    message("“{field}” is not known here.", field=field),
                    nearest(str(key), names),
                )

    def name(self, key: str) -> str:
        """What a field is called in a refusal, such as near.km."""
        return f"{self._at}.{key}" if self._at else key

    def has(self, key: str) -> bool:
        """Whether anything is said."""
        return self._table.get(key) is not None

    def text(self, key: str) -> str | None:
        """A text without the space around it; None for nothing."""
        value = self._table.get(key)
        return None if value is None else text(value, self.name(key))

    def number(self, key: str) -> float | None:
        """A number that is finite; None for nothing."""
        value = self._table.get(key)
        if value is None:
            return None
        if isinstance(value, bool) or not isinstance(value, int | float) or not _finite(value):
            refuse(
                self.name(key),
                message("“{field}” must be a number.", field=self.name(key)),
                message("Write: {field} = {example}", field=key, example="5"),
            )
        return float(value)

    def texts(self, key: str) -> tuple[str, ...]:
        """Texts, each once; empty ones are left out."""
        found = (text(each, at) for at, each in self.entries(key))
        return tuple(dict.fromkeys(each for each in found if each))

    def entries(self, key: str, most: int = MANY) -> list[tuple[str, Any]]:
        """The entries of a list, each with what it is called, such as slots[1]."""
        value = self._table.get(key)
        if value is None:
            return []
        if not isinstance(value, list | tuple):
            refuse(
                self.name(key),
                message("“{field}” must be a list.", field=self.name(key)),
                message("Write: {field} = [{example}]", field=key, example='"…", "…"'),
            )
        if len(value) > most:
            refuse(
                self.name(key),
                message("“{field}” has more than {most} entries.", field=key, most=most),
            )
        return [(f"{self.name(key)}[{number}]", each) for number, each in enumerate(value, 1)]


def text(value: Any, at: str) -> str | None:
    """A text without the space around it; None for an empty one."""
    if not isinstance(value, str):
        refuse(
            at,
            message("“{field}” must be a text.", field=at),
            message("Write it between quotation marks."),
        )
    return plain(value) or None


def _finite(value: float) -> bool:
    try:
        return isfinite(value)
    except OverflowError:  # a whole number with hundreds of digits
        return False
