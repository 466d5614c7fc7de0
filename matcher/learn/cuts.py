"""Where to part a history: what is known, what is learnt from, what the result is measured on."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from matcher.learn.history import History, Question

LEAST = 30
"""Fewer questions than this are too little to learn from."""
# How much of the history is asked about, the rest being what is known: a quarter, and more where
# that asks too little. Questions late in a history meet more knowledge, as those to come will.
_SHARES = (1 / 4, 1 / 3, 1 / 2, 2 / 3)
_ENOUGH = 200


@dataclass(frozen=True, kw_only=True, slots=True)
class Part:
    """Questions about collaborations that began on a day or after it, to what was known before."""

    cut: dt.date
    questions: tuple[Question, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class Parts:
    """Questions to learn from, and later ones to measure on.

    Where all began on one day none are later: then those to measure on are about other
    collaborations, and both cuts are that day.
    """

    earlier: Part
    later: Part


@dataclass(frozen=True, kw_only=True, slots=True)
class TooLittle:
    """Why a history is not parted: it asks no more than so many questions."""

    questions: int


def parted(history: History, most: int, seed: int) -> Parts | TooLittle:
    """The history in two parts of at most half of `most` questions each.

    More are drawn from.
    """
    cut, questions = _first_cut(history)
    if len(questions) < LEAST:
        return TooLittle(questions=len(questions))
    days = [history.undertakings[each.collaboration].start for each in questions]
    second = _middle(days)
    if second == days[0]:
        earlier, later = _halves(questions, seed)
        second = cut
    else:
        earlier = [each for each, day in zip(questions, days, strict=True) if day < second]
        later = list(history.questions(second))
    return Parts(
        earlier=Part(cut=cut, questions=drawn(earlier, most // 2, seed)),
        later=Part(cut=second, questions=drawn(later, most // 2, seed)),
    )


def drawn(questions: Sequence[Question], most: int, seed: int) -> tuple[Question, ...]:
    """At most so many of the questions, drawn without replacement; they keep their order."""
    if len(questions) <= most:
        return tuple(questions)
    chosen = np.random.default_rng(seed).choice(len(questions), most, replace=False)
    return tuple(questions[int(at)] for at in np.sort(chosen))


def _first_cut(history: History) -> tuple[dt.date, tuple[Question, ...]]:
    """The day from which the smallest share of the history is asked about that asks enough.

    Where none does, the day from which most is asked, the latest of equal ones.
    """
    starts = [each.start for each in history.undertakings]
    best: tuple[dt.date, tuple[Question, ...]] = (dt.date.min, ())
    for share in _SHARES if starts else ():
        cut = starts[min(int(len(starts) * (1 - share)), len(starts) - 1)]
        questions = history.questions(cut)
        if len(questions) >= _ENOUGH:
            return cut, questions
        if len(questions) > len(best[1]):
            best = (cut, questions)
    return best


def _middle(days: list[dt.date]) -> dt.date:
    """The day on which the later half begins; the first one only where there is no other."""
    later = [day for day in days if day > days[0]]
    return max(days[len(days) // 2], later[0]) if later else days[0]


def _halves(questions: tuple[Question, ...], seed: int) -> tuple[list[Question], list[Question]]:
    """The questions of half of the collaborations, drawn, and those of the others."""
    numbers = np.array(sorted({each.collaboration for each in questions}))
    half = np.random.default_rng(seed).permutation(numbers)[: (len(numbers) + 1) // 2].tolist()
    return (
        [each for each in questions if each.collaboration in half],
        [each for each in questions if each.collaboration not in half],
    )
