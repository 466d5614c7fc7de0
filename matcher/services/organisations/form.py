"""An organisation's form: from the record to texts and back, with what is wrong said per field."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from matcher.exchange import values
from matcher.exchange.dates import last_day
from matcher.exchange.numbers import amount, latitude, longitude
from matcher.exchange.text_cells import plain
from matcher.services import form_readers, forms
from matcher.services.forms import Errors, Form, Reader
from matcher.services.vocabularies import Vocabularies
from matcher.services.web_address import read_web_address
from matcher.store.documents.organisations import EMPTY, capacity_order
from matcher.wording.labels import SECTORS
from matcher.wording.message import message

SIDES = ("offers", "needs")
CAPACITY = ("term", "note", "amount", "unit", "when", "until")
CHOICES = {"themes": "theme", "target_groups": "target_group"}
"""The lists of boxes, and the vocabulary that each is filled from."""

BOXES = ("advertising_protected", "hidden")
FIELDS = (
    "name",
    "sector",
    "kind",
    "parent",
    "parent_id",
    "cvr",
    "p_number",
    "description",
    "website",
    "email",
    "phone",
    "contact_person",
    "may_pass_on",
    "notes",
    "address",
    "postcode",
    "town",
    "municipality",
    "district",
    "lat",
    "lon",
    "open_to_partners",
    *BOXES,
)
"""The single fields of the form, in the order of the page."""

_NAME, _LINE, _TEXT = 300, 500, 5000


def readers(vocabularies: Vocabularies) -> Mapping[str, Reader]:
    """How each single field is read; `parent` needs the records and is read where it is saved."""
    line, text = form_readers.text_within(_LINE), form_readers.text_within(_TEXT)
    choose = message("Choose one from the list.")
    return {
        "name": form_readers.needed(form_readers.text_within(_NAME), message("Write the name.")),
        "sector": form_readers.word_among(SECTORS, choose),
        "kind": form_readers.word_among(vocabularies.ids("kind"), choose),
        "cvr": values.cvr,
        "p_number": values.p_number,
        "description": text,
        "website": read_web_address,
        "email": values.email,
        "phone": line,
        "contact_person": line,
        "may_pass_on": form_readers.yes_or_no,
        "notes": text,
        "address": line,
        "postcode": form_readers.text_within(20),
        "town": line,
        "municipality": form_readers.text_within(_NAME),
        "district": form_readers.text_within(_NAME),
        "lat": latitude,
        "lon": longitude,
        "open_to_partners": form_readers.yes_or_no,
        **dict.fromkeys(BOXES, form_readers.ticked),
    }


def form_of(document: Mapping[str, Any], parent_name: str = "") -> Form:
    """The texts that a form shows of an organisation; of none yet when the document is empty."""
    record = {**EMPTY, **document}
    texts = [name for name in FIELDS if name not in {"parent", "parent_id", *BOXES}]
    return Form(
        values={
            **{name: form_readers.shown(record[name]) for name in texts},
            **{name: "1" if record[name] else "" for name in BOXES},
            "parent": parent_name,
            "parent_id": record["parent"] or "",
        },
        choices={name: tuple(record[name]) for name in CHOICES},
        rows={
            side: tuple(
                {name: form_readers.shown(each[name]) for name in CAPACITY} for each in record[side]
            )
            for side in SIDES
        },
    )


def read_form(
    form: Form, unchanged: Form | None, before: Mapping[str, Any], vocabularies: Vocabularies
) -> tuple[dict[str, Any], Errors]:
    """The organisation's document with what the form says, and what is wrong with it.

    `unchanged` is the form of the record as it is, None for a new one; `parent` is left as it was.
    """
    read, errors = forms.read_fields(form, unchanged, before, readers(vocabularies))
    document = {**before, **read}
    for name, vocabulary in CHOICES.items():
        document[name] = forms.read_choices(
            form, name, vocabularies.ids(vocabulary), before[name], errors
        )
    for side in SIDES:
        document[side] = _capacities(form, unchanged, side, before, vocabularies, errors)
    if (document["lat"], document["lon"]) != (before["lat"], before["lon"]):
        _check_place(document, errors)
    return document, errors


def _check_place(document: Mapping[str, Any], errors: Errors) -> None:
    if {"lat", "lon"} & errors.keys():
        return
    for missing, given in (("lat", "lon"), ("lon", "lat")):
        if document[missing] is None and document[given] is not None:
            errors[missing] = message("Write both latitude and longitude, or neither.")


def _capacities(
    form: Form,
    unchanged: Form | None,
    side: str,
    before: Mapping[str, Any],
    vocabularies: Vocabularies,
    errors: Errors,
) -> list[dict[str, Any]]:
    """The rows of one side; rows that still say what the record said keep the record's values."""
    kept = (
        {_key(row): each for row, each in zip(unchanged.rows[side], before[side], strict=True)}
        if unchanged
        else {}
    )
    readers = _capacity_readers(vocabularies)
    found = [
        kept.get(_key(row)) or forms.read_cells(row, f"{side}-{number}", readers, errors)
        for number, row in forms.filled_rows(form, side)
    ]
    return sorted(found, key=capacity_order)


def _capacity_readers(vocabularies: Vocabularies) -> Mapping[str, Reader]:
    line = form_readers.text_within(_LINE)
    return {
        "term": form_readers.needed(
            form_readers.word_among(
                vocabularies.ids("capacity"), message("Choose one from the list.")
            ),
            message("Choose what it is."),
        ),
        "note": line,
        "amount": form_readers.not_negative(amount),
        "unit": line,
        "when": line,
        "until": form_readers.iso_day(last_day),
    }


def _key(row: Mapping[str, str]) -> tuple[str, ...]:
    return tuple(plain(row.get(name, "")) for name in CAPACITY)
