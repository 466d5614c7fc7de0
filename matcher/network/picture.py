"""A network map as plain results: what pages, files and the command line show of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cached_property

from matcher.network import objects
from matcher.network.columns import Columns
from matcher.network.objects import (
    MapCollaboration,
    MapCounts,
    MapGroup,
    MapNode,
    MapTie,
)

__all__ = [
    "MapView",
    "MapPicture",
    "MapNode",
    "MapTie",
    "MapCollaboration",
    "MapGroup",
    "MapCounts",
]


@dataclass(frozen=True, kw_only=True, slots=True)
class MapView:
    """What of the network is asked for; None is no condition.

    `sector` and `agreement` may be "unknown"; `kind`, `theme`, `target_group`, `offers` and
    `needs` are ids of terms; `area` is the name of a district or municipality. `agreement`,
    `since`, `until` and `evidence` are conditions on ties: those without such a tie are left out.
    `funding_until` asks for ties of collaborations whose funding ends on that day or before, from
    the day the map is of. `around` is an organisation's id, `steps` how many ties away the others
    may be; with `path_to`, another id, the shortest ways between the two are shown instead.
    `collaboration` is the id of one, shown with its participants. `only` are the ids of the
    organisations to show at most, `without` of those to leave out; ids that are gone are passed
    over.
    """

    sector: str | None = None
    kind: str | None = None
    theme: str | None = None
    target_group: str | None = None
    offers: str | None = None
    needs: str | None = None
    area: str | None = None
    agreement: str | None = None
    since: date | None = None
    until: date | None = None
    evidence: str | None = None
    around: str | None = None
    steps: int = 2
    path_to: str | None = None
    collaboration: str | None = None
    funding_until: date | None = None
    only: tuple[str, ...] = ()
    without: tuple[str, ...] = ()

    @property
    def about_ties(self) -> bool:
        """Whether there is a condition on ties."""
        return any((self.agreement, self.since, self.until, self.evidence, self.funding_until))


@dataclass(frozen=True, kw_only=True, eq=False)
class MapPicture:
    """The map of a view: nodes by name, ties by ids, the groups that nodes shown are in.

    `columns` hold all of it; the records below are made of them when they are asked for, once.
    With tens of thousands of nodes, read the columns.
    """

    as_of: date
    revision: int
    view: MapView
    columns: Columns

    @cached_property
    def nodes(self) -> tuple[MapNode, ...]:
        """The organisations shown, by name."""
        return objects.nodes(self.columns.nodes, range(len(self.columns.nodes)))

    @cached_property
    def ties(self) -> tuple[MapTie, ...]:
        """The ties shown, by the ids of their ends."""
        ties = self.columns.ties
        return objects.ties(ties, self.columns.nodes.ids, range(len(ties)))

    @cached_property
    def groups(self) -> tuple[MapGroup, ...]:
        """The groups that nodes shown are in, largest of the whole network first."""
        return objects.groups(self.columns.nodes)

    @cached_property
    def collaborations(self) -> tuple[MapCollaboration, ...]:
        """By title, those that tie two or more of the organisations shown."""
        nodes = self.columns.nodes
        return objects.collaborations(self.columns.undertakings, nodes.ids, self.as_of)

    @cached_property
    def counts(self) -> MapCounts:
        """How much is shown, out of how much there is."""
        columns = self.columns
        return MapCounts(
            organisations=len(columns.nodes),
            ties=len(columns.ties),
            alone=int((columns.nodes.ties == 0).sum()),
            all_organisations=columns.all_organisations,
            all_ties=columns.all_ties,
        )
