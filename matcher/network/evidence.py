"""What ties rest on: pieces of evidence that two organisations work or worked together."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

import numpy as np
from numpy.typing import NDArray

from matcher.landscape.collaborations import ALWAYS, FOR_EVER, Stays
from matcher.network.matrix import Floats, Ints

COLLABORATION = "collaboration"
REPORTED = "reported"
EVIDENCE = (COLLABORATION, REPORTED)
AGREEMENTS = ("none", "oral", "written")
"""How a collaboration can be agreed, the least first."""

Bools = NDArray[np.bool_]


@dataclass(frozen=True, kw_only=True, slots=True, eq=False)
class Collaborations:
    """Collaborations that had begun on the day, one value each.

    `order` is their rank by title, in Danish order. Days are ordinals: `start` is ALWAYS and `end`
    FOR_EVER where open, `funding_end` 0 where it is not known. `agreement` is a place in
    AGREEMENTS, −1 where it is not known.
    """

    ids: tuple[str, ...]
    titles: tuple[str, ...]
    order: Ints
    start: Ints
    end: Ints
    agreement: Ints
    funding_end: Ints

    def __len__(self) -> int:
        return len(self.ids)


@dataclass(frozen=True, kw_only=True, slots=True, eq=False)
class Pieces:
    """Pieces of evidence, one value each, by their two organisations, then kind.

    `a` and `b` are rows of the landscape, `a` first. `kind` is a place in `kinds`, of which the
    first is COLLABORATION and the others what was reported; `collaboration` a place in `known`,
    −1 where the piece is a report. `strength` is 0…1. Days are ordinals: `since` is ALWAYS where
    it is not known, `until` FOR_EVER where nobody said that it ended.
    """

    a: Ints
    b: Ints
    kind: Ints
    collaboration: Ints
    strength: Floats
    since: Ints
    until: Ints
    kinds: tuple[str, ...]
    known: Collaborations

    def __len__(self) -> int:
        return len(self.a)

    @property
    def reported(self) -> Bools:
        """Which pieces somebody reported; the others are from collaborations."""
        return self.collaboration < 0

    @property
    def agreement(self) -> Ints:
        """How the collaboration of each is agreed: a place in AGREEMENTS, −1 for not known."""
        return _of_collaboration(self.known.agreement, self.collaboration, -1)

    @property
    def funding_end(self) -> Ints:
        """When the money of the collaboration of each ends (ordinals), 0 for not known."""
        return _of_collaboration(self.known.funding_end, self.collaboration, 0)


def _of_collaboration(values: Ints, collaboration: Ints, otherwise: int) -> Ints:
    """The value of each piece's collaboration; reports, at −1, have the last one: no such thing."""
    return np.append(values, otherwise)[collaboration]


@dataclass(frozen=True, kw_only=True, slots=True, eq=False)
class Reports:
    """Reported ties, one value each, as `Pieces` has them; no kind is one of them, too."""

    a: Ints
    b: Ints
    kind: tuple[str | None, ...]
    strength: Floats
    since: Ints
    until: Ints


def gathered(known: Collaborations, stays: Stays, reports: Reports, as_of: date) -> Pieces:
    """All evidence known on a day; what begins later is not known yet.

    `stays` stand by collaboration, then organisation, each organisation once in each: as
    `matcher.landscape.collaborations.stays` gives them.
    """
    a, b, joint, strength, since, until = _joint(stays, len(known))
    told = np.flatnonzero((reports.a != reports.b) & (reports.since <= as_of.toordinal()))
    kinds = (COLLABORATION, *sorted({_kind(reports.kind[at]) for at in told} - {COLLABORATION}))
    number = {kind: place for place, kind in enumerate(kinds)}
    said = np.array([number[_kind(reports.kind[at])] for at in told], np.int64)
    ends = np.stack([reports.a[told], reports.b[told]])
    return _in_order(
        Pieces(
            a=np.concatenate([a, ends.min(axis=0)]),
            b=np.concatenate([b, ends.max(axis=0)]),
            kind=np.concatenate([np.zeros(len(a), np.int64), said]),
            collaboration=np.concatenate([joint, np.full(len(told), -1, np.int64)]),
            strength=np.concatenate([strength, reports.strength[told]]),
            since=np.concatenate([since, reports.since[told]]),
            until=np.concatenate([until, reports.until[told]]),
            kinds=kinds,
            known=known,
        )
    )


def _kind(said: str | None) -> str:
    return said or REPORTED


def _joint(stays: Stays, collaborations: int) -> tuple[Ints, Ints, Ints, Floats, Ints, Ints]:
    """A piece for every two whose stays in a collaboration overlap, columns of `Pieces`.

    Its strength is 1/(size − 1), after Newman (2001): two out of forty hardly know each other.
    A collaboration with one participant ties nobody.
    """
    group = stays.collaboration
    each = np.arange(len(group), dtype=np.int64)
    # Each stay is paired with those after it in the same collaboration.
    counts = np.searchsorted(group, group, side="right") - each - 1
    left = np.repeat(each, counts)
    right = np.arange(len(left), dtype=np.int64) + (each + 1 - (np.cumsum(counts) - counts))[left]
    since = np.maximum(stays.joined[left], stays.joined[right])
    until = np.minimum(stays.left[left], stays.left[right])
    met = np.flatnonzero(since <= until)
    left, right = left[met], right[met]
    sizes = np.bincount(group, minlength=collaborations)
    return (
        stays.organisation[left],
        stays.organisation[right],
        group[left],
        1.0 / (sizes[group[left]].astype(np.float64) - 1.0),
        since[met],
        until[met],
    )


def _in_order(pieces: Pieces) -> Pieces:
    return taken(pieces, np.lexsort((pieces.collaboration, pieces.kind, pieces.b, pieces.a)))


def taken(pieces: Pieces, which: Ints | Bools) -> Pieces:
    """Some of the pieces: a mask, or places that ascend so that their order holds."""
    return Pieces(
        a=pieces.a[which],
        b=pieces.b[which],
        kind=pieces.kind[which],
        collaboration=pieces.collaboration[which],
        strength=pieces.strength[which],
        since=pieces.since[which],
        until=pieces.until[which],
        kinds=pieces.kinds,
        known=pieces.known,
    )


def day(ordinal: int) -> date | None:
    """The day that an ordinal of a column means; None where it is open or not known.

    >>> day(738000), day(ALWAYS), day(FOR_EVER)
    (datetime.date(2021, 7, 29), None, None)
    """
    return date.fromordinal(ordinal) if ALWAYS < ordinal < FOR_EVER else None
