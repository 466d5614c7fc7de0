"""From what is known of two organisations to the tie between them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from itertools import combinations

COLLABORATION = "collaboration"
REPORTED = "reported"
EVIDENCE = (COLLABORATION, REPORTED)


@dataclass(frozen=True, kw_only=True, slots=True)
class Stay:
    """An organisation's time in a collaboration: first and last day, None where open.

    `agreement` is the collaboration's: none, oral, written, or None where it is not known.
    """

    collaboration: str
    organisation: str
    since: date | None
    until: date | None
    agreement: str | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Piece:
    """One piece of evidence that `a` and `b` (ids, `a` first in order) work or worked together.

    `kind` is what is reported or COLLABORATION; `evidence` one of EVIDENCE; `strength` 0…1.
    """

    a: str
    b: str
    kind: str
    evidence: str
    strength: float
    since: date | None
    until: date | None
    agreement: str | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Tie:
    """All pieces between two organisations as one tie.

    `strength` is their sum, at most 1; `since` the earliest day known, `until` the latest, None
    while any of it goes on without an end in sight; `current` as of the day asked for.
    """

    a: str
    b: str
    kinds: tuple[str, ...]
    evidence: tuple[str, ...]
    strength: float
    since: date | None
    until: date | None
    current: bool


def joint(stays: Iterable[Stay], as_of: date) -> tuple[Piece, ...]:
    """A piece for every two whose stays in a collaboration overlap, as known on the day.

    Its strength is 1/(size − 1), after Newman (2001): two out of forty hardly know each other.
    A collaboration with one participant ties nobody.
    """
    by_collaboration: dict[str, list[Stay]] = defaultdict(list)
    for stay in stays:
        if stay.since is None or stay.since <= as_of:
            by_collaboration[stay.collaboration].append(stay)
    return tuple(
        piece for members in by_collaboration.values() for piece in _of_collaboration(members)
    )


def _of_collaboration(members: list[Stay]) -> Iterable[Piece]:
    size = len({stay.organisation for stay in members})
    ordered = sorted(members, key=lambda stay: stay.organisation)
    for first, second in combinations(ordered, 2):
        since, until = _overlap(first, second)
        if first.organisation == second.organisation or (since and until and until < since):
            continue
        yield Piece(
            a=first.organisation,
            b=second.organisation,
            kind=COLLABORATION,
            evidence=COLLABORATION,
            strength=1 / (size - 1),
            since=since,
            until=until,
            agreement=first.agreement,
        )


def _overlap(first: Stay, second: Stay) -> tuple[date | None, date | None]:
    begins = [day for day in (first.since, second.since) if day is not None]
    ends = [day for day in (first.until, second.until) if day is not None]
    return max(begins, default=None), min(ends, default=None)


def is_current(piece: Piece, as_of: date) -> bool:
    """Whether it goes on, or goes on for now."""
    return piece.until is None or piece.until >= as_of


def merged(pieces: Iterable[Piece], as_of: date) -> tuple[Tie, ...]:
    """One tie for every two organisations with evidence, by their ids."""
    pairs: dict[tuple[str, str], list[Piece]] = defaultdict(list)
    for piece in pieces:
        pairs[min(piece.a, piece.b), max(piece.a, piece.b)].append(piece)
    return tuple(_tie(a, b, pairs[a, b], as_of) for a, b in sorted(pairs))


def _tie(a: str, b: str, pieces: list[Piece], as_of: date) -> Tie:
    begins = [piece.since for piece in pieces if piece.since is not None]
    ends = [piece.until for piece in pieces]
    return Tie(
        a=a,
        b=b,
        kinds=tuple(sorted({piece.kind for piece in pieces})),
        evidence=tuple(sorted({piece.evidence for piece in pieces})),
        strength=min(1.0, sum(piece.strength for piece in pieces)),
        since=min(begins, default=None),
        until=None if None in ends else max(day for day in ends if day is not None),
        current=any(is_current(piece, as_of) for piece in pieces),
    )
