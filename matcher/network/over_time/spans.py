"""From which year to which year a tie goes on."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

import numpy as np

from matcher.landscape.collaborations import ALWAYS, FOR_EVER
from matcher.network.evidence import Bools
from matcher.network.matrix import Ints
from matcher.network.ties import Ties

BEFORE, OPEN = 0, 10_000
"""The year of what began nobody knows when, and of what has no end in sight."""

_UNIX = date(1970, 1, 1).toordinal()


def years_of(ordinals: Ints) -> Ints:
    """The year of each day: BEFORE for ALWAYS, OPEN for FOR_EVER.

    >>> years_of(np.array([ALWAYS, date(2020, 12, 31).toordinal(), FOR_EVER])).tolist()
    [0, 2020, 10000]
    """
    inside = np.clip(ordinals, ALWAYS + 1, FOR_EVER - 1)
    years = (inside - _UNIX).astype("datetime64[D]").astype("datetime64[Y]").astype(np.int64) + 1970
    return np.where(ordinals <= ALWAYS, BEFORE, np.where(ordinals >= FOR_EVER, OPEN, years))


@dataclass(frozen=True, kw_only=True, slots=True, eq=False)
class Spans:
    """The first and last year of every tie; `over` says which have ended by the day of the map.

    A tie goes on from the first day that is known of it to the last; times in between when the
    two did nothing together are not taken out. `dated` are those of which either day is known:
    the others were there nobody knows when, and are in no year.
    """

    since: Ints
    until: Ints
    dated: Bools
    over: Bools

    def there(self, year: int) -> Bools:
        """Which ties went on at some time of a year."""
        return np.asarray(self.dated & (self.since <= year) & (self.until >= year))

    def began(self, year: int) -> Bools:
        """Which ties are known to have begun in a year."""
        return np.asarray(self.since == year)

    def ended(self, year: int) -> Bools:
        """Which ties ended in a year, and are over."""
        return np.asarray(self.over & (self.until == year))


def spans(ties: Ties, as_of: date) -> Spans:
    """The spans of ties as they are known on a day."""
    return Spans(
        since=years_of(ties.since),
        until=years_of(ties.until),
        dated=(ties.since > ALWAYS) | (ties.until < FOR_EVER),
        over=ties.until < as_of.toordinal(),
    )
