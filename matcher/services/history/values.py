"""How the values of a record's fields are told to a person."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from matcher.services.vocabularies import Vocabularies
from matcher.wording.labels import FOLLOW_UPS, STATES, WHY_NOT, agreement_label, sector_label
from matcher.wording.message import Message, Value, message, messages_n

_CAPACITY = ("amount", "unit", "when", "note", "until")
YES, NO, NOT_SAID = message("yes"), message("no"), message("not said")


@dataclass(frozen=True, slots=True)
class Known:
    """What values refer to: the names of organisations by id, and the vocabularies."""

    names: Mapping[str, str]
    vocabularies: Vocabularies

    def organisation(self, key: str) -> Value:
        """An organisation's name; its id when it is no longer there."""
        return self.names.get(key, key)


Teller = Callable[[Any, Known], Value]
"""Tells a value that is there."""


def plain(value: Any, _known: Known) -> Value:
    """A text or number."""
    return value if isinstance(value, int | float) else str(value)


def degrees(value: Any, _known: Known) -> Value:
    """A coordinate with all its decimals."""
    return str(value)


def day(value: Any, _known: Known) -> Value:
    """A date."""
    return date.fromisoformat(str(value))


def yes_no(value: Any, _known: Known) -> Value:
    """Yes or no."""
    return YES if value else NO


def organisation(value: Any, known: Known) -> Value:
    """The organisation's name."""
    return known.organisation(str(value))


def sector(value: Any, _known: Known) -> Value:
    """A sector's label."""
    return sector_label(value)


def word(labels: Mapping[str, Message]) -> Teller:
    """Tells a word of a column that knows few by its label."""
    return lambda value, _known: labels.get(value, str(value))


def agreement(value: Any, _known: Known) -> Value:
    """An agreement's label."""
    return agreement_label(value)


def term(vocabulary: str) -> Teller:
    """Tells a term of that vocabulary by its label."""
    return lambda value, known: known.vocabularies.words(vocabulary, value)


def capacity(value: Any, known: Known) -> Value:
    """What is offered or needed, with its amount, time and note."""
    told: list[Value] = [known.vocabularies.words("capacity", value["term"])]
    if value["amount"] is not None and value["unit"]:
        told.append(message("{amount} {unit}", amount=value["amount"], unit=value["unit"]))
    elif value["amount"] is not None:
        told.append(plain(value["amount"], known))
    told += [str(value[name]) for name in ("when", "note") if value[name]]
    return _row([*told, *_days(None, value["until"], known)])


def participant(value: Any, known: Known) -> Value:
    """Who takes part, in what role, from when to when."""
    told: list[Value] = [known.organisation(value["organisation"])]
    told += [value["role"]] if value["role"] else []
    return _row([*told, *_days(value["since"], value["until"], known)])


def entry(value: Any, known: Known) -> Value:
    """A candidate of a shortlist with state and note, and the last step taken."""
    state = STATES.get(value["status"], value["status"])
    told: list[Value] = [known.organisation(value["organisation"]), state]
    told += [value["note"]] if value.get("note") else []
    steps = value.get("steps") or ()
    return _row([*told, *(_step(steps[-1], known) if steps else ())])


def _step(value: Any, known: Known) -> list[Value]:
    """Of a step what its state does not say: when, by whom, why not, and when to go on."""
    told: list[Value] = [message("on {day}", day=day(value["day"], known))]
    told += [message("by {name}", name=value["by"])] if value.get("by") else []
    told += [WHY_NOT.get(value["reason"], value["reason"])] if value.get("reason") else []
    told += [value["note"]] if value.get("note") else []
    following = value.get("next_day")
    return [*told, *([message("next: {day}", day=day(following, known))] if following else ())]


def kept_idea(_value: Any, _known: Known) -> Value:
    """That it is for an idea that is kept."""
    return message("one that is kept")


def lines(value: str) -> list[str]:
    """The lines of a text in which something stands."""
    return [line for line in value.splitlines() if line.strip()]


def need(value: Any, known: Known) -> Value:
    """What a brief needs, with how much and when."""
    term_of = {"term": value} if isinstance(value, str) else value
    return capacity({**dict.fromkeys(_CAPACITY), **term_of}, known)


def near(value: Any, _known: Known) -> Value:
    """How far from where."""
    place = value.get("postcode") or f"{value['lat']}, {value['lon']}"
    return message("at most {km} km from {place}", km=value["km"], place=place)


def slot(value: Any, known: Known) -> Value:
    """A place in a consortium: what it is called, what it needs, its sector."""
    told: list[Value] = [value["name"]]
    told += [known.vocabularies.words("capacity", each) for each in value["needs"]]
    told += [sector_label(value["sector"])] if value["sector"] else []
    return _row(told)


def _days(since: str | None, until: str | None, known: Known) -> list[Value]:
    told: list[Value] = []
    if since:
        told.append(message("from {day}", day=day(since, known)))
    if until:
        told.append(message("until {day}", day=day(until, known)))
    return told


def _row(told: list[Value]) -> Value:
    """The parts with commas between them."""
    whole = told[0]
    for part in told[1:]:
        whole = message("{first}, {rest}", first=whole, rest=part)
    return whole


def pair(value: Any, known: Known) -> Value:
    """Two organisations."""
    return " – ".join(str(known.organisation(key)) for key in value)


def event_plan(value: Any, _known: Known) -> Value:
    """How many rounds a plan has, and as of which day."""
    return messages_n(
        "{n} round, planned on {day}",
        "{n} rounds, planned on {day}",
        n=len(value["rounds"]),
        day=date.fromisoformat(value["as_of"]),
    )


def follow_up(value: Any, _known: Known) -> Value:
    """What was answered so many weeks after an event."""
    told = message("after {weeks} weeks", weeks=value["weeks"])
    said: list[Value] = [told, FOLLOW_UPS.get(value["outcome"], value["outcome"])]
    return _row([*said, *([value["note"]] if value["note"] else [])])
