"""On how much an analysis rests: for how many organisations what it looks at is known."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from matcher.landscape import Landscape
from matcher.landscape.arrays import product
from matcher.network.gaps.areas import Areas
from matcher.network.measures.coverage import ENOUGH

__all__ = ["ENOUGH", "Rests", "rests"]


@dataclass(frozen=True, kw_only=True, slots=True)
class Rests:
    """Organisations that are not hidden, and how many of them have each thing known.

    `with_ties` have any tie, current or past, to another of them; `with_place` an area;
    `with_needs`, `with_offers` and `with_themes` have said, or shown in a collaboration, what they
    need, offer, care about.
    """

    organisations: int
    with_ties: int
    with_place: int
    with_needs: int
    with_offers: int
    with_themes: int

    @property
    def share(self) -> float:
        """The share with known ties; 0 where there is nobody."""
        return self.with_ties / self.organisations if self.organisations else 0.0

    @property
    def enough(self) -> bool:
        """Whether so many ties are known that brokers may be named."""
        return self.share >= ENOUGH


def rests(landscape: Landscape, areas: Areas) -> Rests:
    """What is known of all who are not hidden."""
    shown = ~landscape.hidden

    def known(found: object) -> int:
        return int(np.count_nonzero(np.asarray(found) & shown))

    totals = landscape.totals
    return Rests(
        organisations=int(np.count_nonzero(shown)),
        with_ties=known(product(landscape.ties, shown.astype(np.float64)) > 0),
        with_place=known(areas.of >= 0),
        with_needs=known(totals.needs > 0),
        with_offers=known(totals.offers > 0),
        with_themes=known(totals.themes > 0),
    )
