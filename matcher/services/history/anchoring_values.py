"""How what anchoring writes down is told to a person."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from matcher.partnership.anchoring_texts import Domain, PlanQuestion, anchoring_texts
from matcher.services.history.values import Known
from matcher.wording.message import Value, message


def pairs(values: Mapping[str, str]) -> list[Any]:
    """What is kept by key as a list."""
    return [list(item) for item in values.items()]


def answer(value: Any, _known: Known) -> Value:
    """An answer of the plan under its question."""
    return _labelled(value, anchoring_texts().questions)


def note(value: Any, _known: Known) -> Value:
    """What was said about a domain of the agenda."""
    return _labelled(value, anchoring_texts().domains)


def talk_kind(value: Any, _known: Known) -> Value:
    """Which talk it is."""
    return anchoring_texts().talk(value).label


def grant(value: Any, _known: Known) -> Value:
    """Source, amount and end of a grant, as far as they are known."""
    told: list[Value] = [value["source"] or message("Source not known")]
    told += [value["amount"]] if value["amount"] is not None else []
    told += [message("until {day}", day=date.fromisoformat(value["end"]))] if value["end"] else []
    return _row(told)


def decision(value: Any, _known: Known) -> Value:
    """What was decided, who does it, by when, and whether it is done."""
    told: list[Value] = [value["what"]]
    told += [value["owner"]] if value["owner"] else []
    if value["day"]:
        told.append(message("until {day}", day=date.fromisoformat(value["day"])))
    if value["done"]:
        told.append(message("done on {day}", day=date.fromisoformat(value["done"])))
    return _row(told)


def _labelled(value: Any, among: Iterable[PlanQuestion | Domain]) -> Value:
    key, text = value
    label = next((each.label for each in among if each.id == key), key)
    return message("{label}: {said}", label=label, said=text)


def _row(told: list[Value]) -> Value:
    whole = told[0]
    for part in told[1:]:
        whole = message("{first}, {rest}", first=whole, rest=part)
    return whole
