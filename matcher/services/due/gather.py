"""Everything that is due or falls due later, with whose it is."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date
from zoneinfo import ZoneInfo

from matcher.partnership.digest import in_order
from matcher.services.due.people import People, Task
from matcher.services.due.table import SOURCES
from matcher.services.installation import Installation, without_collecting
from matcher.store.session import Session


def gather(
    installation: Installation,
    session: Session,
    today: date,
    collaborations: Collection[str] | None = None,
) -> list[Task]:
    """What all subjects have to say, by day; of collaborations, all that is known of those named.

    Of others it says something or nothing.
    """
    zone = ZoneInfo(installation.settings.time_zone)
    with without_collecting():
        dues = in_order(
            due for source in SOURCES for due in source(session, today, zone, collaborations)
        )
    if not dues:
        return []
    return People(session, today, installation.settings.language, collaborations).tasks(dues)
