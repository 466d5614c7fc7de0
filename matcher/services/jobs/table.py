"""What is done in jobs: by the names that the queue knows."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

from matcher.partnership.calendar import local_day
from matcher.services.access import OPERATOR
from matcher.services.installation import Installation
from matcher.services.jobs.daily import REMINDERS_JOB
from matcher.services.measure_network import MEASURES_JOB, measure_network
from matcher.services.reminders import send_reminders

Job = Callable[[Installation, Mapping[str, str]], object]


def _measures(installation: Installation, asked: Mapping[str, str]) -> object:
    return measure_network(installation, OPERATOR, as_of=date.fromisoformat(asked["as_of"]))


def _reminders(installation: Installation, _asked: Mapping[str, str]) -> object:
    today = local_day(datetime.now(UTC), ZoneInfo(installation.settings.time_zone))
    return send_reminders(installation, OPERATOR, today)


JOBS: Mapping[str, Job] = {MEASURES_JOB: _measures, REMINDERS_JOB: _reminders}
"""Whoever asks for one has been asked before whether they may."""
