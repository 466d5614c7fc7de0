"""The form of a talk: from the record to texts and back, with what is wrong said per field."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from matcher.exchange.dates import first_day
from matcher.exchange.fault import Fault
from matcher.partnership.anchoring import KINDS
from matcher.partnership.anchoring_texts import anchoring_texts
from matcher.services import form_readers, forms
from matcher.services.forms import Errors, Form, Reader
from matcher.store.queries.parties import PartyLine
from matcher.store.tables.base import new_id
from matcher.text import fold
from matcher.wording.message import Message, message

DECISION = ("what", "owner", "day", "decision_id")

_TEXT, _LINE, _MOST = 5000, 300, 50


def talk_fields() -> tuple[str, ...]:
    """The names of the form's single fields; a note for each domain of the agenda."""
    notes = (f"note-{each.id}" for each in anchoring_texts().domains)
    return ("about", "held", *notes, "log", "next")


def about_value(kind: str, end: date | None) -> str:
    """Which talk it is, as the form's list has it.

    >>> about_value("start", None), about_value("months_6", date(2027, 3, 31))
    ('start', 'months_6:2027-03-31')
    """
    return kind if end is None else f"{kind}:{end.isoformat()}"


def form_of(talk: Mapping[str, Any]) -> Form:
    """The texts that the form shows of a talk."""
    notes = {f"note-{k.id}": talk["agenda"].get(k.id, "") for k in anchoring_texts().domains}
    end = None if talk["end"] is None else date.fromisoformat(talk["end"])
    return Form(
        values={
            "about": about_value(talk["kind"] or "other", end),
            "held": form_readers.shown(talk["held"]),
            **notes,
            "log": form_readers.shown(talk["log"]),
            "next": form_readers.shown(talk["next"]),
        },
        rows={
            "decisions": tuple(
                {
                    **{name: form_readers.shown(each[name]) for name in ("what", "owner", "day")},
                    "decision_id": each["id"],
                }
                for each in talk["decisions"]
            )
        },
    )


def read_form(
    form: Form, before: Mapping[str, Any], parties: Iterable[PartyLine], today: date
) -> tuple[dict[str, Any], Errors]:
    """The talk's document with what the form says, and what is wrong with it.

    What was marked as done stays so. An owner who is called like a party is that party.
    """
    text, day = form_readers.text_within(_TEXT), form_readers.iso_day(first_day)
    domains = [each.id for each in anchoring_texts().domains]
    readers: dict[str, Reader] = {
        "about": _about,
        "held": form_readers.needed(_held_by(today), message("Write when the talk was held.")),
        **{f"note-{key}": text for key in domains},
        "log": text,
        "next": day,
    }
    values, errors = forms.read_fields(form, None, before, readers)
    kind, end = values.pop("about") or ("other", None)
    if values["next"] and values["held"] and values["next"] <= values["held"]:
        errors["next"] = message("The next talk is after this one.")
    notes = {key: values.pop(f"note-{key}") for key in domains}
    kept = {k: v for k, v in {**before["agenda"], **notes}.items() if v}
    decisions = _decisions(form, before, parties, errors)
    document = {
        **before,
        **values,
        "kind": kind,
        "end": end,
        "agenda": kept,
        "decisions": decisions,
    }
    return document, errors


def says_the_same(one: Mapping[str, Any], other: Mapping[str, Any]) -> bool:
    """Whether two documents of a talk read alike, whatever the ids of their decisions."""

    def read(talk: Mapping[str, Any]) -> Any:
        rows = [(each["what"], each["owner"], each["day"]) for each in talk["decisions"]]
        return {**talk, "decisions": rows}

    return bool(read(one) == read(other))


def _about(text: str) -> tuple[str, str | None]:
    kind, _, end = text.partition(":")
    try:
        found = date.fromisoformat(end).isoformat() if end else None
    except ValueError:
        found = ""
    if kind not in KINDS or found == "":
        raise Fault(message("Choose one from the list."))
    return kind, found


def _held_by(today: date) -> Reader:
    def read(text: str) -> str | None:
        day = first_day(text)
        if day is not None and day > today:
            raise Fault(message("This day is yet to come: write about the talk when it was held."))
        return None if day is None else day.isoformat()

    return read


def _decisions(
    form: Form, before: Mapping[str, Any], parties: Iterable[PartyLine], errors: Errors
) -> list[dict[str, Any]]:
    there = {each["id"]: each for each in before["decisions"]}
    called = {fold(each.name): each.id for each in parties}
    readers: dict[str, Reader] = {
        "what": form_readers.needed(form_readers.text_within(_TEXT), _SAY_WHAT),
        "owner": form_readers.text_within(_LINE),
        "day": form_readers.iso_day(first_day),
    }
    found: dict[str, dict[str, Any]] = {}
    for number, row in forms.filled_rows(form, "decisions"):
        values = forms.read_cells(row, f"decisions-{number}", readers, errors)
        key = row.get("decision_id", "")
        # A row that was copied is a decision of its own.
        key = key if key in there and key not in found else new_id()
        old = there.get(key, {})
        found[key] = {
            "id": key,
            **values,
            "party": called.get(fold(values["owner"] or "")) or _same_owner(old, values["owner"]),
            "done": old.get("done"),
        }
    if len(found) > _MOST:
        errors["decisions-0-what"] = message("Write at most {most} decisions.", most=_MOST)
    return list(found.values())


_SAY_WHAT: Message = message("Write what was decided.")


def _same_owner(old: Mapping[str, Any], owner: str | None) -> str | None:
    """The party that owned it, although it is called otherwise by now."""
    return old.get("party") if owner and old.get("owner") == owner else None
