"""What the request at hand stands in: the installation, who asks, the language, the day."""

from __future__ import annotations

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

from flask import current_app

from matcher.partnership.calendar import local_day
from matcher.services.access import Actor
from matcher.services.installation import Installation
from webui import identity, languages


def installation() -> Installation:
    """The installation that the app was made for."""
    kept: Installation = current_app.extensions["samspil"]
    return kept


def actor() -> Actor:
    """Who asks: the signed-in person, the holder of a link, or nobody."""
    return identity.actor()


def language() -> str:
    """The language of the answer: "da" or "en"."""
    return languages.language()


def today() -> date:
    """The day from which current, due, expiring and recent are counted."""
    return local_day(datetime.now(UTC), ZoneInfo(installation().settings.time_zone))
