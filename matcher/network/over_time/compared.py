"""Two years of a picture side by side."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

import numpy as np

from matcher.network.columns import Columns
from matcher.network.matrix import Ints
from matcher.network.over_time.spans import spans


@dataclass(frozen=True, kw_only=True, slots=True, eq=False)
class Compared:
    """What differs between two years: places among the nodes and ties of the picture, ascending.

    `came` have ties in the later year and had none in the earlier, `left` the other way round;
    `began` are ties of the later year only, `ended` of the earlier only, `lasted` of both.
    """

    came: Ints
    left: Ints
    began: Ints
    ended: Ints
    lasted: Ints


def compared(columns: Columns, earlier: int, later: int, as_of: date) -> Compared:
    """The differences; undated ties are in neither year, so the same year has none."""
    found = spans(columns.ties, as_of)
    before, after = found.there(earlier), found.there(later)
    ends = columns.ties.ends
    had, have = np.unique(ends[before]), np.unique(ends[after])
    return Compared(
        came=np.setdiff1d(have, had),
        left=np.setdiff1d(had, have),
        began=np.flatnonzero(after & ~before),
        ended=np.flatnonzero(before & ~after),
        lasted=np.flatnonzero(before & after),
    )
