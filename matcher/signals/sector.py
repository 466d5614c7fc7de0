"""Across sectors."""

from __future__ import annotations

import numpy as np

from matcher.landscape import SECTORS, Landscape
from matcher.landscape.arrays import FloatArray
from matcher.signals.query import Query
from matcher.signals.signal import Share


def other_sector(landscape: Landscape, query: Query) -> FloatArray:
    """They come from another sector than yours.

    1 where both sectors are known and differ, 0 where they are the same, else unknown.
    """
    if query.sector < 0:
        return np.full(len(landscape), np.nan)
    differs = (landscape.sector != query.sector).astype(np.float64)
    return np.where(landscape.sector < 0, np.nan, differs)


def their_sector(landscape: Landscape, query: Query, candidate: int) -> tuple[Share, ...]:
    """One fact, their sector, where it is another one."""
    theirs = int(landscape.sector[candidate])
    if theirs < 0 or query.sector < 0 or theirs == query.sector:
        return ()
    return (Share(kind="sector", id=SECTORS[theirs], share=1.0),)
