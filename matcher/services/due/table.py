"""Where things to do come from: one line a subject."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from datetime import date
from zoneinfo import ZoneInfo

from matcher.partnership.due import Due
from matcher.services.agreements import due as agreements
from matcher.services.anchoring import due as anchoring
from matcher.services.events import due as events
from matcher.services.pulses import due as pulses
from matcher.services.purposes import due as purposes
from matcher.services.shortlists import due as shortlists
from matcher.store.session import Session

Source = Callable[[Session, date, ZoneInfo, Collection[str] | None], Iterator[Due]]
"""Gives what is due on a day or before, and what falls due later as far as it is known.

What counts from a moment counts from the day that it was in the zone where people live. Where
collaborations are named (ids) it may leave out what is of others."""

SOURCES: tuple[Source, ...] = (
    agreements.due,
    anchoring.due,
    events.due,
    pulses.due,
    purposes.due,
    shortlists.due,
)
