"""What hangs on a grant, as pages tell it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from matcher.services.anchoring.records import Grant
from matcher.wording.message import Words


@dataclass(frozen=True, kw_only=True, slots=True)
class Who:
    """An organisation."""

    id: str
    name: str


@dataclass(frozen=True, kw_only=True, slots=True)
class LostCapacity:
    """A capacity that some reach through the grant alone.

    `offered_by` are those who offer it, `lost_by` those who would reach it no more, `needed_by`
    those of them who have said that they need it.
    """

    capacity: Words
    offered_by: tuple[Who, ...]
    lost_by: tuple[Who, ...]
    needed_by: tuple[Who, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class Falls:
    """What hangs on a grant, in Danish order of names.

    `others` are the other collaborations that it pays for (id, title), `begun` says whether any of
    all has begun: before that there is nothing to fall. `kept_by` are grants that last longer.
    `choices` are the ends of the collaboration's grants. `parts` are the groups that would lose the
    rest of what they hang together with. `shown` are the ids that a map of it should show, none for
    all.
    """

    id: str
    title: str
    source: str | None
    end: date
    others: tuple[tuple[str, str], ...]
    kept_by: tuple[Grant, ...]
    ends: tuple[date, ...]
    begun: bool
    ties: tuple[tuple[Who, Who], ...]
    alone: tuple[Who, ...]
    capacities: tuple[LostCapacity, ...]
    parts: tuple[tuple[Who, ...], ...]
    shown: tuple[str, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class FallingOnMap:
    """The ids that a map points out: ties that fall, and who would stand alone."""

    ties: tuple[tuple[str, str], ...]
    alone: tuple[str, ...]
