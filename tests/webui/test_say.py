"""Texts, days and numbers as the reader of the page writes them."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from flask import Flask

from matcher.wording.message import Words, message
from webui.say import day, moment, number, say

MOMENT = datetime(2026, 7, 1, 22, 30, tzinfo=UTC)


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("da", ["2. juli 2026 kl. 00.30", "1. juli 2026", "1.234,5", "1.234,57", "Mad", "Valby"]),
        ("en", ["2 July 2026, 00:30", "1 July 2026", "1,234.5", "1,234.57", "Food", "Valby"]),
    ],
)
def test_each_in_the_readers_language(app: Flask, language: str, said: list[str]) -> None:
    with app.test_request_context(headers={"Accept-Language": language}):
        assert said == [
            moment(MOMENT),
            day(date(2026, 7, 1)),
            number(1234.5),
            number(1234.567, 2),
            say(Words(da="Mad", en="Food")),
            say(message("{place}", place="Valby")),
        ]
        assert day("2026-07-01") == day(date(2026, 7, 1))


def test_nothing_is_said_of_nothing(app: Flask) -> None:
    with app.test_request_context():
        assert [say(None), day(None), day(""), moment(None), number(None)] == [""] * 5
        assert (number(0), number(3), number(2.0)) == ("0", "3", "2")
