"""What a person wrote in a form: kept as written, compared, merged and read field by field."""

from __future__ import annotations

from collections.abc import Callable, Container, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from matcher.errors import Refusal
from matcher.exchange.fault import Fault
from matcher.exchange.text_cells import plain
from matcher.wording.message import Message, message

Errors = dict[str, Message]
"""What is wrong, by the name of the field."""

Reader = Callable[[str], Any]
"""Reads what was written in a field: a value, None for nothing; Fault when it cannot be."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Form:
    """The texts of a form.

    `values` are the single fields, `choices` the chosen words of a list of boxes, `rows` the rows
    of a part that repeats. A row's field is called part-number-field, such as offers-0-note.
    """

    values: Mapping[str, str] = field(default_factory=dict)
    choices: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    rows: Mapping[str, tuple[Mapping[str, str], ...]] = field(default_factory=dict)

    def text(self, name: str) -> str:
        """What is written in a field, tidied as records keep it; empty if it is not there."""
        return plain(self.values.get(name, ""))


@dataclass(frozen=True, kw_only=True, slots=True)
class Saved:
    """What became of a form; `notes` is what the person may want to know about it."""

    id: str
    created: bool
    changed: bool
    notes: tuple[Message, ...] = ()


def filled_rows(form: Form, part: str) -> list[tuple[int, dict[str, str]]]:
    """The rows of a part in which something is written, each with its number."""
    tidied = (
        (number, {name: plain(text) for name, text in row.items()})
        for number, row in enumerate(form.rows.get(part, ()))
    )
    return [(number, row) for number, row in tidied if _says_something(row)]


def read_fields(
    form: Form, unchanged: Form | None, before: Mapping[str, Any], readers: Mapping[str, Reader]
) -> tuple[dict[str, Any], Errors]:
    """The values of the form's single fields, and what is wrong with them.

    A field that still says what the record said keeps the record's value, even one that came
    from a list and would not be accepted here.
    """
    values: dict[str, Any] = {}
    errors: Errors = {}
    for name, reader in readers.items():
        if unchanged is not None and form.text(name) == unchanged.text(name):
            values[name] = before[name]
            continue
        try:
            values[name] = reader(form.text(name))
        except Fault as fault:
            values[name] = None
            errors[name] = fault.reason
    return values, errors


def read_cells(
    row: Mapping[str, str], at: str, readers: Mapping[str, Reader], errors: Errors
) -> dict[str, Any]:
    """The values of one row; what is wrong is added to `errors` under the row's field names."""
    values: dict[str, Any] = {}
    for name, reader in readers.items():
        try:
            values[name] = reader(row.get(name, ""))
        except Fault as fault:
            values[name] = None
            errors[f"{at}-{name}"] = fault.reason
    return values


def read_choices(
    form: Form, name: str, known: Container[str], before: Sequence[str], errors: Errors
) -> list[str]:
    """The chosen words of a list of boxes, sorted; those that were there before are known too."""
    chosen = sorted(set(form.choices.get(name, ())))
    if not all(word in known or word in before for word in chosen):
        errors[name] = message("Choose from the list.")
    return chosen


def refuse_errors(errors: Errors) -> None:
    """Refusal (invalid, with `fields`) if anything is wrong."""
    if errors:
        raise Refusal(
            "invalid", message("Some of what is written cannot be saved."), fields=dict(errors)
        )


def merge(typed: Form, base: Form, current: Form) -> Form:
    """What a person typed on top of what somebody else saved meanwhile.

    `base` is what the person began with. What they did not touch becomes what it is now; what
    they did touch stays as typed.
    """
    return Form(
        values=_merged(typed.values, base.values, current.values, lambda text: plain(text or "")),
        choices=_merged(typed.choices, base.choices, current.choices, sorted),
        rows=_merged(typed.rows, base.rows, current.rows, _content),
    )


def _merged(
    typed: Mapping[str, Any],
    base: Mapping[str, Any],
    current: Mapping[str, Any],
    content: Callable[[Any], Any],
) -> dict[str, Any]:
    empty = next(iter(typed.values()), "").__class__()
    return {
        name: current.get(name, empty)
        if content(written) == content(base.get(name, empty))
        else written
        for name, written in typed.items()
    }


def _content(rows: tuple[Mapping[str, str], ...]) -> list[list[tuple[str, str]]]:
    """The rows without empty ones and without regard to order."""
    return sorted(
        sorted((name, plain(text)) for name, text in row.items() if plain(text))
        for row in rows
        if _says_something(row)
    )


def _says_something(row: Mapping[str, str]) -> bool:
    return any(plain(text) for name, text in row.items() if not name.endswith("_id"))
