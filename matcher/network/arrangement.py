"""The whole network arranged once for a revision: places, groups and sizes that filters keep."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from matcher.landscape import Landscape
from matcher.network.evidence import Piece, Tie, merged
from matcher.network.layout import layout
from matcher.network.matrix import Floats, Ints

SMALLEST, LARGEST = 8.0, 24.0
"""Radii in pixels at a map's natural size."""

PAST = 0.5
"""What a tie that has ended draws, of what it would draw if it went on."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Arrangement:
    """One value a row of the landscape; hidden organisations have no group and stand at 0, 0."""

    place: Floats
    group: Ints
    degree: Ints
    size: Floats


def arrange(landscape: Landscape, ties: tuple[Tie, ...]) -> Arrangement:
    """Lay the network out with all its ties; hidden organisations and their ties are left out."""
    count = len(landscape)
    shown = _in_reading_order(landscape)
    seat = np.full(count, -1, dtype=np.int64)
    seat[shown] = np.arange(len(shown))
    index = landscape.index
    ends = np.array([(index[tie.a], index[tie.b]) for tie in ties], dtype=np.int64).reshape(-1, 2)
    weights = np.array([tie.strength * (1.0 if tie.current else PAST) for tie in ties])
    seen = ~landscape.hidden[ends].any(axis=1)
    drawn = layout(len(shown), seat[ends[seen]], weights[seen])
    place, group = np.zeros((count, 2)), np.full(count, -1, dtype=np.int64)
    place[shown], group[shown] = drawn.place, drawn.group
    degree = np.bincount(ends[seen].ravel(), minlength=count).astype(np.int64)
    return Arrangement(place=place, group=group, degree=degree, size=_sizes(degree))


def _in_reading_order(landscape: Landscape) -> Ints:
    """The rows that may be shown, by sector (unknown last) and name, as the band is read."""
    rows = np.flatnonzero(~landscape.hidden)
    sector = np.where(landscape.sector < 0, 99, landscape.sector)
    return rows[np.lexsort((landscape.order[rows], sector[rows]))]


def _sizes(degree: Ints) -> Floats:
    """Areas of nodes grow with their ties; the best-tied one has the largest radius."""
    most = max(int(degree.max(initial=0)), 1)
    return np.asarray(SMALLEST + (LARGEST - SMALLEST) * np.sqrt(degree / most))


@dataclass(frozen=True, kw_only=True, slots=True)
class Network:
    """What maps of one revision and day share: evidence, the ties it makes, and where all stand."""

    landscape: Landscape
    pieces: tuple[Piece, ...]
    ties: tuple[Tie, ...]
    arranged: Arrangement


def network(landscape: Landscape, pieces: tuple[Piece, ...]) -> Network:
    """The network of a landscape and the evidence of its ties, laid out."""
    ties = merged(pieces, landscape.as_of)
    return Network(landscape=landscape, pieces=pieces, ties=ties, arranged=arrange(landscape, ties))
