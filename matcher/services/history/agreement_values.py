"""How changes to the draft of an agreement are told: field by field, task by task."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from matcher.partnership.agreement_texts import Field, agreement_texts
from matcher.services.history.values import Known, yes_no
from matcher.wording.message import Value, listed, message

Part = Mapping[str, Any]
"""A field with what it says, or a task of a grid: `section`, `field`, `value`."""


def parts(sections: Mapping[str, Mapping[str, Any]]) -> list[Part]:
    """What is written, in pieces that change one by one, in the order of the data file."""
    found: list[Part] = []
    for section in agreement_texts().sections:
        for field in section.fields:
            value = sections.get(section.id, {}).get(field.id)
            pieces = value if field.kind == "grid" else [value]
            found += [
                {"section": section.id, "field": field.id, "value": each}
                for each in pieces or ()
                if each is not None
            ]
    return found


def part(value: Part, known: Known) -> Value:
    """A piece: what it is called, and what it says."""
    section = agreement_texts().section(value["section"])
    fields = section.fields if section else ()
    field = next((each for each in fields if each.id == value["field"]), None)
    if field is None:
        return str(value["value"])
    return message("{label}: {said}", label=field.label, said=_said(field, value["value"], known))


def _said(field: Field, value: Any, known: Known) -> Value:
    choices = field.choices or {}
    match field.kind:
        case "grid":
            told: list[Value] = [
                message("{name} ({part})", name=known.organisation(key), part=choices[part])
                for key, part in value["parts"].items()
                if part in choices
            ]
            if not told:
                return str(value["task"])
            return message("{task} – {parts}", task=value["task"], parts=listed(told))
        case "choice":
            return choices.get(value, str(value))
        case "date":
            return date.fromisoformat(value)
        case "yes_no":
            return yes_no(value, known)
        case "text":
            return str(value)
