"""What a worker asks for by itself: reminders, once a day, where mail can be sent.

It goes into the queue as any other job, so one worker of several does it. Nothing depends on it:
reminders may be sent at any time, and `samspil remind` does the same.
"""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

from matcher.errors import Refusal
from matcher.services.installation import Installation
from matcher.services.jobs.asking import ask, stands
from matcher.services.jobs.queue import opened

REMINDERS_JOB = "reminders"

FROM = time(7)
"""In the morning where people live: the mail is there when they come to work."""

AGAIN = timedelta(hours=1)
"""After so long a server that failed is tried again."""

_LOOK = 60.0  # seconds
_ASKED = "reminders asked"


def is_time(now: datetime, asked: datetime | None, *, failed: bool) -> bool:
    """Whether reminders are to be sent now; all moments are of the place where people live.

    Once a day from the morning on; again an hour later where it failed.
    """
    if now.time() < FROM:
        return False
    if asked is None or asked.date() < now.date():
        return True
    return failed and now - asked >= AGAIN


def ask_for_reminders(installation: Installation, moment: datetime) -> bool:
    """Put the day's reminders into the queue when their time has come; whether it has."""
    zone = ZoneInfo(installation.settings.time_zone)
    with opened(installation.settings) as queue:
        kept = queue.get(_ASKED, peek=True)
        asked = None if kept is None else datetime.fromisoformat(kept).astimezone(zone)
        failed = stands(installation, REMINDERS_JOB).state == "failed"
        if not is_time(moment.astimezone(zone), asked, failed=failed):
            return False
        queue.put(_ASKED, moment.isoformat())
    return ask(installation, REMINDERS_JOB)


@contextmanager
def reminding(installation: Installation) -> Iterator[None]:
    """Look at the clock meanwhile; without a mail server there is nothing to look for."""
    if not installation.settings.smtp_host:
        yield
        return
    stop = threading.Event()

    def looking() -> None:
        while True:
            with suppress(Refusal):  # a queue that does not answer is asked again
                ask_for_reminders(installation, datetime.now(UTC))
            if stop.wait(_LOOK):
                return

    thread = threading.Thread(target=looking, name="reminders", daemon=True)
    thread.start()
    try:
        yield
    finally:
        stop.set()
        thread.join(timeout=5)
