"""A worker sends the day's reminders by itself: once, in the morning, and again when it failed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from matcher.errors import Refusal
from matcher.services.installation import Installation
from matcher.services.jobs import daily
from matcher.services.jobs.asking import stands
from matcher.services.jobs.daily import REMINDERS_JOB, ask_for_reminders, is_time, reminding
from matcher.services.jobs.table import JOBS
from matcher.services.jobs.working import Job
from matcher.settings import Settings
from matcher.wording.message import message
from tests.databases import sqlite_copy
from tests.matcher.services.jobs.test_jobs import do_all

HERE = ZoneInfo("Europe/Copenhagen")
SEVEN = datetime(2026, 3, 29, 5, 0, tzinfo=UTC)  # 7 in the morning: the clocks went forward


@pytest.fixture
def installation(sqlite_template: Path, tmp_path: Path) -> Iterator[Installation]:
    path = tmp_path / "samspil.db"
    with sqlite_copy(sqlite_template, path):
        pass
    made = Installation(Settings(database_url=f"sqlite:///{path}", smtp_host="127.0.0.1"))
    yield made
    made.close()


@pytest.mark.parametrize(
    ("now", "asked", "failed", "due"),
    [
        ("2026-03-02T06:59", None, False, False),
        ("2026-03-02T07:00", None, False, True),
        ("2026-03-02T23:59", None, False, True),
        ("2026-03-02T09:00", "2026-03-02T07:00", False, False),
        ("2026-03-02T07:59", "2026-03-02T07:00", True, False),
        ("2026-03-02T08:00", "2026-03-02T07:00", True, True),
        ("2026-03-03T06:59", "2026-03-02T07:00", True, False),
        ("2026-03-03T07:00", "2026-03-02T23:59", False, True),
    ],
)
def test_when_it_is_time(now: str, asked: str | None, failed: bool, due: bool) -> None:
    moment = datetime.fromisoformat(now).replace(tzinfo=HERE)
    before = datetime.fromisoformat(asked).replace(tzinfo=HERE) if asked else None
    assert is_time(moment, before, failed=failed) == due


def test_it_is_asked_for_once_a_day_also_when_clocks_change(installation: Installation) -> None:
    told: list[str] = []
    jobs: dict[str, Job] = {REMINDERS_JOB: lambda _, __: told.append("sent")}
    assert not ask_for_reminders(installation, SEVEN - timedelta(seconds=1))
    assert ask_for_reminders(installation, SEVEN)
    assert not ask_for_reminders(installation, SEVEN + timedelta(hours=2))
    assert do_all(installation, jobs) == 1
    assert not ask_for_reminders(installation, SEVEN + timedelta(hours=12))
    assert ask_for_reminders(installation, SEVEN + timedelta(days=1))


def test_what_failed_is_tried_again(installation: Installation) -> None:
    def fail(_installation: Installation, _asked: object) -> None:
        raise Refusal("unavailable", message("The mail server does not answer."))

    assert ask_for_reminders(installation, SEVEN)
    do_all(installation, {REMINDERS_JOB: fail})
    assert stands(installation, REMINDERS_JOB).state == "failed"
    assert not ask_for_reminders(installation, SEVEN + timedelta(minutes=59))
    assert ask_for_reminders(installation, SEVEN + timedelta(minutes=60))


def test_without_a_mail_server_nothing_is_asked_for(
    installation: Installation, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[datetime] = []
    monkeypatch.setattr(daily, "ask_for_reminders", lambda _, moment: asked.append(moment))
    with reminding(installation):
        pass
    assert len(asked) == 1
    installation.settings = replace(installation.settings, smtp_host="")
    with reminding(installation):
        pass
    assert len(asked) == 1


def test_the_job_is_there() -> None:
    assert REMINDERS_JOB in JOBS
