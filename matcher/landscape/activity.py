"""How much organisations do: how many collaborations, the latest one, those that run."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from matcher.landscape.arrays import FloatArray, IntArray, Sparse, closed
from matcher.landscape.collaborations import Stays

# So many running collaborations halve the room for another.
RUNNING = 5.0


@dataclass(frozen=True, kw_only=True, slots=True, eq=False)
class Activity:
    """One value an organisation.

    `number` of collaborations and `experience`, their logarithm as a share of the largest (nan for
    none); `latest` is the one (a row) that began last, −1 where no beginning is known, and `fresh`
    halves for each year since (nan); `running` is how many go on, and `room` 1 / (1 + running /
    RUNNING) (nan for those who took part in nothing).
    """

    number: IntArray
    experience: FloatArray
    latest: IntArray
    fresh: FloatArray
    running: IntArray
    room: FloatArray


def activity(took_part: Sparse, years: FloatArray, found: Stays, today: int) -> Activity:
    """From who took part in what, how long ago it began, and the stays (last days as ordinals)."""
    number = np.diff(took_part.indptr).astype(np.int64)
    latest = _latest(took_part, years)
    fresh = np.full(len(number), np.nan)
    dated = latest >= 0
    fresh[dated] = np.exp2(-np.maximum(years[latest[dated]], 0.0))
    goes_on = found.left >= today
    running = np.bincount(found.organisation[goes_on], minlength=len(number)).astype(np.int64)
    return Activity(
        number=closed(number),
        experience=shares(number),
        latest=closed(latest),
        fresh=closed(fresh),
        running=closed(running),
        room=closed(np.where(number > 0, 1.0 / (1.0 + running / RUNNING), np.nan)),
    )


def shares(number: IntArray) -> FloatArray:
    """The logarithm of each number of collaborations as a share of the largest, nan for none."""
    logarithm = np.log1p(number)
    most = max(float(logarithm.max(initial=0.0)), 1e-12)
    return closed(np.where(number > 0, logarithm / most, np.nan))


def _latest(took_part: Sparse, years: FloatArray) -> IntArray:
    """The collaboration of each that began last; the first of equal ones."""
    rows = np.repeat(np.arange(took_part.shape[0]), np.diff(took_part.indptr))
    joint = took_part.indices.astype(np.int64)
    dated = ~np.isnan(years[joint])
    rows, joint = rows[dated], joint[dated]
    turn = np.lexsort((-joint, -years[joint], rows))  # the last one written stays
    latest = np.full(took_part.shape[0], -1, np.int64)
    latest[rows[turn]] = joint[turn]
    return latest
