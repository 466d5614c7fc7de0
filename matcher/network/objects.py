"""What a map shows, as one record for each organisation, tie, collaboration and group."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from math import isnan

import numpy as np

from matcher.landscape import SECTORS
from matcher.network.columns import NodeColumns, Undertakings
from matcher.network.evidence import AGREEMENTS, day
from matcher.network.ties import Ties, evidence_words
from matcher.wording.message import Message, Words


@dataclass(frozen=True, kw_only=True, slots=True)
class MapNode:
    """An organisation on the map: x and y in pixels (y downwards), `size` its radius in pixels.

    `ties` counts the ties shown; `group` is a group's id, None where there are no real groups;
    `label` is the name of its kind; `joined` the first day that it is known to have worked with
    somebody; `lat` and `lon` are degrees.
    """

    id: str
    name: str
    sector: str | None
    kind: str | None
    label: Words | None
    area: str | None
    x: float
    y: float
    group: str | None
    size: float
    ties: int
    joined: date | None = None
    lat: float | None = None
    lon: float | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class MapTie:
    """A tie on the map, between two organisations' ids; see `matcher.network.ties.Ties`.

    `collaborations` are the ids of those that it comes from; `agreement` the best that any current
    one of them has (written, oral, none), None where it is not known or the tie is only reported;
    `funding_end` is the day on which the last of their funding ends, None where that is not known.
    """

    a: str
    b: str
    kinds: tuple[str, ...]
    evidence: tuple[str, ...]
    strength: float
    since: date | None
    until: date | None
    current: bool
    collaborations: tuple[str, ...] = ()
    agreement: str | None = None
    funding_end: date | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class MapCollaboration:
    """A collaboration between organisations on the map; `members` are ids of those shown."""

    id: str
    title: str
    members: tuple[str, ...]
    since: date | None
    until: date | None
    current: bool
    agreement: str | None
    funding_end: date | None


@dataclass(frozen=True, kw_only=True, slots=True)
class MapGroup:
    """A group of organisations that mostly work with each other."""

    id: str
    name: Message
    members: int


@dataclass(frozen=True, kw_only=True, slots=True)
class MapCounts:
    """How much is shown, out of how much there is; `alone` are shown without a tie."""

    organisations: int
    ties: int
    alone: int
    all_organisations: int
    all_ties: int


def node(columns: NodeColumns, place: int) -> MapNode:
    """The organisation at a place among the nodes."""
    sector, kind = int(columns.sector[place]), int(columns.kind[place])
    area, group = int(columns.area[place]), int(columns.group[place])
    x, y = columns.place[place].tolist()
    lat, lon = float(columns.lat[place]), float(columns.lon[place])
    return MapNode(
        id=columns.ids[place],
        name=columns.names[place],
        sector=SECTORS[sector] if sector >= 0 else None,
        kind=columns.kinds[kind][0] if kind >= 0 else None,
        label=columns.kinds[kind][1] if kind >= 0 else None,
        area=columns.areas[area] if area >= 0 else None,
        x=x,
        y=y,
        group=columns.groups[group][0] if group >= 0 else None,
        size=float(columns.size[place]),
        ties=int(columns.ties[place]),
        joined=day(int(columns.joined[place])),
        lat=None if isnan(lat) else lat,
        lon=None if isnan(lon) else lon,
    )


def nodes(columns: NodeColumns, places: Iterable[int]) -> tuple[MapNode, ...]:
    """The organisations at some places, in that order."""
    return tuple(node(columns, place) for place in places)


def ties(columns: Ties, ids: tuple[str, ...], places: Iterable[int]) -> tuple[MapTie, ...]:
    """The ties at some places; `ids` are those of the nodes."""
    return tuple(_tie(columns, ids, place) for place in places)


def _tie(columns: Ties, ids: tuple[str, ...], place: int) -> MapTie:
    agreement, first = int(columns.agreement[place]), int(columns.first[place])
    numbers = columns.pieces.collaboration[first : first + int(columns.count[place])].tolist()
    known = columns.pieces.known
    return MapTie(
        a=ids[columns.a[place]],
        b=ids[columns.b[place]],
        kinds=columns.kinds[columns.kind[place]],
        evidence=evidence_words(int(columns.evidence[place])),
        strength=float(columns.strength[place]),
        since=day(int(columns.since[place])),
        until=day(int(columns.until[place])),
        current=bool(columns.current[place]),
        collaborations=tuple(sorted(known.ids[number] for number in numbers if number >= 0)),
        agreement=AGREEMENTS[agreement] if agreement >= 0 else None,
        funding_end=day(int(columns.funding_end[place])),
    )


def collaborations(
    found: Undertakings, ids: tuple[str, ...], as_of: date
) -> tuple[MapCollaboration, ...]:
    """The collaborations, by title."""
    return tuple(_collaboration(found, ids, place, as_of) for place in range(len(found)))


def _collaboration(
    found: Undertakings, ids: tuple[str, ...], place: int, as_of: date
) -> MapCollaboration:
    known, number = found.known, int(found.number[place])
    agreement = int(known.agreement[number])
    return MapCollaboration(
        id=known.ids[number],
        title=known.titles[number],
        members=tuple(ids[member] for member in found.members_of(place).tolist()),
        since=day(int(known.start[number])),
        until=day(int(known.end[number])),
        current=int(known.end[number]) >= as_of.toordinal(),
        agreement=AGREEMENTS[agreement] if agreement >= 0 else None,
        funding_end=day(int(known.funding_end[number])),
    )


def groups(columns: NodeColumns) -> tuple[MapGroup, ...]:
    """The groups that nodes shown are in."""
    sizes = np.bincount(columns.group[columns.group >= 0], minlength=len(columns.groups)).tolist()
    return tuple(
        MapGroup(id=key, name=name, members=size)
        for (key, name), size in zip(columns.groups, sizes, strict=True)
        if size
    )
