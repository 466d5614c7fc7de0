"""Attention over past collaborations: which of them a question is about, and who took part."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from matcher.landscape import Landscape
from matcher.landscape.arrays import FloatArray, IntArray, collected, gathered
from matcher.signals.answer import NO_ROWS, NO_VALUES, Answer
from matcher.signals.query import Query
from matcher.signals.signal import Share, strongest_first
from matcher.signals.walk import Mass


@dataclass(frozen=True, kw_only=True, slots=True, eq=False)
class Attention:
    """Collaborations (rows) with a weight each, and what that comes to for their participants.

    `rows` are the participants, ascending, with their `totals`; `most` is the largest total of
    anybody outside the team: what values are shares of.
    """

    of: Mapping[int, float]
    rows: IntArray
    totals: FloatArray
    most: float


def attention(landscape: Landscape, query: Query, name: str, weights: Mass) -> Attention:
    """What weights of collaborations come to.

    The largest total is frozen with the question: `query.scales` has it where it is given.
    """
    at, given = weights
    position, rows, there = gathered(landscape.experience.members, at)
    found, totals = collected(rows, given[position] * there, len(landscape))
    others = ~np.isin(found, query.team)
    found, totals = found[others], totals[others]
    return Attention(
        of=dict(zip(at.tolist(), given.tolist(), strict=True)),
        rows=found,
        totals=totals,
        most=query.scales.get(name) or float(totals.max(initial=0.0)),
    )


def answer(landscape: Landscape, found: Attention) -> Answer:
    """Shares of the strongest; unknown for those who took part in nothing."""
    known = landscape.active
    if found.most <= 0:
        return Answer(values=NO_VALUES, rows=NO_ROWS, known=known)
    return Answer(values=np.minimum(found.totals / found.most, 1.0), rows=found.rows, known=known)


def facts(landscape: Landscape, found: Attention, candidate: int) -> tuple[Share, ...]:
    """The collaborations of a candidate that the question is about."""
    matrix = landscape.participation
    start, stop = matrix.indptr[candidate], matrix.indptr[candidate + 1]
    joint, there = matrix.indices[start:stop].tolist(), matrix.data[start:stop].tolist()
    if found.most <= 0:
        return ()
    return strongest_first(
        [
            Share(
                "collaboration", landscape.collaborations.ids[row], weight * there[i] / found.most
            )
            for i, row in enumerate(joint)
            if (weight := found.of.get(row))
        ]
    )
