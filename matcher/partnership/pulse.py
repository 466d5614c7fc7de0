"""A pulse: what the answers of the parties say together, and what of it may be told.

What one party answered is never told. Fewer than three answers are not broken down: then it would
be plain who said what. Two parties may lay a theme open to one another, if both choose to. All
that is told of a theme is made of the questions that are told themselves, so that nothing held
back can be found by taking one number from another; and a reading once closed never changes,
also when a party leaves later.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from statistics import fmean, median
from typing import Literal

from matcher.partnership.calendar import months_after
from matcher.partnership.pulse_texts import SCALE, Theme

LEAST = 3
"""So many answers to a question are broken down."""

OFTEN = 6
"""After so many months another pulse is suggested."""

Told = Literal["all", "open", "nothing"]
Why = Literal["disagreement", "lowest", "unknown"]


@dataclass(frozen=True, kw_only=True, slots=True)
class Answer:
    """What one party answered: a place on the scale, or None for "I do not know", by question.

    A question that was left out is not in it. `open` are the themes that the party is ready to lay
    open where there are only two.
    """

    ratings: Mapping[str, int | None]
    open: frozenset[str] = frozenset()


@dataclass(frozen=True, kw_only=True, slots=True)
class QuestionResult:
    """What is told of a question; None where too few have answered.

    `counts` has a number for each place on the scale, `unknown` how many do not know. Where those
    who do know are too few, only `unknown` is told.
    """

    id: str
    counts: tuple[int, ...] | None = None
    unknown: int | None = None
    median: float | None = None
    disagreement: float | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class ThemeResult:
    """What is told of a theme: the median of all places given, and the mean disagreement."""

    id: str
    questions: tuple[QuestionResult, ...]
    median: float | None
    disagreement: float | None


@dataclass(frozen=True, kw_only=True, slots=True)
class PulseResult:
    """What is told of a reading: all, the themes laid open by both of two, or nothing."""

    answers: int
    told: Told
    themes: tuple[ThemeResult, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class Starter:
    """A question to begin a talk with, and why this one."""

    question: str
    whys: tuple[Why, ...]


def is_open(until: date, *, closed: bool, today: date) -> bool:
    """Whether a pulse takes answers: on its last day, too, unless it was closed before."""
    return not closed and today <= until


def disagreement(counts: Sequence[int]) -> float:
    """How far apart ratings on an ordered scale are: 0 all alike, 1 one half at each end.

    Leik's ordinal dispersion D = 2 Σ dᵢ / (m - 1), where Fᵢ is the share of ratings at place i or
    below, dᵢ = Fᵢ or 1 - Fᵢ, whichever is less, and m the number of places. Only the order of the
    places counts, not how far it is from one to the next. ValueError without ratings.

    R. K. Leik (1966), A measure of ordinal consensus. Pacific Sociological Review 9(2), 85-90.

    >>> disagreement([0, 0, 4, 0, 0]), disagreement([2, 0, 0, 0, 2]), disagreement([0, 2, 2, 0, 0])
    (0.0, 1.0, 0.25)
    """
    total = sum(counts)
    if not total:
        raise ValueError("nobody has rated")
    below, apart = 0, 0
    for count in counts[:-1]:
        below += count
        apart += min(below, total - below)
    return 2 * apart / (total * (len(counts) - 1))


def result(answers: Sequence[Answer], parties: int, themes: Sequence[Theme]) -> PulseResult:
    """What may be told of these answers; `parties` is how many took part on the last day."""
    told: Told = "all" if len(answers) >= LEAST else "nothing"
    if len(answers) == 2 and parties <= 2:
        told = "open"
    least = 2 if told == "open" else LEAST
    laid_open = frozenset.intersection(*(each.open for each in answers)) if answers else frozenset()
    return PulseResult(
        answers=len(answers),
        told=told,
        themes=tuple(
            _theme(theme, answers, least)
            if told == "all" or (told == "open" and theme.id in laid_open)
            else _held_back(theme)
            for theme in themes
        ),
    )


def _held_back(theme: Theme) -> ThemeResult:
    questions = tuple(QuestionResult(id=each.id) for each in theme.questions)
    return ThemeResult(id=theme.id, questions=questions, median=None, disagreement=None)


def _theme(theme: Theme, answers: Sequence[Answer], least: int) -> ThemeResult:
    questions = tuple(_question(each.id, answers, least) for each in theme.questions)
    known = [each for each in questions if each.counts is not None]
    places = [place for each in known for place in _places(each.counts or ())]
    apart = [each.disagreement for each in known if each.disagreement is not None]
    return ThemeResult(
        id=theme.id,
        questions=questions,
        median=float(median(places)) if places else None,
        disagreement=fmean(apart) if apart else None,
    )


def _question(key: str, answers: Sequence[Answer], least: int) -> QuestionResult:
    given = [each.ratings[key] for each in answers if key in each.ratings]
    if len(given) < least:
        return QuestionResult(id=key)
    ratings = [each for each in given if each is not None]
    unknown = len(given) - len(ratings)
    if len(ratings) < least:
        return QuestionResult(id=key, unknown=unknown)
    counts = tuple(ratings.count(place) for place in SCALE)
    return QuestionResult(
        id=key,
        counts=counts,
        unknown=unknown,
        median=float(median(ratings)),
        disagreement=disagreement(counts),
    )


def _places(counts: Iterable[int]) -> Iterable[int]:
    return (place for place, count in zip(SCALE, counts, strict=True) for _ in range(count))


def compared(answered: Sequence[frozenset[str]]) -> tuple[int, ...]:
    """Which readings may stand beside one another, by their places; `answered` is who did, oldest
    first.

    The newest, and those before it that differ from each of the others by nobody, or by so many on
    a side that nobody can be told from among them: from what is missing when one or two no longer
    answer could be read what they said.

    >>> of_four, of_three = frozenset("abcd"), frozenset("abc")
    >>> compared([of_three, of_four, of_three]), compared([of_three, of_four])
    ((0, 2), (1,))
    """
    chosen: list[int] = []
    for at in reversed(range(len(answered))):
        if all(_as_many(answered[at], answered[other]) for other in chosen):
            chosen.insert(0, at)
    return tuple(chosen)


def _as_many(some: frozenset[str], others: frozenset[str]) -> bool:
    return not any(0 < len(each) < LEAST for each in (some - others, others - some))


def starters(found: PulseResult) -> tuple[Starter, ...]:
    """At most three questions to begin a talk with.

    The one with most disagreement, the one rated lowest unless all agree to it at least partly,
    and the one that most do not know about. Of several alike it is the first; one that is so for
    several reasons stands once.
    """
    told = [each for theme in found.themes for each in theme.questions if each.unknown is not None]
    picked: dict[str, list[Why]] = {}
    apart = [each for each in told if each.disagreement]
    if apart:
        most = max(apart, key=lambda each: each.disagreement or 0)
        picked.setdefault(most.id, []).append("disagreement")
    low = [each for each in told if each.median is not None and each.median < SCALE[-2]]
    if low:
        lowest = min(low, key=lambda each: each.median or 0)
        picked.setdefault(lowest.id, []).append("lowest")
    unsure = [each for each in told if each.unknown]
    if unsure:
        least_known = max(unsure, key=lambda each: each.unknown or 0)
        picked.setdefault(least_known.id, []).append("unknown")
    return tuple(Starter(question=key, whys=tuple(whys)) for key, whys in picked.items())


def next_suggested(begun: date, opened: Iterable[date]) -> date:
    """From when another pulse is suggested: half a year after the last, or after the beginning."""
    return months_after(max((begun, *opened)), OFTEN)
