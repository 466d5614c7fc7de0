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
    """A tie on the map, between two organisations' ids; see `matcher.network.evidence.Tie`.

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


@dataclass(frozen=True, kw_only=True, slots=True)
class MapPicture:
    """The map of a view: nodes by name, ties by ids, the groups that nodes shown are in.

    `collaborations`, by title, are those with two or more organisations among the nodes.
    """

    as_of: date
    revision: int
    view: MapView
    nodes: tuple[MapNode, ...]
    ties: tuple[MapTie, ...]
    groups: tuple[MapGroup, ...]
    counts: MapCounts
    collaborations: tuple[MapCollaboration, ...] = ()
