"""A network map as plain results: what pages, files and the command line show of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from matcher.wording.message import Message, Words


@dataclass(frozen=True, kw_only=True, slots=True)
class MapView:
    """What of the network is asked for; None is no condition.

    `sector` and `agreement` may be "unknown"; `kind`, `theme`, `target_group`, `offers` and
    `needs` are ids of terms; `area` is the name of a district or municipality. `agreement`,
    `since`, `until` and `evidence` are conditions on ties: those without such a tie are left out.
    `around` is an organisation's id, `steps` how many ties away the others may be.
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

    @property
    def about_ties(self) -> bool:
        """Whether there is a condition on ties."""
        return any((self.agreement, self.since, self.until, self.evidence))


@dataclass(frozen=True, kw_only=True, slots=True)
class MapNode:
    """An organisation on the map: x and y in pixels (y downwards), `size` its radius in pixels.

    `ties` counts the ties shown; `group` is a group's id, None where there are no real groups;
    `label` is the name of its kind.
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


@dataclass(frozen=True, kw_only=True, slots=True)
class MapTie:
    """A tie on the map, between two organisations' ids; see `matcher.network.evidence.Tie`."""

    a: str
    b: str
    kinds: tuple[str, ...]
    evidence: tuple[str, ...]
    strength: float
    since: date | None
    until: date | None
    current: bool


@dataclass(frozen=True, kw_only=True, slots=True)
class MapGroup:
    """A group of organisations that mostly work with each other; called by its best-tied member."""

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


@dataclass(frozen=True, kw_only=True, slots=True)
class MapPicture:
    """The map of a view: nodes by name, ties by ids, the groups that nodes shown are in."""

    as_of: date
    revision: int
    view: MapView
    nodes: tuple[MapNode, ...]
    ties: tuple[MapTie, ...]
    groups: tuple[MapGroup, ...]
    counts: MapCounts
