"""From pieces of evidence to the ties between organisations, in columns."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from functools import cache

import numpy as np

from matcher.landscape.collaborations import ALWAYS, FOR_EVER
from matcher.network.evidence import EVIDENCE, Bools, Pieces, taken
from matcher.network.matrix import Floats, Ints

_JOINT, _TOLD = 1, 2  # of the bits of `Ties.evidence`, in the order of EVIDENCE


@dataclass(frozen=True, kw_only=True, slots=True, eq=False)
class Ties:
    """All pieces between two organisations as one tie, one value a tie, by the two ends' ids.

    `a` and `b` are rows of the landscape in a network, and places among the nodes in a picture;
    of the two, `a` has the first id. `kind` is a place in `kinds`, which are sets of kinds as
    sorted tuples. `evidence` is 1 for collaborations, 2 for reports, 3 for both (see
    `evidence_words`). `strength` is the sum of the pieces, at most 1. Days are ordinals: `since`
    is the earliest known, ALWAYS where none is; `until` the latest, FOR_EVER while any of it goes
    on without an end in sight; `current` is as of the day asked for. `agreement` is the best that
    any current collaboration has (a place in AGREEMENTS, −1 not known); `funding_end` the day on
    which the last of their money ends, 0 where that is not known.

    The pieces of a tie are `pieces[first:first + count]`.
    """

    a: Ints
    b: Ints
    kind: Ints
    evidence: Ints
    strength: Floats
    since: Ints
    until: Ints
    current: Bools
    agreement: Ints
    funding_end: Ints
    first: Ints
    count: Ints
    kinds: tuple[tuple[str, ...], ...]
    pieces: Pieces

    def __len__(self) -> int:
        return len(self.a)

    @property
    def ends(self) -> Ints:
        """Both ends, one row a tie."""
        return np.stack([self.a, self.b], axis=1)

    @property
    def piece(self) -> Ints:
        """The places of the pieces of all ties, tie after tie."""
        before = np.cumsum(self.count) - self.count
        steps = np.arange(int(self.count.sum()), dtype=np.int64)
        return np.asarray(steps + np.repeat(self.first - before, self.count))

    @property
    def tie_of_piece(self) -> Ints:
        """The tie that each of `piece` belongs to."""
        return np.repeat(np.arange(len(self), dtype=np.int64), self.count)


@cache
def evidence_words(code: int) -> tuple[str, ...]:
    """What a tie of such evidence rests on, of EVIDENCE.

    >>> evidence_words(3)
    ('collaboration', 'reported')
    """
    return tuple(word for bit, word in enumerate(EVIDENCE) if code >> bit & 1)


def merged(pieces: Pieces, as_of: date) -> Ties:
    """One tie for every two organisations with evidence."""
    today = as_of.toordinal()
    new = np.ones(len(pieces), np.bool_)
    new[1:] = (np.diff(pieces.a) != 0) | (np.diff(pieces.b) != 0)
    first = np.flatnonzero(new)
    current = pieces.until >= today
    kind, kinds = _kinds(pieces, first)
    known = np.where(pieces.since > ALWAYS, pieces.since, FOR_EVER)
    since = _lowest(known, first)
    return Ties(
        a=pieces.a[first],
        b=pieces.b[first],
        kind=kind,
        kinds=kinds,
        evidence=_joined(np.where(pieces.reported, _TOLD, _JOINT), first),
        strength=np.minimum(_sums(pieces.strength, first), 1.0),
        since=np.where(since < FOR_EVER, since, ALWAYS),
        until=_highest(pieces.until, first),
        current=_highest(current.astype(np.int64), first) > 0,
        agreement=_highest(np.where(current, pieces.agreement, -1), first),
        funding_end=_highest(pieces.funding_end, first),
        first=first,
        count=np.diff(first, append=len(pieces)),
        pieces=pieces,
    )


def _kinds(pieces: Pieces, first: Ints) -> tuple[Ints, tuple[tuple[str, ...], ...]]:
    """The set of kinds of each tie: first those of one kind, then those that are seen of several.

    Pieces of a tie stand by kind, so a tie has one kind where its first and last agree.
    """
    kind = pieces.kind[first].copy()
    kinds = [(word,) for word in pieces.kinds]
    last = np.append(first[1:], len(pieces)) if len(first) else first
    code: dict[tuple[str, ...], int] = {}
    for tie in np.flatnonzero(kind != pieces.kind[last - 1]).tolist():
        numbers = np.unique(pieces.kind[first[tie] : last[tie]]).tolist()
        words = tuple(sorted(pieces.kinds[number] for number in numbers))
        kind[tie] = code.setdefault(words, len(kinds) + len(code))
    return kind, (*kinds, *code)


def _sums(values: Floats, first: Ints) -> Floats:
    return np.add.reduceat(values, first) if len(first) else np.empty(0)


def _lowest(values: Ints, first: Ints) -> Ints:
    return np.minimum.reduceat(values, first) if len(first) else np.empty(0, np.int64)


def _highest(values: Ints, first: Ints) -> Ints:
    return np.maximum.reduceat(values, first) if len(first) else np.empty(0, np.int64)


def _joined(bits: Ints, first: Ints) -> Ints:
    return np.bitwise_or.reduceat(bits, first) if len(first) else np.empty(0, np.int64)


def some(ties: Ties, which: Ints | Bools) -> Ties:
    """Some of the ties, by a mask or places."""
    return replace(
        ties,
        a=ties.a[which],
        b=ties.b[which],
        kind=ties.kind[which],
        evidence=ties.evidence[which],
        strength=ties.strength[which],
        since=ties.since[which],
        until=ties.until[which],
        current=ties.current[which],
        agreement=ties.agreement[which],
        funding_end=ties.funding_end[which],
        first=ties.first[which],
        count=ties.count[which],
    )


def visible(pieces: Pieces, hidden: Bools) -> Pieces:
    """The pieces between organisations that may be shown; `hidden` has one value a row."""
    return taken(pieces, ~(hidden[pieces.a] | hidden[pieces.b]))
