"""On how much measures rest: for how many organisations anything is known."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from matcher.landscape import Landscape
from matcher.network.matrix import Ints

ENOUGH = 0.65
"""Below this share of organisations with known ties nobody should be named as a broker."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Coverage:
    """Organisations that are not hidden, and of how many a profile and ties are known.

    A profile is known of those who have said, or shown in a collaboration, what they need, offer,
    care about or whom for.
    """

    organisations: int
    with_profile: int
    with_ties: int

    @property
    def share(self) -> float | None:
        """The share with known ties; None where there is nobody."""
        return self.with_ties / self.organisations if self.organisations else None

    @property
    def enough(self) -> bool:
        """Whether so many ties are known that measures of brokers may be relied on.

        Every tie that is missing makes somebody look like the only way between others. Reference:
        E. Costenbader and T. W. Valente (2003), "The stability of centrality measures when networks
        are sampled", Social Networks 25, 283–307.

        >>> Coverage(organisations=100, with_profile=0, with_ties=65).enough
        True
        >>> Coverage(organisations=100, with_profile=100, with_ties=64).enough
        False
        """
        return self.share is not None and self.share >= ENOUGH


def coverage(landscape: Landscape, rows: Ints, degrees: Ints) -> Coverage:
    """What is known of these rows of a landscape, with so many ties each."""
    totals = landscape.totals
    parts = (totals.needs, totals.offers, totals.themes, totals.target_groups)
    profile = np.any([part[rows] > 0 for part in parts], axis=0)
    return Coverage(
        organisations=len(rows),
        with_profile=int(np.count_nonzero(profile)),
        with_ties=int(np.count_nonzero(degrees)),
    )
