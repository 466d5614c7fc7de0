"""What people said of candidates, as lists to learn from."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from matcher.brief import Brief
from matcher.landscape import Landscape, Rows, build
from matcher.landscape.arrays import IntArray
from matcher.learn.lists import Lists, asked_of_all
from matcher.learn.seen import Seen, seen
from matcher.recipe import Recipe
from matcher.suggest.candidates import candidates

# Twice as many others as were said not to be relevant, and at least ten, stand for everybody
# else: or a list would know only those who looked good enough to be spoken of.
_OTHERS, _FEWEST = 2, 10


@dataclass(frozen=True, kw_only=True, slots=True)
class Judged:
    """What was said of candidates for one organisation (a brief of its `asker` alone) or one idea.

    Organisations are rows and terms columns of a landscape of the same organisations and terms.
    `given` is the day of the first verdict.
    """

    brief: Brief
    relevant: tuple[int, ...]
    not_relevant: tuple[int, ...]
    given: dt.date


def judged(
    rows: Rows, verdicts: Sequence[Judged], shipped: Recipe, most: float, seed: int
) -> Lists:
    """Lists in which the relevant stand against those said not to be, and against some others.

    Each has somebody relevant, and there is at least one. Signals see what was known before the
    first verdict: a collaboration that came of one must not speak for it. Together they weigh as
    much as `most` lists at most.
    """
    before = min(each.given for each in verdicts) - dt.timedelta(days=1)
    landscape = build(rows, as_of=before, revision=0)
    random = np.random.default_rng(seed)
    found = [_seen(landscape, each, shipped, random) for each in verdicts]
    return asked_of_all(found, min(len(found), most))


def _seen(landscape: Landscape, told: Judged, shipped: Recipe, random: np.random.Generator) -> Seen:
    spoken_of = np.array([*told.relevant, *told.not_relevant], np.int64)
    rows = np.union1d(spoken_of, _others(landscape, told, spoken_of, random))
    return seen(landscape, told.brief, told.relevant, tuple(shipped.weights), rows)


def _others(
    landscape: Landscape, told: Judged, spoken_of: IntArray, random: np.random.Generator
) -> IntArray:
    allowed = np.setdiff1d(np.flatnonzero(candidates(landscape, told.brief)), spoken_of)
    room = min(max(_FEWEST, _OTHERS * len(told.not_relevant)), len(allowed))
    return random.choice(allowed, room, replace=False)
