"""A calendar as RFC 5545 has it: read back by a parser, and looked at byte by byte."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar

from matcher.exchange.ical import CalendarDay, calendar_file

TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=300)
DAYS = st.dates(date(1900, 1, 1), date(2200, 1, 1))


def make_day(**fields: object) -> CalendarDay:
    given: dict[str, object] = {
        "key": "talk-1",
        "day": date(2028, 2, 29),
        "summary": "Havedag: Hold samtalen",
        "description": "Hold samtalen\nhttps://samspil.example/x",
        "address": "https://samspil.example/x?a=1,2;b",
    }
    return CalendarDay(**{**given, **fields})  # type: ignore[arg-type]  # as named above


def make_file(*days: CalendarDay, name: str = "Skal gøres") -> bytes:
    return calendar_file(
        days, name=name, language="da", host="samspil.example", as_of=date(2028, 1, 1)
    )


def test_a_parser_reads_what_was_meant() -> None:
    calendar = Calendar.from_ical(make_file(make_day()))
    assert (calendar["VERSION"], calendar["METHOD"]) == ("2.0", "PUBLISH")
    assert calendar["X-WR-CALNAME"] == "Skal gøres"
    (event,) = calendar.walk("VEVENT")
    assert event["UID"] == "talk-1@samspil.example"
    assert event["DTSTAMP"].dt == datetime(2028, 1, 1, tzinfo=UTC)
    assert (event["DTSTART"].dt, event["DTEND"].dt) == (date(2028, 2, 29), date(2028, 3, 1))
    assert event["DTSTART"].params["VALUE"] == "DATE"
    assert event["URL"] == "https://samspil.example/x?a=1,2;b"
    assert event["TRANSP"] == "TRANSPARENT"


def test_signs_of_the_format_are_escaped() -> None:
    raw = make_file(make_day(summary="A, B; C\\D: E\r\nF"), name="Navn, det; her").decode()
    assert "SUMMARY;LANGUAGE=da:A\\, B\\; C\\\\D: E\\nF\r\n" in raw
    assert "X-WR-CALNAME:Navn\\, det\\; her\r\n" in raw


def test_nothing_due_is_a_calendar_still() -> None:
    assert Calendar.from_ical(make_file()).walk("VEVENT") == []


@pytest.mark.parametrize("day", [date.min, date.max])
def test_the_calendars_ends(day: date) -> None:
    (event,) = Calendar.from_ical(make_file(make_day(day=day))).walk("VEVENT")
    assert event["DTSTART"].dt == day


@given(TEXTS, TEXTS, DAYS)
def test_every_text_and_day_comes_back_in_lines_as_they_must_be(
    summary: str, description: str, day: date
) -> None:
    raw = make_file(make_day(summary=summary, description=description, day=day), make_day(key="2"))
    lines = raw.split(b"\r\n")
    assert lines.pop() == b""
    for line in lines:
        assert len(line) <= 75
        assert not re.search(rb"[\x00-\x08\x0a-\x1f\x7f]", line)
        line.decode()  # folded between letters, not within one
    events = Calendar.from_ical(raw).walk("VEVENT")
    assert len(events) == 2
    assert events[0]["DTSTART"].dt == day
    assert events[0]["DTEND"].dt - day == timedelta(days=1)
    shown = "".join(sign for sign in summary if sign.isprintable())
    assert str(events[0]["SUMMARY"]).replace("\n", "") == shown
