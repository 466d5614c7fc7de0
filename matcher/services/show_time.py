"""The network over time: its years, and two of them side by side."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

import numpy as np

from matcher.errors import Refusal
from matcher.network import objects
from matcher.network.matrix import Ints
from matcher.network.over_time.compared import compared
from matcher.network.over_time.timeline import Timeline, timeline
from matcher.network.picture import MapNode, MapPicture, MapTie, MapView
from matcher.services.access import Actor, require
from matcher.services.draw_map import draw_map
from matcher.services.installation import Installation
from matcher.wording.message import message

APART = 5
"""Years between the two that are compared where nobody says which."""

MOST = 100
"""So many of each list are named; the others are counted."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Named:
    """A list of organisations or ties, by name; `count` says how many there are in all."""

    count: int
    organisations: tuple[MapNode, ...] = ()
    ties: tuple[MapTie, ...] = ()

    @property
    def more(self) -> int:
        """How many are not named."""
        return self.count - len(self.organisations) - len(self.ties)


@dataclass(frozen=True, kw_only=True, slots=True)
class Differences:
    """What is different in the later of two years (see `matcher.network.over_time.compared`)."""

    earlier: int
    later: int
    came: Named
    left: Named
    began: Named
    ended: Named
    lasted: int


@dataclass(frozen=True, kw_only=True, slots=True)
class OverTime:
    """The years of a picture, and two of them compared; None where no year is known."""

    picture: MapPicture
    timeline: Timeline
    differences: Differences | None


def show_time(
    installation: Installation,
    actor: Actor,
    view: MapView | None = None,
    *,
    years: tuple[int | None, int | None] = (None, None),
    as_of: date,
) -> OverTime:
    """The view of the map year by year, with two years compared, whichever is named first.

    Years that are not said are the last one and APART before it. Refusal (invalid) for a year
    that is not among those known.
    """
    require(actor, "explore_map")
    picture = draw_map(installation, actor, view, as_of=as_of)
    line = timeline(picture.columns, as_of)
    if not line.years:
        return OverTime(picture=picture, timeline=line, differences=None)
    first, last = line.years[0].year, line.years[-1].year
    for year in years:
        if year is not None and not first <= year <= last:
            raise Refusal(
                "invalid",
                message("Nothing is known of the year {year}.", year=str(year)),
                message("Choose a year from {first} to {last}.", first=str(first), last=str(last)),
            )
    later = last if years[1] is None else years[1]
    earlier = max(first, later - APART) if years[0] is None else years[0]
    earlier, later = min(earlier, later), max(earlier, later)
    return OverTime(
        picture=picture, timeline=line, differences=_differences(picture, earlier, later, as_of)
    )


def _differences(picture: MapPicture, earlier: int, later: int, as_of: date) -> Differences:
    found = compared(picture.columns, earlier, later, as_of)
    return Differences(
        earlier=earlier,
        later=later,
        came=_organisations(picture, found.came),
        left=_organisations(picture, found.left),
        began=_ties(picture, found.began),
        ended=_ties(picture, found.ended),
        lasted=len(found.lasted),
    )


def _organisations(picture: MapPicture, places: Ints) -> Named:
    """Nodes stand in the order of their names."""
    named = objects.nodes(picture.columns.nodes, places[:MOST].tolist())
    return Named(count=len(places), organisations=named)


def _ties(picture: MapPicture, places: Ints) -> Named:
    """By the names of their ends: nodes stand in the order of theirs."""
    ends = np.sort(picture.columns.ties.ends[places], axis=1)
    first = places[np.lexsort((ends[:, 1], ends[:, 0]))][:MOST]
    ids = picture.columns.nodes.ids
    return Named(count=len(places), ties=objects.ties(picture.columns.ties, ids, first.tolist()))
