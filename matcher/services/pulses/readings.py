"""The pulses of a collaboration: the one that runs, and what the others say."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any
from zoneinfo import ZoneInfo

from matcher.partnership import pulse as rules
from matcher.partnership.calendar import local_day
from matcher.partnership.pulse import Answer, PulseResult
from matcher.partnership.pulse_texts import pulse_texts
from matcher.store.queries import parties, pulses
from matcher.store.queries.parties import PartyLine
from matcher.store.queries.pulses import PulseLine
from matcher.store.session import Session


@dataclass(frozen=True, kw_only=True, slots=True)
class Running:
    """A pulse that takes answers; how many of the parties have answered, and never who."""

    id: str
    opened: date
    until: date
    answered: int
    parties: int


@dataclass(frozen=True, kw_only=True, slots=True)
class Reading:
    """A pulse that takes no more answers; `day` was its last, `parties` took part on it.

    `compared` says that it may stand beside the others of which that is said; of a reading of which
    nothing is told it never is.
    """

    id: str
    day: date
    parties: int
    result: PulseResult
    compared: bool = False

    @property
    def told(self) -> bool:
        """Whether anything of it may be told."""
        return any(
            question.unknown is not None
            for theme in self.result.themes
            for question in theme.questions
        )


def running_line(found: Sequence[PulseLine], today: date) -> PulseLine | None:
    """The pulse that takes answers today, if one does."""
    return next(
        (
            each
            for each in reversed(found)
            if rules.is_open(each.until, closed=each.closed is not None, today=today)
        ),
        None,
    )


def last_day(line: PulseLine, zone: ZoneInfo) -> date:
    """The last day on which a pulse took answers."""
    return line.until if line.closed is None else min(line.until, local_day(line.closed, zone))


def there_on(everybody: Iterable[PartyLine], day: date) -> tuple[PartyLine, ...]:
    """The parties that take part on a day; `everybody` as seen on any day."""
    return tuple(
        each
        for each in everybody
        if (each.since is None or each.since <= day)
        and (not each.left or (each.until is not None and day <= each.until))
    )


def readings(
    session: Session, collaboration_id: str, today: date, zone: ZoneInfo
) -> tuple[Running | None, tuple[Reading, ...]]:
    """The pulse that runs, and those before it, the oldest first.

    What a party said counts also when it has left since: else it could be found by seeing what is
    missing.
    """
    found = pulses.lines(session, [collaboration_id]).get(collaboration_id, ())
    everybody = parties.of(session, collaboration_id, today)
    running = running_line(found, today)
    over = [each for each in found if each != running]
    contents = pulses.contents(session, [each.id for each in over])
    made = [_reading(each, contents.get(each.id, ()), everybody, zone) for each in over]
    return (
        None if running is None else running_of(session, running, everybody, today),
        _compared(session, made),
    )


def _compared(session: Session, made: Iterable[Reading]) -> tuple[Reading, ...]:
    made = tuple(made)
    told = [each.id for each in made if each.told]
    who: dict[str, set[str]] = {}
    for pulse, party in pulses.who_answered(session, told) if len(told) > 1 else ():
        who.setdefault(pulse, set()).add(party)
    places = rules.compared([frozenset(who.get(each, ())) for each in told])
    beside = {told[at] for at in places}
    return tuple(replace(each, compared=each.id in beside) for each in made)


def running_of(
    session: Session, line: PulseLine, everybody: Iterable[PartyLine], today: date
) -> Running:
    """The pulse that runs, with how many have answered."""
    return Running(
        id=line.id,
        opened=line.opened,
        until=line.until,
        answered=pulses.answered(session, [line.id]).get(line.id, 0),
        parties=len(there_on(everybody, today)),
    )


def _reading(
    line: PulseLine,
    contents: Iterable[Mapping[str, Any]],
    everybody: Iterable[PartyLine],
    zone: ZoneInfo,
) -> Reading:
    day = last_day(line, zone)
    number = len(there_on(everybody, day))
    answers = [Answer(ratings=each["answers"], open=frozenset(each["open"])) for each in contents]
    found = rules.result(answers, number, pulse_texts().themes)
    return Reading(id=line.id, day=day, parties=max(number, len(answers)), result=found)
