"""Organisations that nobody is known to work with."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from matcher.landscape import Landscape
from matcher.landscape.arrays import BoolArray, IntArray
from matcher.network.gaps.ties_now import TiesNow


@dataclass(frozen=True, kw_only=True, slots=True)
class Alone:
    """An organisation (row) without a tie that goes on.

    `past` is how many it has worked with before, `said` how many of the four parts of its profile
    (needs, offers, themes, target groups) say something.
    """

    row: int
    past: int
    said: int


def alone(landscape: Landscape, ties: TiesNow, among: BoolArray) -> tuple[Alone, ...]:
    """Those without a current tie: those with the fullest profile first, then by name.

    Who has a profile can be helped today: suggestions are made of it. Partners who are hidden do
    not count.
    """
    rows = np.flatnonzero(among & ~landscape.hidden & (ties.degree == 0))
    past, said = _past(landscape)[rows], said_of(landscape)[rows]
    turn = np.lexsort((landscape.order[rows], past, -said))
    return tuple(
        Alone(row=int(rows[at]), past=int(past[at]), said=int(said[at])) for at in turn.tolist()
    )


def said_of(landscape: Landscape) -> IntArray:
    """How many of the four parts of its profile each organisation has said something in."""
    parts = (landscape.needs, landscape.offers, landscape.themes, landscape.target_groups)
    found = np.zeros(len(landscape), np.int64)
    for matrix in parts:
        found += np.diff(matrix.indptr) > 0
    return found


def _past(landscape: Landscape) -> IntArray:
    rows = np.repeat(np.arange(len(landscape)), np.diff(landscape.past.indptr))
    shown = ~landscape.hidden[landscape.past.indices]
    return np.bincount(rows[shown], minlength=len(landscape)).astype(np.int64)
