"""What the ledger is asked for, and what it answers."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from matcher.partnership.ledger import Funnel, Reasons
from matcher.partnership.ledger_groups import By, Period
from matcher.wording.message import Message, Value


@dataclass(frozen=True, kw_only=True, slots=True)
class LedgerAsked:
    """Which candidates are counted, as an address says it; an empty text is no condition.

    `period` is a year ("2026") or a quarter ("2026-Q3"); `since` and `until` are own dates, taken
    where no period is named. `theme` is a term's id, `sector` a sector, `district` its name.
    """

    period: str = ""
    since: str = ""
    until: str = ""
    theme: str = ""
    sector: str = ""
    district: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class LedgerRow:
    """Candidates that have something in common; `key` is empty where it is not known."""

    key: str
    label: Value
    funnel: Funnel


@dataclass(frozen=True, kw_only=True, slots=True)
class LedgerTable:
    """The candidates by period, theme, sector or district."""

    by: By
    rows: tuple[LedgerRow, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class Collaborations:
    """The collaborations that candidates began together: those with a written agreement, and of
    these who lasted, who did not, and of how many it is not known yet."""

    started: int
    written: int
    alive: int
    ended: int
    unknown: int


@dataclass(frozen=True, kw_only=True, slots=True)
class Ledger:
    """The whole answer. `words` says which candidates are counted; `quarters` lists those there
    are any for, the newest first, `themes` and `districts` likewise for lists to choose from."""

    as_of: date
    period: Period
    words: tuple[Message, ...]
    total: Funnel
    tables: tuple[LedgerTable, ...]
    reasons: Reasons
    collaborations: Collaborations
    quarters: tuple[str, ...]
    themes: tuple[tuple[str, Value], ...]
    districts: tuple[str, ...]

    def table(self, by: By) -> LedgerTable:
        """One of the tables."""
        return next(each for each in self.tables if each.by == by)
