"""Whether the installation answers."""

from __future__ import annotations

from matcher.services.installation import Installation
from matcher.store.unit_of_work import revision


def check_health(installation: Installation) -> None:
    """Read from the database; whatever it raises says that something is wrong."""
    with installation.reading() as session:
        revision(session)
