"""Who works with whom, and which grants that rests on, for what falls when a grant ends."""

from __future__ import annotations

import threading
from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from weakref import WeakKeyDictionary

import numpy as np

from matcher.landscape import Landscape
from matcher.network.evidence import Bools
from matcher.network.ties import Ties, merged, visible
from matcher.services.anchoring.records import Grant, grants_of
from matcher.services.installation import Installation, without_collecting
from matcher.services.network_evidence import network_evidence
from matcher.store.queries import anchoring
from matcher.store.queries.anchoring import FundedLine
from matcher.text import fold

GrantKey = tuple[str, date]
"""A grant: its source as people write it, or the collaboration where nobody said; and its end."""


@dataclass(frozen=True, kw_only=True, eq=False)
class NetworkNow:
    """The landscape of a day, and the ties between organisations that may be shown."""

    landscape: Landscape
    ties: Ties

    def paid(self, collaborations: set[str]) -> Bools:
        """Which of the collaborations behind the ties are among these (ids)."""
        found = np.zeros(len(self.places), np.bool_)
        found[[self.places[key] for key in collaborations if key in self.places]] = True
        return found

    @cached_property
    def places(self) -> dict[str, int]:
        """The place of each collaboration behind the ties."""
        return {key: place for place, key in enumerate(self.ties.pieces.known.ids)}


@dataclass(frozen=True, kw_only=True, slots=True)
class GrantLine:
    """A grant with all collaborations that it pays for, by title; `amount` is their sum."""

    key: GrantKey
    source: str | None
    end: date
    amount: float | None
    collaborations: tuple[FundedLine, ...]


_kept: WeakKeyDictionary[Installation, NetworkNow] = WeakKeyDictionary()
_lock = threading.Lock()


def network_now(installation: Installation, as_of: date) -> NetworkNow:
    """The ties of a day; kept until the records or the day differ."""
    landscape = installation.landscape(as_of)
    with _lock:
        kept = _kept.get(installation)
        if kept is not None and kept.landscape is landscape:
            return kept
    pieces = visible(network_evidence(installation, landscape), landscape.hidden)
    found = NetworkNow(landscape=landscape, ties=merged(pieces, as_of))
    with _lock:
        _kept[installation] = found
    return found


def all_grants(installation: Installation, as_of: date) -> dict[GrantKey, GrantLine]:
    """Every grant whose end is known, of collaborations that have not ended.

    Grants of one source with one end are one grant: it may carry several collaborations.
    """
    with without_collecting(), installation.reading() as session:
        lines = anchoring.all_funded(session, as_of)
        plans = anchoring.plans(session)
    found: dict[GrantKey, list[tuple[Grant, FundedLine]]] = defaultdict(list)
    for line in lines:
        for grant in grants_of(line, plans.get(line.id)):
            if grant.end is not None:
                found[key_of(grant, line.id, grant.end)].append((grant, line))
    return {key: _line(key, parts) for key, parts in found.items()}


def key_of(grant: Grant, collaboration_id: str, end: date) -> GrantKey:
    """What makes a grant the same one."""
    return fold(grant.source.strip()) if grant.source else f"#{collaboration_id}", end


def _line(key: GrantKey, parts: list[tuple[Grant, FundedLine]]) -> GrantLine:
    known = [grant.amount for grant, _ in parts if grant.amount is not None]
    paid = {line.id: line for _, line in parts}
    return GrantLine(
        key=key,
        source=parts[0][0].source,
        end=key[1],
        amount=sum(known) if known else None,
        collaborations=tuple(paid.values()),
    )
