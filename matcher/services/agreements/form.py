"""The form of a draft: from what is written to texts and back, whole or a section of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from matcher.exchange.dates import first_day, last_day
from matcher.partnership.agreement_texts import Field, Section
from matcher.services import form_readers, forms
from matcher.services.forms import Errors, Form, Reader
from matcher.wording.message import message

Sections = Mapping[str, Mapping[str, Any]]

_TASK, _TEXT = 300, 5000
_END = "period-end"


def name_of(section: Section, field: Field) -> str:
    """What a field is called in the form."""
    return f"{section.id}-{field.id}"


def shape_of(
    wanted: Iterable[Section], organisations: Sequence[str]
) -> tuple[tuple[str, ...], dict[str, tuple[str, ...]]]:
    """The names of the single fields, and of the cells of the grids."""
    fields = list(_fields(wanted))
    return (
        tuple(name for name, _, field in fields if _single(field)),
        {name: ("task", *organisations) for name, _, field in fields if not _single(field)},
    )


def form_of(wanted: Iterable[Section], sections: Sections, organisations: Sequence[str]) -> Form:
    """The texts that the form shows of these sections; a grid has a column an organisation."""
    values: dict[str, str] = {}
    rows: dict[str, tuple[dict[str, str], ...]] = {}
    for name, section, field in _fields(wanted):
        value = sections.get(section.id, {}).get(field.id)
        if field.kind == "grid":
            rows[name] = tuple(
                {"task": row["task"], **{key: row["parts"].get(key, "") for key in organisations}}
                for row in value or ()
            )
        else:
            values[name] = form_readers.shown(value)
    return Form(values=values, rows=rows)


def read_form(
    wanted: Sequence[Section],
    form: Form,
    unchanged: Form,
    sections: Sections,
    organisations: Sequence[str],
) -> tuple[dict[str, dict[str, Any]], Errors]:
    """What is written once the form is saved, and what is wrong with it.

    `unchanged` is the form of the record as it is, with the dates that are taken over: a date
    that was not touched goes on following the collaboration's.
    """
    single = {name: _reader(name, field) for name, _, field in _fields(wanted) if _single(field)}
    before = {
        name: sections.get(section.id, {}).get(field.id) for name, section, field in _fields(wanted)
    }
    read, errors = forms.read_fields(form, unchanged, before, single)
    after = {key: dict(fields) for key, fields in sections.items()}
    for name, section, field in _fields(wanted):
        fields = after.setdefault(section.id, {})
        if field.kind == "grid":
            fields[field.id] = _rows(form, name, field, before[name] or (), organisations, errors)
        elif form.text(name) != unchanged.text(name):
            fields[field.id] = read[name]
    _check_period(form, unchanged, read, errors)
    return {key: fields for key, fields in after.items() if fields}, errors


def _fields(wanted: Iterable[Section]) -> Iterator[tuple[str, Section, Field]]:
    for section in wanted:
        for field in section.fields:
            yield name_of(section, field), section, field


def _single(field: Field) -> bool:
    return field.kind != "grid"


def _reader(name: str, field: Field) -> Reader:
    match field.kind:
        case "choice":
            return form_readers.word_among(
                field.choices or (), message("Choose one from the list.")
            )
        case "yes_no":
            return form_readers.yes_or_no
        case "date":
            return form_readers.iso_day(last_day if name == _END else first_day)
        case _:
            return form_readers.text_within(_TEXT)


def _rows(
    form: Form,
    part: str,
    field: Field,
    before: Iterable[Mapping[str, Any]],
    organisations: Sequence[str],
    errors: Errors,
) -> list[dict[str, Any]]:
    """The tasks of a grid. What was said of those who no longer take part stays with the task."""
    kept = {row["task"]: row["parts"] for row in before}
    rows = []
    for number, row in forms.filled_rows(form, part):
        at = f"{part}-{number}"
        values = forms.read_cells(row, at, {"task": form_readers.text_within(_TASK)}, errors)
        if not row["task"]:
            errors[f"{at}-task"] = message("Write the task.")
        parts = {key: row[key] for key in organisations if row.get(key) in (field.choices or ())}
        others = {
            key: part
            for key, part in kept.get(values["task"], {}).items()
            if key not in organisations
        }
        rows.append({"task": values["task"], "parts": {**others, **parts}})
    return rows


def _check_period(form: Form, unchanged: Form, read: Mapping[str, Any], errors: Errors) -> None:
    """Say that an end is before the start, whichever of the two is taken over."""
    if _END not in read:
        return
    start, end = (
        read[name] if form.text(name) != unchanged.text(name) else unchanged.text(name)
        for name in ("period-start", _END)
    )
    if start and end and end < start:
        errors.setdefault(_END, message("The end is before the start."))
