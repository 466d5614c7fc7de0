"""The ledger by period, theme, sector and district: which candidates stand together."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from matcher.partnership.calendar import months_after
from matcher.partnership.ledger_entry import Entry

By = Literal["period", "theme", "sector", "district"]
Key = str | None

_YEAR = re.compile(r"((?:19|20|21)[0-9]{2})(?:-Q([1-4]))?")


@dataclass(frozen=True, kw_only=True, slots=True)
class Period:
    """Days from and to, both included; None is without end."""

    since: date | None = None
    until: date | None = None

    def holds(self, day: date) -> bool:
        """Whether a day is in it."""
        return (self.since is None or self.since <= day) and (
            self.until is None or day <= self.until
        )

    @property
    def long(self) -> bool:
        """Whether it is longer than two years: then it is told by year, else by quarter."""
        if self.since is None or self.until is None:
            return True
        return self.until - self.since > timedelta(days=731)


def named_period(name: str) -> Period | None:
    """The period of a year or quarter as it stands in addresses; None for anything else.

    >>> named_period("2026-Q3")
    Period(since=datetime.date(2026, 7, 1), until=datetime.date(2026, 9, 30))
    """
    found = _YEAR.fullmatch(name)
    if found is None:
        return None
    year, quarter = int(found[1]), int(found[2] or 0)
    first = date(year, 3 * quarter - 2 if quarter else 1, 1)
    after = months_after(first, 3 if quarter else 12)
    return Period(since=first, until=after - timedelta(days=1))


def quarter_of(day: date) -> str:
    """The name of the quarter that a day is in.

    >>> quarter_of(date(2026, 4, 1))
    '2026-Q2'
    """
    return f"{day.year}-Q{(day.month + 2) // 3}"


def year_of(day: date) -> str:
    """The name of the year that a day is in."""
    return str(day.year)


def fits(
    entry: Entry, period: Period, *, theme: str = "", sector: str = "", district: str = ""
) -> bool:
    """Whether a candidate was listed in a period, and is so; an empty text is no condition."""
    return (
        period.holds(entry.listed)
        and (not theme or theme in entry.themes)
        and (not sector or sector == entry.sector)
        and (not district or district == entry.district)
    )


def grouped(entries: Iterable[Entry], by: By, period: Period) -> Mapping[Key, Sequence[Entry]]:
    """The candidates by key; None is where it is not known.

    One with several themes stands under each of them, so that themes add up to more than all.
    """
    named = year_of if period.long else quarter_of
    keys: Mapping[By, Callable[[Entry], Iterable[Key]]] = {
        "period": lambda each: (named(each.listed),),
        "theme": lambda each: sorted(each.themes) or (None,),
        "sector": lambda each: (each.sector,),
        "district": lambda each: (each.district,),
    }
    found: dict[Key, list[Entry]] = defaultdict(list)
    for each in entries:
        for key in keys[by](each):
            found[key].append(each)
    return found
