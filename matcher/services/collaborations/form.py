"""A collaboration's form: from the record to texts and back, with what is wrong said per field."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from matcher.exchange.dates import first_day, last_day
from matcher.exchange.numbers import amount
from matcher.exchange.text_cells import plain
from matcher.services import form_readers, forms, references
from matcher.services.forms import Errors, Form, Reader
from matcher.services.vocabularies import Vocabularies
from matcher.store.documents.collaborations import EMPTY
from matcher.store.unit_of_work import UnitOfWork
from matcher.text import danish_key
from matcher.wording.labels import AGREEMENTS
from matcher.wording.message import Message, message

FIELDS = (
    "title",
    "start",
    "end",
    "purpose",
    "area",
    "funding_source",
    "funding_amount",
    "funding_end",
    "agreement",
)
"""The single fields of the form, in the order of the page."""

CHOICES = {"themes": "theme", "target_groups": "target_group"}
PARTICIPANT = ("organisation", "organisation_id", "role", "since", "until")

_TITLE, _LINE, _TEXT = 300, 500, 5000
_READERS: Mapping[str, Reader] = {
    "title": form_readers.needed(form_readers.text_within(_TITLE), message("Write the title.")),
    "start": form_readers.iso_day(first_day),
    "end": form_readers.iso_day(last_day),
    "purpose": form_readers.text_within(_TEXT),
    "area": form_readers.names_within(_LINE),
    "funding_source": form_readers.text_within(_LINE),
    "funding_amount": form_readers.not_negative(amount),
    "funding_end": form_readers.iso_day(last_day),
    "agreement": form_readers.word_among(AGREEMENTS, message("Choose one from the list.")),
}
_PARTICIPANT_READERS: Mapping[str, Reader] = {
    "role": form_readers.text_within(_LINE),
    "since": form_readers.iso_day(first_day),
    "until": form_readers.iso_day(last_day),
}


def form_of(document: Mapping[str, Any], names: Mapping[str, str]) -> Form:
    """The texts that a form shows of a collaboration; `names` are its participants' by id.

    Participants are in Danish order of their names.
    """
    record = {**EMPTY, **document}
    return Form(
        values={name: form_readers.shown(record[name]) for name in FIELDS},
        choices={name: tuple(record[name]) for name in CHOICES},
        rows={
            "participants": tuple(
                {
                    "organisation": names.get(each["organisation"], each["organisation"]),
                    "organisation_id": each["organisation"],
                    **{name: form_readers.shown(each[name]) for name in ("role", "since", "until")},
                }
                for each in sorted(
                    record["participants"],
                    key=lambda each: danish_key(names.get(each["organisation"], "")),
                )
            )
        },
    )


def read_form(
    work: UnitOfWork,
    form: Form,
    unchanged: Form | None,
    before: Mapping[str, Any],
    vocabularies: Vocabularies,
) -> tuple[dict[str, Any], Errors]:
    """The collaboration's document with what the form says, and what is wrong with it.

    `unchanged` is the form of the record as it is, None for a new one.
    """
    read, errors = forms.read_fields(form, unchanged, before, _READERS)
    document = {**before, **read}
    for name, vocabulary in CHOICES.items():
        document[name] = forms.read_choices(
            form, name, vocabularies.ids(vocabulary), before[name], errors
        )
    document["participants"] = _participants(work, form, unchanged, before, errors)
    if (document["start"], document["end"]) != (before["start"], before["end"]):
        _check_order(document, "start", "end", "end", errors)
    if not forms.filled_rows(form, "participants") and (
        unchanged is None or before["participants"]
    ):
        errors["participants-0-organisation"] = message("Write at least one participant.")
    return document, errors


def _participants(
    work: UnitOfWork,
    form: Form,
    unchanged: Form | None,
    before: Mapping[str, Any],
    errors: Errors,
) -> list[dict[str, Any]]:
    """Who takes part; rows that still say what the record said keep the record's values."""
    kept = _kept(unchanged, before)
    rows = forms.filled_rows(form, "participants")
    written = {(row.get("organisation", ""), row.get("organisation_id", "")) for _, row in rows}
    found = references.find_organisations(work, {each for each in written if each[0]})
    participants: dict[str, dict[str, Any]] = {}
    for number, row in rows:
        at = f"participants-{number}"
        same = kept.get(_row_key(row))
        values = same or forms.read_cells(row, at, _PARTICIPANT_READERS, errors)
        if same is None:
            _check_order(values, "since", "until", f"{at}-until", errors)
        key = found.get((row.get("organisation", ""), row.get("organisation_id", "")))
        if key is None:
            errors[f"{at}-organisation"] = message("Write which organisation it is.")
        elif isinstance(key, Message):
            errors[f"{at}-organisation"] = key
        elif key in participants:
            errors[f"{at}-organisation"] = message("This organisation is already on the list.")
        else:
            participants[key] = {**values, "organisation": key}
    return [participants[key] for key in sorted(participants)]


def _kept(
    unchanged: Form | None, before: Mapping[str, Any]
) -> dict[tuple[str, ...], dict[str, Any]]:
    if unchanged is None:
        return {}
    there = {each["organisation"]: each for each in before["participants"]}
    rows = unchanged.rows["participants"]
    return {_row_key(row): there[row["organisation_id"]] for row in rows}


def _row_key(row: Mapping[str, str]) -> tuple[str, ...]:
    return tuple(plain(row.get(name, "")) for name in PARTICIPANT)


def _check_order(
    values: Mapping[str, Any], first: str, last: str, field: str, errors: Errors
) -> None:
    if values[first] and values[last] and values[last] < values[first]:
        errors.setdefault(field, message("The end is before the start."))
