"""Events for rounds of meetings, from TOML files."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from matcher.exchange.fields import Fields, refuse, text, toml_table
from matcher.wording.message import message

PARTICIPANTS = 1000  # a matching of more takes minutes


@dataclass(frozen=True, kw_only=True, slots=True)
class EventText:
    """Who takes part, by name or id: who is away in which round (from 1), who never meets."""

    participants: tuple[str, ...]
    absent: Mapping[int, tuple[str, ...]] = field(default_factory=dict)
    never: tuple[tuple[str, str], ...] = ()


def read_event(path: Path) -> EventText:
    """The event in a TOML file. Refusal for what cannot be read, and as `event_of`."""
    return event_of(toml_table(path))


def event_of(document: Mapping[str, Any]) -> EventText:
    """The event that a table says, from TOML or JSON.

    Refusal (invalid, with `fields`) for keys that there are not, with the nearest; for values of
    the wrong kind; for a name that is there twice; for less than two participants or more than
    PARTICIPANTS; and for a pair that is not two.
    """
    table = Fields(document, ("participants", "absent", "never"))
    participants = _participants(table)
    return EventText(
        participants=participants,
        absent=_absent(document["absent"]) if table.has("absent") else {},
        never=tuple(_pair(at, each) for at, each in table.entries("never")),
    )


def _participants(table: Fields) -> tuple[str, ...]:
    named = [text(each, at) for at, each in table.entries("participants", PARTICIPANTS)]
    found = tuple(each for each in named if each)
    if len(found) < 2:
        refuse(
            "participants",
            message("An event needs at least two participants."),
            message("Write: {example}", example='participants = ["…", "…"]'),
        )
    for name in found:
        if found.count(name) > 1:
            refuse(
                "participants",
                message("“{name}” is among the participants twice.", name=name),
                message("Name each participant once."),
            )
    return found


def _absent(value: Any) -> Mapping[int, tuple[str, ...]]:
    keys = value if isinstance(value, Mapping) else ()
    table = Fields(value, keys, "absent")
    return {_round(key): table.texts(key) for key in keys}


def _round(key: str) -> int:
    if not (key.isascii() and key.isdigit() and len(key) <= 4 and key[0] != "0"):
        refuse(
            f"absent.{key}",
            message("“{round}” under “absent” is not the number of a round.", round=key),
            message("Write: {example}", example='absent = { 1 = ["…"] }'),
        )
    return int(key)


def _pair(at: str, value: Any) -> tuple[str, str]:
    names = [text(each, at) for each in value] if isinstance(value, list | tuple) else []
    if len(names) != 2 or names[0] is None or names[1] is None or names[0] == names[1]:
        refuse(
            at,
            message("“{field}” must name two different participants.", field=at),
            message("Write: {example}", example='never = [["…", "…"]]'),
        )
    return names[0], names[1]
