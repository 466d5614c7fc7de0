"""What there is to say of a map: the facts that a sentence about it is made of."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from matcher.landscape import SECTORS
from matcher.network.columns import Columns
from matcher.network.matrix import Ints
from matcher.network.picture import MapGroup, MapPicture
from matcher.network.reach import FAR, distances

NAMED = 3
"""So many groups and so many of the best tied are named."""

GROUP_FROM = 3
"""A group of which fewer are shown is not worth a word."""

MOST_ALONE = 5
"""Those who stand alone are named while they are no more than this."""

ENOUGH = 0.65
"""With ties known of a smaller share of organisations nobody should be called central.

Surveys of associations that fewer answered have misled (see `matcher.network.measures.coverage`).
"""

Sector = str | None


@dataclass(frozen=True, kw_only=True, slots=True)
class Between:
    """The two sectors (None: not known; the same twice) that most ties go between, and how many."""

    one: Sector
    other: Sector
    ties: int


@dataclass(frozen=True, kw_only=True, slots=True)
class Way:
    """Two organisations by name, and how many ties the shortest way between them has, if any."""

    start: str
    goal: str
    steps: int | None


@dataclass(frozen=True, kw_only=True, slots=True)
class Told:
    """The facts of a map; `of_all` is whether it shows the whole network.

    `sectors` counts organisations, most first. `groups` are the largest, `most_ties` (name,
    number) those with most ties: none where all have as many. `alone` are the names of those
    without a tie, none where they are too many to name. `joint` counts ties that go on and come
    from collaborations; of `unagreed` of these nobody knows whether there is an agreement.
    `of_collaboration` is the title of the one whose map it is, and how many ties come from it.
    """

    organisations: int
    of_all: bool
    any_at_all: bool
    only: str | None
    sectors: tuple[tuple[Sector, int], ...]
    ties: int
    current: int
    between: Between | None
    groups: tuple[MapGroup, ...]
    most_ties: tuple[tuple[str, int], ...]
    with_ties: int
    alone: tuple[str, ...]
    joint: int
    unagreed: int
    way: Way | None
    of_collaboration: tuple[str, int] | None


def told(picture: MapPicture) -> Told:
    """The facts of a picture; an empty one has zeros and nothing else."""
    columns, counts = picture.columns, picture.counts
    nodes, ties = columns.nodes, columns.ties
    alone = np.flatnonzero(nodes.ties == 0)
    joint = ties.current & (ties.evidence & 1 > 0)
    largest = sorted(
        (group for group in picture.groups if group.members >= GROUP_FROM),
        key=lambda group: -group.members,
    )
    return Told(
        organisations=counts.organisations,
        of_all=counts.organisations == counts.all_organisations,
        any_at_all=counts.all_organisations > 0,
        only=nodes.names[0] if len(nodes) == 1 else None,
        sectors=_sectors(nodes.sector),
        ties=counts.ties,
        current=int(ties.current.sum()),
        between=_between(columns),
        groups=tuple(largest[:NAMED]),
        most_ties=_most_ties(columns),
        with_ties=len(nodes) - len(alone),
        alone=(
            tuple(nodes.names[place] for place in alone.tolist())
            if len(alone) <= MOST_ALONE
            else ()
        ),
        joint=int(joint.sum()),
        unagreed=int((joint & (ties.agreement < 0)).sum()),
        way=_way(picture),
        of_collaboration=_of_collaboration(picture),
    )


def _sector(code: int) -> Sector:
    return SECTORS[code] if 0 <= code < len(SECTORS) else None


def _sectors(codes: Ints) -> tuple[tuple[Sector, int], ...]:
    counts = np.bincount(np.where(codes < 0, len(SECTORS), codes), minlength=len(SECTORS) + 1)
    known = sorted(range(len(SECTORS)), key=lambda code: -int(counts[code]))
    return tuple(
        (_sector(code), int(counts[code])) for code in (*known, len(SECTORS)) if counts[code]
    )


def _between(columns: Columns) -> Between | None:
    """Where most ties go; nothing where there are none, or all are of one sector."""
    sector = np.where(columns.nodes.sector < 0, len(SECTORS), columns.nodes.sector)
    if not len(columns.ties) or len(np.unique(sector)) == 1:
        return None
    ends = np.sort(sector[columns.ties.ends], axis=1)
    pairs = np.bincount(ends[:, 0] * (len(SECTORS) + 1) + ends[:, 1])
    one, other = divmod(int(pairs.argmax()), len(SECTORS) + 1)
    return Between(one=_sector(one), other=_sector(other), ties=int(pairs.max()))


def _most_ties(columns: Columns) -> tuple[tuple[str, int], ...]:
    """Those with most ties, by number and name; nobody is named before others with as many."""
    nodes = columns.nodes
    if len(nodes) < 2 or int(nodes.ties.min()) == int(nodes.ties.max()):
        return ()
    order = np.argsort(-nodes.ties, kind="stable")
    first = int(nodes.ties[order[NAMED]]) if len(order) > NAMED else 0
    best = order[:NAMED][nodes.ties[order[:NAMED]] > first]
    return tuple((nodes.names[place], int(nodes.ties[place])) for place in best.tolist())


def _way(picture: MapPicture) -> Way | None:
    nodes, view = picture.columns.nodes, picture.view
    if view.around is None or view.path_to is None:
        return None
    start, goal = nodes.ids.index(view.around), nodes.ids.index(view.path_to)
    away = int(distances(start, picture.columns.ties, len(nodes))[goal])
    return Way(start=nodes.names[start], goal=nodes.names[goal], steps=away if away < FAR else None)


def _of_collaboration(picture: MapPicture) -> tuple[str, int] | None:
    known, asked = picture.columns.ties.pieces.known, picture.view.collaboration
    if asked is None or asked not in known.ids:
        return None
    return known.titles[known.ids.index(asked)], int(picture.columns.marked.sum())
