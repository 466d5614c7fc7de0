"""A picture in columns: what pages and files compute on without an object for each node and tie."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import numpy as np

from matcher.network.evidence import Bools, Collaborations
from matcher.network.matrix import Floats, Ints
from matcher.network.ties import Ties
from matcher.wording.message import Message, Words


@dataclass(frozen=True, kw_only=True, slots=True, eq=False)
class NodeColumns:
    """One value a node, in the order of their names.

    `row` is the row of the landscape. `place` is n × 2 pixels, y downwards, `size` a radius.
    `sector` is a place in `matcher.landscape.SECTORS`, `kind` in `kinds`, `area` in `areas`,
    `group` in `groups`; −1 is not known or none. `ties` counts the ties shown, `all_ties` those of
    the whole network, which `size` goes by. `joined` is the ordinal of the first day that it is
    known to have worked with somebody, 0 where none is known; `lat` and `lon` are degrees, nan
    where unknown.
    """

    row: Ints
    ids: tuple[str, ...]
    names: tuple[str, ...]
    place: Floats
    size: Floats
    sector: Ints
    kind: Ints
    area: Ints
    group: Ints
    ties: Ints
    all_ties: Ints
    joined: Ints
    lat: Floats
    lon: Floats
    kinds: tuple[tuple[str, Words], ...]
    areas: tuple[str, ...]
    groups: tuple[tuple[str, Message], ...]

    def __len__(self) -> int:
        return len(self.row)


@dataclass(frozen=True, kw_only=True, slots=True, eq=False)
class Undertakings:
    """The collaborations behind the ties shown, one value each, by title.

    `number` is a place in `known`. The members of each are `members[first:first + count]`, places
    among the nodes.
    """

    number: Ints
    first: Ints
    count: Ints
    members: Ints
    known: Collaborations

    def __len__(self) -> int:
        return len(self.number)

    def members_of(self, place: int) -> Ints:
        """Places of the nodes that take part in one of them."""
        start = int(self.first[place])
        return self.members[start : start + int(self.count[place])]


@dataclass(frozen=True, kw_only=True, eq=False)
class Columns:
    """Nodes, and ties whose ends are places among them.

    `all_organisations` and `all_ties` count the whole network; `marked` are the ties that belong
    to the collaboration asked for (all false otherwise).
    """

    nodes: NodeColumns
    ties: Ties
    marked: Bools
    all_organisations: int
    all_ties: int

    @cached_property
    def undertakings(self) -> Undertakings:
        """The collaborations that the ties shown come from."""
        return undertakings(self.ties)


def undertakings(ties: Ties) -> Undertakings:
    """The collaborations that ties come from, with those whom they tie."""
    known = ties.pieces.known
    number = ties.pieces.collaboration[ties.piece]
    joint = np.flatnonzero(number >= 0)
    tie, number = ties.tie_of_piece[joint], number[joint]
    nodes = int(max(ties.a.max(initial=-1), ties.b.max(initial=-1))) + 1
    both = np.concatenate([number * nodes + ties.a[tie], number * nodes + ties.b[tie]])
    pairs = np.unique(both)
    number, members = pairs // max(nodes, 1), pairs % max(nodes, 1)
    found, first, count = np.unique(number, return_index=True, return_counts=True)
    turn = np.argsort(known.order[found], kind="stable")
    return Undertakings(
        number=found[turn], first=first[turn], count=count[turn], members=members, known=known
    )
