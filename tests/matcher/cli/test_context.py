"""A command counts from the day it is where people live."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from matcher.cli import context
from matcher.cli.context import Context
from matcher.cli.output import Output
from matcher.settings import Settings


@pytest.mark.parametrize(
    ("zone", "day"),
    [
        ("Europe/Copenhagen", date(2026, 8, 1)),
        ("America/Godthab", date(2026, 7, 31)),
        ("UTC", date(2026, 7, 31)),
    ],
)
def test_today_is_that_of_the_place(zone: str, day: date, monkeypatch: pytest.MonkeyPatch) -> None:
    class Late(datetime):
        @classmethod
        def now(cls, tz: object = None) -> datetime:  # type: ignore[override]  # always told a zone
            return datetime(2026, 7, 31, 22, 30, tzinfo=UTC)

    monkeypatch.setattr(context, "datetime", Late)
    settings = Settings(time_zone=zone)
    assert Context(settings, None, Output("json", "da")).as_of == day
    asked = date(2025, 1, 1)
    assert Context(settings, asked, Output("json", "da")).as_of == asked
