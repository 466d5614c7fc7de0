"""What somebody sees when they come in: what is due, the numbers, what ends soon."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from matcher.services.access import Actor, require
from matcher.services.due import DueList, due_list
from matcher.services.installation import Installation
from matcher.store.queries.overview import (
    Ending,
    Numbers,
    ShortlistLine,
    ending,
    latest_shortlists,
    numbers,
)

SOON = timedelta(days=183)
"""Half a year: about what it takes to find other money or to close down well."""

_LINES = 5


@dataclass(frozen=True, kw_only=True, slots=True)
class Overview:
    """All counts are as of the day asked for; `due` is one's own."""

    due: DueList
    numbers: Numbers
    ending: tuple[Ending, ...]
    shortlists: tuple[ShortlistLine, ...]


def show_overview(installation: Installation, actor: Actor, as_of: date) -> Overview:
    """The overview as of a day."""
    require(actor, "show_overview")
    with installation.reading() as session:
        return Overview(
            due=due_list(installation, session, actor, as_of),
            numbers=numbers(session, as_of),
            ending=ending(session, as_of, as_of + SOON, _LINES),
            shortlists=latest_shortlists(session, _LINES),
        )
