"""Forms of records: read from what was sent, rows added and taken away without a script, saved."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace

from flask import flash, redirect, request
from flask.typing import ResponseReturnValue
from werkzeug.datastructures import MultiDict

from matcher.errors import Refusal
from matcher.services.forms import Form, Saved
from webui.errors import field_errors, status_of
from webui.say import say

EMPTY_ROWS = 2
"""How many empty rows an empty part begins with; as many come with each "add more"."""

_MOST_ROWS = 300
_NUMBER = "[0-9]{1,6}"


@dataclass(frozen=True, kw_only=True, slots=True)
class Shape:
    """The names of a form's single fields, of its lists of boxes, and of the fields of its rows."""

    fields: tuple[str, ...]
    choices: tuple[str, ...]
    rows: Mapping[str, tuple[str, ...]]


@dataclass(frozen=True, kw_only=True, slots=True)
class Filled:
    """A form as the page shows it: with what is wrong, and the refusal if somebody was quicker."""

    form: Form
    version: int = 0
    errors: Mapping[str, str] = field(default_factory=dict)
    conflict: Refusal | None = None
    focus: str = ""


def sent(data: MultiDict[str, str], shape: Shape) -> Form:
    """The form that a browser sent; rows keep their order, whatever their numbers."""
    return Form(
        values={name: data.get(name, "") for name in shape.fields},
        choices={name: tuple(data.getlist(name)) for name in shape.choices},
        rows={part: _rows(data, part, fields) for part, fields in shape.rows.items()},
    )


def _rows(
    data: MultiDict[str, str], part: str, fields: tuple[str, ...]
) -> tuple[dict[str, str], ...]:
    pattern = re.compile(rf"{re.escape(part)}-({_NUMBER})-")
    numbers = sorted({int(found[1]) for name in data if (found := pattern.match(name))})
    return tuple(
        {name: data.get(f"{part}-{number}-{name}", "") for name in fields}
        for number in numbers[:_MOST_ROWS]
    )


def with_empty_rows(form: Form, shape: Shape) -> Form:
    """The form as it begins: an empty row after those of each part, a few where there are none."""
    rows = {part: form.rows.get(part, ()) for part in shape.rows}
    return replace(
        form,
        rows={
            part: _more(there, shape, part, 1 if there else EMPTY_ROWS)
            for part, there in rows.items()
        },
    )


def rearranged(form: Form, shape: Shape) -> Filled | None:
    """The form with rows added or taken away, if that is what the pressed button asks for."""
    part = request.form.get("add", "")
    if part in shape.rows:
        first = f"{part}-{len(form.rows[part])}-{shape.rows[part][0]}"
        more = _more(form.rows[part], shape, part, EMPTY_ROWS)
        return Filled(form=replace(form, rows={**form.rows, part: more}), focus=first)
    part, _, number = request.form.get("remove", "").rpartition("-")
    if part in shape.rows and re.fullmatch(_NUMBER, number):
        kept = [row for at, row in enumerate(form.rows[part]) if at != int(number)]
        kept = kept or [_empty(shape, part)]
        near = f"{part}-{min(int(number), len(kept) - 1)}-{shape.rows[part][0]}"
        return Filled(form=replace(form, rows={**form.rows, part: tuple(kept)}), focus=near)
    return None


def _more(
    rows: tuple[Mapping[str, str], ...], shape: Shape, part: str, number: int
) -> tuple[Mapping[str, str], ...]:
    return (*rows, *(_empty(shape, part) for _ in range(number)))


def _empty(shape: Shape, part: str) -> dict[str, str]:
    return dict.fromkeys(shape.rows[part], "")


def submitted(
    shape: Shape,
    *,
    render: Callable[[Filled], str],
    save: Callable[[Form, int], Saved],
    done: Callable[[Saved], tuple[str, str]],
) -> ResponseReturnValue:
    """The answer to a sent form.

    `save` gets the form and the version it was filled from, `done` gives a text that says what
    happened and the address to go to. What cannot be saved comes back with what was typed.
    """
    form, version = sent(request.form, shape), request.form.get("version", 0, type=int)
    if other := rearranged(form, shape):
        return render(replace(other, version=version))
    try:
        saved = save(form, version)
    except Refusal as refusal:
        if refusal.code == "invalid" and "fields" in refusal.details:
            wrong = Filled(form=form, version=version, errors=field_errors(refusal))
            return render(wrong), status_of(refusal)
        merged, now = refusal.details.get("form"), refusal.details.get("version")
        if not isinstance(merged, Form) or not isinstance(now, int):
            raise
        return render(Filled(form=merged, version=now, conflict=refusal)), status_of(refusal)
    text, address = done(saved)
    flash(text, "success")
    for note in saved.notes:
        flash(say(note), "info")
    return redirect(address, 303)
