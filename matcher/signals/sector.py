"""Across sectors."""

from __future__ import annotations

import numpy as np

from matcher.landscape import SECTORS, Landscape
from matcher.signals.answer import Answer, unknown_to_all
from matcher.signals.query import Query
from matcher.signals.signal import Share


def other_sector(landscape: Landscape, query: Query) -> Answer:
    """They come from another sector than yours.

    1 where both sectors are known and differ, 0 where they are the same, else unknown. An idea
    that says which sectors must be in gives 1 to those of them that are not in yet.
    """
    if query.sector < 0 and not query.sectors:
        return unknown_to_all()
    worth = [1.0 if _wanted(query, sector) else 0.0 for sector in range(len(SECTORS))]
    # The last stands for −1, where the sector is not known.
    return Answer(values=np.array([*worth, np.nan])[landscape.sector])


def their_sector(landscape: Landscape, query: Query, candidate: int) -> tuple[Share, ...]:
    """One fact, their sector, where it is one that is wanted."""
    theirs = int(landscape.sector[candidate])
    if theirs < 0 or (query.sector < 0 and not query.sectors) or not _wanted(query, theirs):
        return ()
    return (Share("sector", SECTORS[theirs], 1.0),)


def _wanted(query: Query, sector: int) -> bool:
    return sector in query.sectors if query.sectors else sector != query.sector
