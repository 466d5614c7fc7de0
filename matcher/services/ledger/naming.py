"""What the rows of the ledger are called, and in which order they stand."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from matcher.partnership.ledger_groups import By, Period
from matcher.services.ledger.results import LedgerRow
from matcher.services.vocabularies import Vocabularies
from matcher.text import danish_key
from matcher.wording.labels import NOT_KNOWN, sector_label
from matcher.wording.message import Message, Value, message
from matcher.wording.say import say


def period_name(name: str) -> Value:
    """What a year or quarter is called, as in "2026-Q3"."""
    year, _, quarter = name.partition("-Q")
    return message("{year}, quarter {quarter}", year=year, quarter=quarter) if quarter else year


def label_of(by: By, key: str | None, words: Vocabularies) -> Value:
    """What a row is called."""
    if key is None:
        return NOT_KNOWN
    match by:
        case "period":
            return period_name(key)
        case "theme":
            return words.words("theme", key)
        case "sector":
            return sector_label(key)
        case "district":
            return key


def order_of(by: By, language: str) -> Callable[[LedgerRow], Any]:
    """Periods as they follow one another, else the largest first; who is not known comes last."""
    if by == "period":
        return lambda row: row.key
    return lambda row: (
        not row.key,
        -row.funnel.entries,
        danish_key(say(row.label, language)),
        row.key,
    )


def period_words(name: str, period: Period) -> Message:
    """Which candidates are counted, by when they were put on a list."""
    if period.since is None and period.until is None:
        return message("All candidates, whenever they were put on a list.")
    if period.since is None and period.until is not None:
        return message("Candidates put on a list until {until}.", until=period.until)
    if period.until is None and period.since is not None:
        return message("Candidates put on a list since {since}.", since=period.since)
    if "-Q" in name or name.isdigit():
        return message("Candidates put on a list in {period}.", period=period_name(name))
    return message(
        "Candidates put on a list from {since} to {until}.",
        since=period.since or "",
        until=period.until or "",
    )
