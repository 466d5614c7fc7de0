"""What a command works with: the installation, the day and where answers go."""

from __future__ import annotations

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

from matcher.cli.output import Output
from matcher.partnership.calendar import local_day
from matcher.services.access import OPERATOR, Actor
from matcher.services.installation import Installation
from matcher.settings import Settings


class Context:
    """One call of the command line. The installation is opened when a command asks for it."""

    def __init__(self, settings: Settings, as_of: date | None, output: Output) -> None:
        self.settings = settings
        self.as_of = as_of or local_day(datetime.now(UTC), ZoneInfo(settings.time_zone))
        self.output = output
        self.actor: Actor = OPERATOR
        self._installation: Installation | None = None

    @property
    def unprepared(self) -> Installation:
        """The installation whatever its schema; for `init` alone."""
        if self._installation is None:
            self._installation = Installation(self.settings)
        return self._installation

    @property
    def installation(self) -> Installation:
        """The installation; Refusal (schema_old) unless its database is ready."""
        self.unprepared.require_current_schema()
        return self.unprepared

    def close(self) -> None:
        """Close what was opened."""
        if self._installation is not None:
            self._installation.close()
