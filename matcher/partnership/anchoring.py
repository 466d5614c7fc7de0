"""Talks about how an activity goes on when its money ends: when they fall due, by themselves."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Literal

from matcher.partnership.calendar import midway, months_after

MONTHS_BEFORE = {"months_12": 12, "months_6": 6, "months_3": 3}
"""How long before the money ends there is a talk, by kind."""

STOCK = "stock"
"""The kind of talk in which parties take stock on the day that their agreement names."""

KINDS = ("other", STOCK, "start", "midway", *MONTHS_BEFORE)
"""Kinds of talk, the later stage last; "other" is one that was agreed on the way."""

NEAR = timedelta(days=30)
"""Talks so near to each other would be one and the same."""

State = Literal["held", "due", "passed", "coming"]
Missing = Literal["start", "money_end", "early_end"]


@dataclass(frozen=True, kw_only=True, slots=True)
class Course:
    """From when to when a collaboration goes on, and when each of its grants ends.

    None where nobody has said; a grant whose end is not known is not among `money_ends`. `agreed`
    is the day of the next talk, if the last one that was held agreed on any.
    """

    start: date | None = None
    end: date | None = None
    money_ends: tuple[date, ...] = ()
    agreed: date | None = None

    @property
    def ends(self) -> tuple[date, ...]:
        """The days on which money ends, each once; none that is before the start."""
        return tuple(sorted({day for day in self.money_ends if not _before(day, self.start)}))

    @property
    def over(self) -> date | None:
        """The last day on which a talk can fall: the collaboration's, else the money's."""
        return self.end or (self.ends[-1] if self.ends else None)


@dataclass(frozen=True, kw_only=True, slots=True)
class HeldTalk:
    """A talk that was held: which kind, for which end of money (None for none), on which day."""

    id: str
    kind: str
    end: date | None
    held: date


@dataclass(frozen=True, kw_only=True, slots=True)
class PlannedTalk:
    """A talk that falls due on a day, for an end of money; None at the start and where agreed."""

    kind: str
    day: date
    end: date | None


@dataclass(frozen=True, kw_only=True, slots=True)
class Stop:
    """A planned talk as it stands on a day.

    `state` is "held" (by `talk`), "due" for the one that is asked for now, "passed" for one that
    was never held and is not asked for any more, "coming".
    """

    kind: str
    day: date
    end: date | None
    state: State
    talk: str | None = None


def planned(course: Course) -> tuple[PlannedTalk, ...]:
    """The talks that fall due, by day: what can be known from the days that are.

    None before the start, none after the end. Of those that are at most NEAR apart there is one: at
    the later stage, for the earlier end, on the first of their days (or as soon after as the talk
    before it is not near), so that none that was asked for goes away because another is near.
    """
    kept: dict[PlannedTalk, date] = {}
    for talk in sorted(_wanted(course), key=_later_stage_first):
        if not _inside(talk, course):
            continue
        near = [other for other in kept if abs(talk.day - other.day) <= NEAR]
        for other in near:
            kept[other] = min(kept[other], talk.day)
        if not near:
            kept[talk] = talk.day
    found: list[PlannedTalk] = []
    for talk in sorted(kept, key=lambda each: each.day):
        first = found[-1].day + NEAR + timedelta(days=1) if found else kept[talk]
        found.append(replace(talk, day=max(kept[talk], first)))
    return tuple(found)


def stops(course: Course, held: Collection[HeldTalk], today: date) -> tuple[Stop, ...]:
    """The planned talks as they stand today.

    Of those whose day has come only the newest is asked for, until it was held or what it is about
    is over: nobody is asked for the five talks that an old collaboration never had.
    """
    talks = planned(course)
    by = _held_by(talks, course, held)
    come = [talk for talk in talks if talk.day <= today]
    asked = come[-1] if come and not _over(come[-1], course, today) else None
    return tuple(
        Stop(
            kind=talk.kind,
            day=talk.day,
            end=talk.end,
            state=_state(talk, talk in by, talk is asked, today),
            talk=by[talk].id if talk in by else None,
        )
        for talk in talks
    )


def took_stock(held: Collection[HeldTalk], day: date) -> bool:
    """Whether stock has been taken for a day: not long before it, or after it."""
    return any(each.kind == STOCK and each.held >= day - NEAR for each in held)


def missing(course: Course) -> tuple[Missing, ...]:
    """What has to be known before all talks can fall due, or cannot be as it is."""
    found: list[Missing] = []
    if course.start is None:
        found.append("start")
    if not course.money_ends:
        found.append("money_end")
    elif len(course.ends) < len(set(course.money_ends)):
        found.append("early_end")
    return tuple(found)


def _wanted(course: Course) -> Iterator[PlannedTalk]:
    """All talks, also those that are too near to others or outside the time."""
    if course.agreed is not None:
        yield PlannedTalk(kind="other", day=course.agreed, end=None)
    if course.start is not None:
        yield PlannedTalk(kind="start", day=course.start, end=None)
    last = course.ends[-1] if course.ends else course.end
    if course.end is not None and last is not None:
        last = min(last, course.end)
    if course.start is not None and last is not None and course.start < last:
        yield PlannedTalk(kind="midway", day=midway(course.start, last), end=last)
    for end in course.ends:
        for kind, months in MONTHS_BEFORE.items():
            yield PlannedTalk(kind=kind, day=months_after(end, -months), end=end)


def _inside(talk: PlannedTalk, course: Course) -> bool:
    """Whether it is not before the start and, unless it was agreed on, not after the end."""
    late = talk.kind != "other" and _before(course.over, talk.day)
    return not late and not _before(talk.day, course.start)


def _later_stage_first(talk: PlannedTalk) -> tuple[int, date]:
    return -KINDS.index(talk.kind), talk.day


def _held_by(
    talks: Sequence[PlannedTalk], course: Course, held: Collection[HeldTalk]
) -> dict[PlannedTalk, HeldTalk]:
    """Which planned talks have been held, and by which; a talk counts for one.

    It is the one of its kind for the end that it was held for. Where that end has moved since, it
    is the one for the new end, if it was held near the day on which that falls now, or after it.
    """
    there = {*course.ends, *(talk.end for talk in talks)}
    found: dict[PlannedTalk, HeldTalk] = {}
    for each in sorted(held, key=lambda one: (one.held, one.id)):
        for talk in talks:
            if talk in found or talk.kind != each.kind or talk.kind == "other":
                continue
            moved = each.end not in there and each.held >= talk.day - NEAR
            if talk.end == each.end or moved:
                found[talk] = each
                break
    return found


def _over(talk: PlannedTalk, course: Course, today: date) -> bool:
    """Whether it is too late for a talk; never for one that was agreed on."""
    if talk.kind == "other":
        return False
    return _before(talk.end, today) or _before(course.over, today)


def _state(talk: PlannedTalk, was_held: bool, is_asked: bool, today: date) -> State:
    if was_held:
        return "held"
    if talk.day > today:
        return "coming"
    return "due" if is_asked else "passed"


def _before(first: date | None, second: date | None) -> bool:
    """Whether both days are known and the first is before the second."""
    return first is not None and second is not None and first < second
