"""What pages show of pulses: answers as bars and in words, and how they changed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from flask_babel import gettext as _
from flask_babel import lazy_gettext

from matcher.partnership.pulse import ThemeResult, Why
from matcher.partnership.pulse_texts import SCALE, Question, Theme, pulse_texts
from matcher.services.pulses import PulsePage, Reading
from webui.maps.curves import Curve, curve
from webui.say import number, say

WHYS: Mapping[Why, Any] = {
    "disagreement": lazy_gettext("Here you disagree most."),
    "lowest": lazy_gettext("Here the answers are lowest."),
    "unknown": lazy_gettext("Here “I do not know” is most frequent."),
}
"""Why a talk may begin with a question."""

_WIDE = 100.0


@dataclass(frozen=True, kw_only=True, slots=True)
class Bar:
    """Answers beside one another: (where it begins, how wide, which answer) of 100, and in words.

    An answer is a place on the scale, or 0 for "I do not know".
    """

    pieces: tuple[tuple[float, float, int], ...]
    text: str


@dataclass(frozen=True, kw_only=True, slots=True)
class QuestionShown:
    """A question with its answers; no bar where they are not told."""

    question: Question
    bar: Bar | None
    middle: str
    disagreement: str


@dataclass(frozen=True, kw_only=True, slots=True)
class ThemeShown:
    """A theme of one reading; `told` says whether anything of it is."""

    theme: Theme
    questions: tuple[QuestionShown, ...]

    @property
    def told(self) -> bool:
        """Whether any question has its answers told."""
        return any(each.bar for each in self.questions)


@dataclass(frozen=True, kw_only=True, slots=True)
class Moment:
    """A theme on the last day of one reading."""

    day: date
    bar: Bar | None
    middle: str
    disagreement: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Course:
    """A theme over all readings, and its disagreement as a curve if there are two to compare."""

    theme: Theme
    moments: tuple[Moment, ...]
    line: Curve | None
    text: str


@dataclass(frozen=True, kw_only=True, slots=True)
class StarterShown:
    """A question to begin a talk with, and why."""

    question: Question
    whys: tuple[str, ...]


def shown(page: PulsePage) -> dict[str, Any]:
    """What `pulse/_results.html` shows: where to begin, the newest reading, and all over time."""
    told = page.told
    beside = [each for each in told if each.compared]
    return {
        "starters": starters(page),
        "newest": told[-1] if told else None,
        "themes": themes(told[-1]) if told else (),
        "courses": courses(beside) if len(beside) > 1 else (),
        "apart": len(told) - len(beside),
        "scale": pulse_texts().scale,
        "unknown": pulse_texts().unknown,
    }


def starters(page: PulsePage) -> tuple[StarterShown, ...]:
    """What to talk about."""
    questions = {each.id: each for each in pulse_texts().questions}
    return tuple(
        StarterShown(
            question=questions[each.question], whys=tuple(str(WHYS[why]) for why in each.whys)
        )
        for each in page.starters
    )


def themes(reading: Reading) -> tuple[ThemeShown, ...]:
    """A reading, theme by theme."""
    return tuple(
        ThemeShown(
            theme=theme,
            questions=tuple(
                QuestionShown(
                    question=question,
                    bar=_bar(found.counts, found.unknown),
                    middle=_middle(found.median),
                    disagreement=_share(found.disagreement),
                )
                for question, found in zip(theme.questions, result.questions, strict=True)
            ),
        )
        for theme, result in zip(pulse_texts().themes, reading.result.themes, strict=True)
    )


def courses(readings: Sequence[Reading]) -> tuple[Course, ...]:
    """Each theme over these readings, the oldest first."""
    return tuple(
        _course(theme, [(each.day, each.result.themes[at]) for each in readings])
        for at, theme in enumerate(pulse_texts().themes)
    )


def _course(theme: Theme, found: Sequence[tuple[date, ThemeResult]]) -> Course:
    known = [result.disagreement for _day, result in found if result.disagreement is not None]
    values = [result.disagreement for _day, result in found]
    line = curve(range(len(found)), values, highest=1.0) if len(known) > 1 else None
    return Course(
        theme=theme,
        moments=tuple(_moment(day, result) for day, result in found),
        line=line,
        text=", ".join(f"{say(day)}: {_share(result.disagreement)}" for day, result in found),
    )


def _moment(day: date, result: ThemeResult) -> Moment:
    counted = [each.counts for each in result.questions if each.counts is not None]
    unknown = [each.unknown or 0 for each in result.questions if each.counts is not None]
    counts = tuple(sum(column) for column in zip(*counted, strict=True)) or None
    return Moment(
        day=day,
        bar=_bar(counts, sum(unknown)) if counts else None,
        middle=_middle(result.median),
        disagreement=_share(result.disagreement),
    )


def _bar(counts: tuple[int, ...] | None, unknown: int | None) -> Bar | None:
    if unknown is None:
        return None
    texts = pulse_texts()
    words = [*texts.scale, texts.unknown]
    numbers = [*(counts or (0,) * len(SCALE)), unknown]
    answers = [
        (number, answer, say(word))
        for number, answer, word in zip(numbers, (*SCALE, 0), words, strict=True)
        if number
    ]
    total = sum(numbers) if counts else 0
    pieces, at = [], 0.0
    for count, answer, _word in answers if total else ():
        width = _WIDE * count / total
        pieces.append((round(at, 2), round(width, 2), answer))
        at += width
    text = ", ".join(f"{word}: {count}" for count, _answer, word in answers)
    if counts is None:
        text = _("%(unknown)s. Too few answered otherwise.", unknown=text) if text else ""
    return Bar(pieces=tuple(pieces), text=text or _("Too few answered otherwise."))


def _middle(value: float | None) -> str:
    if value is None:
        return "–"
    scale = pulse_texts().scale
    low, high = scale[int(value) - 1], scale[min(int(value), len(scale) - 1)]
    if value.is_integer():
        return say(low)
    return _("between “%(low)s” and “%(high)s”", low=say(low), high=say(high))


def _share(value: float | None) -> str:
    return "–" if value is None else number(value, 2)
