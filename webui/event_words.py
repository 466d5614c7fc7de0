"""How pages and papers of an event write its hours."""

from __future__ import annotations

from datetime import time

from babel.dates import format_time

from matcher.partnership.events import Times

_CLOCK = {"da": "HH.mm", "en": "HH:mm"}


def clock(at: time, language: str) -> str:
    """A time of the day.

    >>> clock(time(18, 30), "da")
    '18.30'
    """
    return format_time(at, _CLOCK[language], locale=language)


def span(times: Times, language: str) -> str:
    """From when to when."""
    return f"{clock(times.starts, language)}–{clock(times.ends, language)}"
