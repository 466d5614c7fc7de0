"""The whole network of a revision and a day: its evidence, its ties, and where all stand."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from matcher.landscape import Landscape
from matcher.landscape.collaborations import ALWAYS
from matcher.network.evidence import Pieces
from matcher.network.group_names import group_names
from matcher.network.matrix import Floats, Ints
from matcher.network.placing import Arrangement, arranged
from matcher.network.ties import Ties, merged, visible
from matcher.wording.message import Message

__all__ = ["Arrangement", "Arrange", "Network", "drawing", "network"]

Arrange = Callable[[Landscape, Ints, Floats], Arrangement]

PAST = 0.5
"""What a tie that has ended draws, of what it would draw if it went on."""


def drawing(ties: Ties) -> Floats:
    """How strongly each tie draws its two ends together on the map."""
    return ties.strength * np.where(ties.current, 1.0, PAST)


@dataclass(frozen=True, kw_only=True, slots=True, eq=False)
class Network:
    """What maps of one revision and day share: evidence, the ties it makes, and where all stand.

    Evidence and ties are only those between organisations that may be shown; their ends are rows
    of the landscape. `joined` is, for each row, the ordinal of the first day that it is known to
    have worked with somebody, 0 where none is known. `groups` are what the groups are called.
    """

    landscape: Landscape
    pieces: Pieces
    ties: Ties
    arranged: Arrangement
    joined: Ints
    groups: tuple[Message, ...]


def network(landscape: Landscape, pieces: Pieces, arrange: Arrange = arranged) -> Network:
    """The network of a landscape and the evidence of its ties, placed as `arrange` says.

    It is handed the landscape, the ties' ends as pairs of rows, and how strongly each tie draws.
    """
    seen = visible(pieces, landscape.hidden)
    ties = merged(seen, landscape.as_of)
    found = arrange(landscape, ties.ends, drawing(ties))
    return Network(
        landscape=landscape,
        pieces=seen,
        ties=ties,
        arranged=found,
        joined=_joined(ties, len(landscape)),
        groups=group_names(landscape, found.group, found.degree),
    )


def _joined(ties: Ties, count: int) -> Ints:
    known = np.flatnonzero(ties.since > ALWAYS)
    latest = np.iinfo(np.int64).max
    first = np.full(count, latest)
    for ends in (ties.a, ties.b):
        np.minimum.at(first, ends[known], ties.since[known])
    return np.where(first < latest, first, 0)
