"""Rounds of one-to-one meetings for the participants of an event."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

import numpy as np

from matcher.errors import Refusal
from matcher.exchange.event_file import EventText
from matcher.exchange.fields import refuse
from matcher.landscape import Landscape
from matcher.landscape.arrays import BoolArray
from matcher.pair import Rounds, fit, rounds
from matcher.services.access import Actor, require
from matcher.services.installation import Installation
from matcher.services.recipes import recipe_named
from matcher.services.whom import rows_meant
from matcher.wording.message import message

MOST_ROUNDS = 100


def pair_event(
    installation: Installation,
    actor: Actor,
    event: EventText,
    number: int,
    *,
    as_of: date,
    recipe: str | None = None,
) -> dict[str, Any]:
    """So many rounds of meetings, as `samspil pair` answers.

    `rounds` has, for each, its meetings: `a` and `b` (ids) and `score`, 0…1, the mean of what
    each is worth to the other by the recipe (the one in use unless one is named); `idle` who is
    there in it and meets nobody; `participants` their names, in Danish order. Whoever said no
    to new partners may take part: they came. Refusal: invalid for less than one round or more
    than MOST_ROUNDS, and, with `fields`, for somebody who is named twice, hidden, or away from
    or kept apart in an event that they are not at, and for rounds that there are not; not_found
    or ambiguous for organisations and recipes.
    """
    require(actor, "pair_event")
    if not 1 <= number <= MOST_ROUNDS:
        raise Refusal(
            "invalid",
            message("{number} rounds cannot be planned.", number=number),
            message("Ask for 1 to {most} rounds.", most=MOST_ROUNDS),
        )
    used = recipe_named(installation, recipe)
    absent = [name for names in event.absent.values() for name in names]
    never = [name for pair in event.never for name in pair]
    landscape, rows = rows_meant(installation, [*event.participants, *absent, *never], as_of)
    size = len(event.participants)
    _require_participants(landscape, event, rows[:size])
    participants = sorted(rows[:size], key=lambda row: int(landscape.order[row]))
    places = {row: place for place, row in enumerate(participants)}
    away = _places(places, absent, rows[size : size + len(absent)], "absent")
    apart = rows[size + len(absent) :]
    _places(places, never, apart, "never")
    scores = fit(landscape, participants, used, list(zip(apart[::2], apart[1::2], strict=True)))
    found = rounds(scores, _present(event, size, away, number))
    return _answer(landscape, participants, found)


def _require_participants(landscape: Landscape, event: EventText, rows: Sequence[int]) -> None:
    for place, (name, row) in enumerate(zip(event.participants, rows, strict=True)):
        if row in rows[:place]:
            refuse(
                "participants",
                message("“{name}” is among the participants twice.", name=landscape.names[row]),
                message("Name each participant once."),
            )
        if landscape.hidden[row]:
            refuse(
                "participants",
                message("“{name}” is hidden, and is not named to others.", name=name),
                message("Take it out of the event, or show it on its page."),
            )


def _places(
    places: dict[int, int], names: Sequence[str], rows: Sequence[int], field: str
) -> list[int]:
    """The places of the rows among the participants."""
    for name, row in zip(names, rows, strict=True):
        if row not in places:
            refuse(
                field,
                message(
                    "“{name}” stands under “{field}”, but is no participant.",
                    name=name,
                    field=field,
                ),
                message("Name it among the participants, or take it out."),
            )
    return [places[row] for row in rows]


def _present(event: EventText, size: int, away: Sequence[int], number: int) -> BoolArray:
    """Participants × rounds; `away` has the places of the absent, in the order of the event."""
    turns = [turn for turn, names in event.absent.items() for _ in names]
    for turn in event.absent:
        if turn > number:
            refuse(
                f"absent.{turn}",
                message("Somebody is absent in round {turn}, which there is not.", turn=turn),
                message("Ask for more rounds, or take it out."),
            )
    present = np.ones((size, number), np.bool_)
    present[list(away), [turn - 1 for turn in turns]] = False
    return present


def _answer(landscape: Landscape, participants: Sequence[int], found: Rounds) -> dict[str, Any]:
    ids = [landscape.ids[row] for row in participants]
    return {
        "rounds": [
            [{"a": ids[m.a], "b": ids[m.b], "score": m.score} for m in meetings]
            for meetings in found.rounds
        ],
        "idle": [[ids[place] for place in idle] for idle in found.idle],
        "total": found.total,
        "participants": [
            {"id": key, "name": landscape.names[row]}
            for key, row in zip(ids, participants, strict=True)
        ],
    }
