"""Digests: which of the things to do one person is told of on a day, and how they are grouped."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from typing import Literal
from urllib.parse import urlsplit

from matcher.partnership.due import Due

WEEK = timedelta(days=7)
"""So far ahead one is told."""

PAUSES = ((WEEK, WEEK), (3 * WEEK, 2 * WEEK))
"""Until how long after its day a thing was told, and how long it is not told again then."""

LONGEST = 4 * WEEK
"""How long what was told later than that is not told again."""

When = Literal["overdue", "week", "later"]


def when(day: date, today: date) -> When:
    """Whether a day is over, is today or at most a week away, or comes later.

    >>> when(date(2026, 3, 8), date(2026, 3, 1)), when(date(2026, 2, 28), date(2026, 3, 1))
    ('week', 'overdue')
    """
    if day < today:
        return "overdue"
    return "week" if day - today <= WEEK else "later"


def told_lately(day: date, told: date, today: date) -> bool:
    """Whether what is due on a day, and was told on another, need not be told again yet.

    Who was told of it on its day is told again after one week, after three, and then every four:
    the longer something is overdue, the less it helps to repeat it.

    >>> first = date(2026, 3, 2)
    >>> [told_lately(first, first, first + timedelta(days=days)) for days in (6, 7)]
    [True, False]
    >>> [told_lately(first, first + WEEK, first + timedelta(days=days)) for days in (20, 21)]
    [True, False]
    """
    pause = next((pause for until, pause in PAUSES if told - day < until), LONGEST)
    return today - told < pause


def to_tell(dues: Iterable[Due], told: Mapping[str, date], today: date) -> tuple[Due, ...]:
    """What a digest of today says: due or due within a week, and not told lately; by day.

    `told` has the day on which a key was told last, as far as that is less than LONGEST ago. A key
    that comes twice is told once. Empty where there is nothing new: then there is no digest.
    """
    found = {
        due.key: due
        for due in in_order(dues)
        if when(due.day, today) != "later"
        and not (due.key in told and told_lately(due.day, told[due.key], today))
    }
    return tuple(found.values())


def in_order(dues: Iterable[Due]) -> list[Due]:
    """By day; of one day by what it is about, then by key."""

    def key(due: Due) -> tuple[date, str, str]:
        return due.day, due.about if isinstance(due.about, str) else due.about.id, due.key

    return sorted(dues, key=key)


def message_id_of(address: str, email: str, day: date) -> str:
    """The Message-ID of what one person is told on one day by the installation at an address.

    It is the same however often it is asked for, so that a mail program knows a repeated mail by
    it; and it tells nobody whom the mail was for.

    >>> message_id_of("https://samspil.example/x", "kim@example.org", date(2026, 3, 1))
    '<20260301.f951e0352a00526f61b8@samspil.example>'
    """
    said = "\x1f".join((address, email.casefold(), day.isoformat()))
    return f"<{day:%Y%m%d}.{hashlib.sha256(said.encode()).hexdigest()[:20]}@{host_of(address)}>"


def host_of(address: str) -> str:
    """The host of an address as mail writes it: in ASCII letters, or a number in brackets."""
    host = urlsplit(address).hostname or "samspil.invalid"
    if ":" in host:
        return f"[IPv6:{host}]"
    try:
        return host.encode("idna").decode()
    except UnicodeError:
        return "samspil.invalid"
