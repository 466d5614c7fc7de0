"""The plan of an event as people read it: who, where, when and why, with names."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from matcher.partnership.events import Times
from matcher.services.events.plan import Kept, takes_part
from matcher.services.events.there import Event
from matcher.store.queries import history, organisations
from matcher.store.queries.events import SignUpLine
from matcher.store.session import Session
from matcher.text import danish_key
from matcher.wording.message import Words

Named = tuple[str, str]
"""An organisation's id and name."""


@dataclass(frozen=True, kw_only=True, slots=True)
class PlannedMeeting:
    """Two at a table; `why_a` is what the first is told of the second, `why_b` the other way."""

    table: int
    a: Named
    b: Named
    why_a: tuple[Words, ...]
    why_b: tuple[Words, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class PlannedRound:
    """A round (from 1) with its meetings by table, and who is there without one, by name."""

    number: int
    times: Times
    meetings: tuple[PlannedMeeting, ...]
    idle: tuple[Named, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class Turn:
    """One round of one organisation: whom it meets; None where it has a pause or is not there."""

    number: int
    times: Times
    meets: Named | None
    table: int | None
    why: tuple[Words, ...]
    there: bool


@dataclass(frozen=True, kw_only=True, slots=True)
class Card:
    """The evening of one organisation."""

    organisation: Named
    turns: tuple[Turn, ...]


def planned(session: Session, event: Event) -> tuple[PlannedRound, ...]:
    """The rounds of an event's plan; none where there is no plan."""
    kept = (event.plan or {}).get("rounds", [])
    names = _names(session, {who for each in kept for who in _who(each)})
    return tuple(
        PlannedRound(
            number=number,
            times=times,
            meetings=tuple(_meeting(each, names) for each in round_["meetings"]),
            idle=tuple((key, names[key]) for key in round_["idle"]),
        )
        for number, (round_, times) in enumerate(zip(kept, event.times, strict=False), start=1)
    )


def cards(rounds: Collection[PlannedRound]) -> tuple[Card, ...]:
    """The evening of each organisation in the plan, in Danish order."""
    found: dict[Named, dict[int, Turn]] = {}
    for round_ in rounds:
        for who, turn in _turns(round_):
            found.setdefault(who, {})[round_.number] = turn
    return tuple(
        Card(
            organisation=who,
            turns=tuple(turns.get(round_.number, _away(round_)) for round_ in rounds),
        )
        for who, turns in sorted(found.items(), key=lambda each: (danish_key(each[0][1]), each[0]))
    )


def unplanned(
    rounds: Collection[PlannedRound], lines: Collection[SignUpLine]
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Names of those who could be in the plan and are not, and of those who are and do not come."""
    in_it = {who for round_ in rounds for who, _turn in _turns(round_)}
    coming = {line.organisation_id for line in lines if takes_part(line)}
    ids = {key for key, _name in in_it}
    new = [line.name for line in lines if takes_part(line) and line.organisation_id not in ids]
    gone = sorted((name for key, name in in_it if key not in coming), key=danish_key)
    return tuple(new), tuple(gone)


def _turns(round_: PlannedRound) -> Iterator[tuple[Named, Turn]]:
    for each in round_.meetings:
        for who, whom, why in ((each.a, each.b, each.why_a), (each.b, each.a, each.why_b)):
            yield who, Turn(number=round_.number, times=round_.times, meets=whom,
                            table=each.table, why=why, there=True)  # fmt: skip
    for who in round_.idle:
        yield who, Turn(number=round_.number, times=round_.times, meets=None, table=None, why=(),
                        there=True)  # fmt: skip


def _away(round_: PlannedRound) -> Turn:
    return Turn(number=round_.number, times=round_.times, meets=None, table=None, why=(),
                there=False)  # fmt: skip


def _who(kept: Kept) -> Iterator[str]:
    for each in kept["meetings"]:
        yield from (each["a"], each["b"])
    yield from kept["idle"]


def _names(session: Session, ids: set[str]) -> Mapping[str, str]:
    """What organisations are called; those deleted since by their last name."""
    there = organisations.names(session, ids)
    gone = history.last_names(session, "organisation", ids - there.keys())
    return {key: there.get(key) or gone.get(key) or key for key in ids}


def _meeting(kept: Mapping[str, Any], names: Mapping[str, str]) -> PlannedMeeting:
    return PlannedMeeting(
        table=kept["table"],
        a=(kept["a"], names[kept["a"]]),
        b=(kept["b"], names[kept["b"]]),
        why_a=tuple(Words(**each) for each in kept["why"]["a"]),
        why_b=tuple(Words(**each) for each in kept["why"]["b"]),
    )
