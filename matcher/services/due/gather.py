"""Everything that is due or falls due later, with whose it is."""

from __future__ import annotations

from datetime import date
from zoneinfo import ZoneInfo

from matcher.partnership.digest import in_order
from matcher.services.due.people import People, Task
from matcher.services.due.table import SOURCES
from matcher.services.installation import Installation
from matcher.store.session import Session


def gather(installation: Installation, session: Session, today: date) -> list[Task]:
    """What all subjects have to say, by day."""
    zone = ZoneInfo(installation.settings.time_zone)
    dues = in_order(due for source in SOURCES for due in source(session, today, zone))
    if not dues:
        return []
    return People(session, today, installation.settings.language).tasks(dues)
