"""The network of a view the slow way: one record for every piece of evidence, one after the other.

What the columns are checked against on random networks.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import combinations

from matcher.landscape import Rows, build
from matcher.network.arrangement import Network, network
from matcher.network.picture import MapView
from tests.engine_factories import AS_OF
from tests.matcher.network.evidence_makers import Report, Stay, make_evidence

AGREED = {"c0": None, "c1": "none", "c2": "oral", "c3": "written", "c4": "oral"}
MONEY = {"c0": date(2026, 6, 1), "c1": date(2027, 6, 1), "c2": date(2025, 6, 1)}


@dataclass(frozen=True, kw_only=True, slots=True)
class Piece:
    """A piece of evidence between two."""

    pair: tuple[str, str]
    kind: str
    collaboration: str | None
    strength: float
    since: date | None
    until: date | None


@dataclass(frozen=True, kw_only=True, slots=True)
class PlainTie:
    """What a tie is known to be."""

    kinds: tuple[str, ...]
    evidence: tuple[str, ...]
    strength: float
    since: date | None
    until: date | None
    current: bool
    collaborations: tuple[str, ...]
    agreement: str | None
    funding_end: date | None


def told(rows: Rows) -> tuple[list[Stay], list[Report]]:
    """The evidence of rows; an organisation is in a collaboration once."""
    joint = {row.id: row for row in rows.collaborations}
    parts = {(part.collaboration, part.organisation): part for part in rows.participations}
    stays = [
        Stay(
            collaboration=key,
            organisation=organisation,
            since=max((d for d in (joint[key].start, part.since) if d), default=None),
            until=min((d for d in (joint[key].end, part.until) if d), default=None),
            agreement=AGREED.get(key),
            funding_end=MONEY.get(key),
        )
        for (key, organisation), part in parts.items()
    ]
    kinds = (None, "shares rooms", "advises")
    reports = [
        Report(
            a=tie.a,
            b=tie.b,
            kind=kinds[number % 3],
            strength=1.0 if tie.confidence is None else tie.confidence,
            since=tie.date,
            until=tie.end,
        )
        for number, tie in enumerate(rows.ties)
    ]
    return stays, reports


def network_of(rows: Rows) -> Network:
    """The same rows as the engine has them."""
    landscape = build(rows, as_of=AS_OF, revision=1)
    return network(landscape, make_evidence(*told(rows), landscape.index, AS_OF))


def pieces(stays: Sequence[Stay], reports: Sequence[Report]) -> Iterator[Piece]:
    """Every piece of evidence known on the day."""
    members: dict[str, list[Stay]] = defaultdict(list)
    for stay in stays:
        if stay.since is None or stay.since <= AS_OF:
            members[stay.collaboration].append(stay)
    for key, all_of in members.items():
        for one, other in combinations(sorted(all_of, key=lambda stay: stay.organisation), 2):
            since = max((day for day in (one.since, other.since) if day), default=None)
            until = min((day for day in (one.until, other.until) if day), default=None)
            if since and until and until < since:
                continue
            yield Piece(
                pair=(one.organisation, other.organisation),
                kind="collaboration",
                collaboration=key,
                strength=1 / (len(all_of) - 1),
                since=since,
                until=until,
            )
    for report in reports:
        if report.a != report.b and (report.since is None or report.since <= AS_OF):
            a, b = sorted((report.a, report.b))
            yield Piece(
                pair=(a, b),
                kind=report.kind or "reported",
                collaboration=None,
                strength=report.strength,
                since=report.since,
                until=report.until,
            )


def fits(piece: Piece, view: MapView) -> bool:
    """Whether a piece is what the view asks for."""
    joint = piece.collaboration is not None
    money = MONEY.get(piece.collaboration or "")
    return all(
        (
            view.evidence is None or joint == (view.evidence == "collaboration"),
            view.agreement is None
            or (joint and (AGREED[piece.collaboration or ""] or "unknown") == view.agreement),
            view.funding_until is None
            or (money is not None and AS_OF <= money <= view.funding_until),
            view.since is None or piece.until is None or piece.until >= view.since,
            view.until is None or piece.since is None or piece.since <= view.until,
        )
    )


def plain_ties(rows: Rows, view: MapView) -> Mapping[tuple[str, str], PlainTie]:
    """The ties of a view's conditions on ties, between all who may be shown."""
    hidden = {row.id for row in rows.organisations if row.hidden}
    between: dict[tuple[str, str], list[Piece]] = defaultdict(list)
    for piece in pieces(*told(rows)):
        if fits(piece, view) and hidden.isdisjoint(piece.pair):
            between[piece.pair].append(piece)
    return {pair: _tie(found) for pair, found in sorted(between.items())}


def _tie(found: list[Piece]) -> PlainTie:
    ends = [piece.until for piece in found]
    agreed = ("none", "oral", "written")
    now = [AGREED[p.collaboration] for p in found if p.collaboration and _goes_on(p)]
    return PlainTie(
        kinds=tuple(sorted({piece.kind for piece in found})),
        evidence=tuple(
            sorted({"collaboration" if piece.collaboration else "reported" for piece in found})
        ),
        strength=min(1.0, sum(piece.strength for piece in found)),
        since=min((piece.since for piece in found if piece.since), default=None),
        until=None if None in ends else max(day for day in ends if day),
        current=any(_goes_on(piece) for piece in found),
        collaborations=tuple(sorted(p.collaboration for p in found if p.collaboration)),
        agreement=max((word for word in now if word), key=agreed.index, default=None),
        funding_end=max(
            (MONEY[p.collaboration] for p in found if p.collaboration in MONEY), default=None
        ),
    )


def _goes_on(piece: Piece) -> bool:
    return piece.until is None or piece.until >= AS_OF
