"""Collaborations of three or more shown as one mark each, instead of a tie between every two."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from matcher.network.columns import Columns
from matcher.network.evidence import Bools
from matcher.network.matrix import Ints

FROM = 3
"""A collaboration of so many organisations shown is one mark; two are a tie."""


@dataclass(frozen=True, kw_only=True, slots=True, eq=False)
class Together:
    """Which collaborations of a picture are marks (places in `undertakings`), what stays a tie.

    `rest` says of every tie whether it rests on anything else than those collaborations.
    """

    hubs: Ints
    rest: Bools


def together(columns: Columns) -> Together:
    """The collaborations of three or more organisations shown: twenty partners are one mark."""
    found, ties = columns.undertakings, columns.ties
    hubs = np.flatnonzero(found.count >= FROM)
    # Reports have the number −1, which is the last place here: they are in no mark.
    marked = np.zeros(len(found.known) + 1, np.bool_)
    marked[found.number[hubs]] = True
    other = ~marked[ties.pieces.collaboration[ties.piece]]
    rest = np.zeros(len(ties), np.bool_)
    rest[ties.tie_of_piece[other]] = True
    return Together(hubs=hubs, rest=rest)
