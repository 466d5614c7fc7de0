"""Which ties rest on collaborations without a written agreement, and of which nobody knows."""

from __future__ import annotations

import numpy as np

from matcher.network.columns import Columns
from matcher.network.evidence import AGREEMENTS
from matcher.network.matrix import Ints

_JOINT = 1
"""Of the bits of `Ties.evidence`: from collaborations."""
_WRITTEN = AGREEMENTS.index("written")

WRITTEN, UNWRITTEN, NOT_KNOWN = 0, 1, -1


def unwritten(columns: Columns, collaboration: str | None = None) -> Ints:
    """For each tie WRITTEN, UNWRITTEN (there is none, or an oral one) or NOT_KNOWN.

    Of several current collaborations between two the best agreement counts; where the picture is
    of one `collaboration`, its own counts for its ties. What is not known is not said to be
    lacking; ties that are over or only reported need no agreement, and count as WRITTEN.
    """
    ties = columns.ties
    due = ties.current & ((ties.evidence & _JOINT) > 0)
    agreement = ties.agreement
    known = ties.pieces.known
    if collaboration in known.ids:
        own = int(known.agreement[known.ids.index(collaboration)])
        agreement = np.where(columns.marked, own, agreement)
    lacking = np.where(agreement < 0, NOT_KNOWN, np.where(agreement < _WRITTEN, UNWRITTEN, WRITTEN))
    return np.where(due, lacking, WRITTEN)
