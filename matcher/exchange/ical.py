"""Things that fall due as a calendar to subscribe to (iCalendar, RFC 5545; names by RFC 7986)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta

from icalendar import Calendar, Event, vDuration, vText

EVERY = timedelta(hours=6)
"""So often a program should look again."""


@dataclass(frozen=True, kw_only=True, slots=True)
class CalendarDay:
    """Something on one day. `key` stays the same while it is the same thing."""

    key: str
    day: date
    summary: str
    description: str
    address: str


def calendar_file(
    days: Iterable[CalendarDay], *, name: str, language: str, host: str, as_of: date
) -> bytes:
    """A calendar of whole days that leave their owner free, in the order given.

    What is the same on one day is the same file, so that programs see that nothing is new. `host`
    tells its things from those of others.
    """
    calendar = Calendar()
    calendar.add("prodid", f"-//Samspil//Samspil//{language.upper()}")
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("method", "PUBLISH")
    calendar.add("name", vText(name), parameters={"LANGUAGE": language})
    calendar.add("x-wr-calname", vText(name))
    calendar.add("refresh-interval", EVERY, parameters={"VALUE": "DURATION"})
    calendar.add("x-published-ttl", vDuration(EVERY))
    stamp = datetime.combine(as_of, time(), UTC)
    for each in days:
        calendar.add_component(_event(each, language, host, stamp))
    written: bytes = calendar.to_ical()
    return written


def _event(each: CalendarDay, language: str, host: str, stamp: datetime) -> Event:
    event = Event()
    said = {"LANGUAGE": language}
    event.add("uid", f"{each.key}@{host}")
    event.add("dtstamp", stamp)
    event.add("dtstart", each.day)
    if each.day < date.max:
        event.add("dtend", each.day + timedelta(days=1))
    event.add("summary", _clean(each.summary), parameters=said)
    event.add("description", _clean(each.description), parameters=said)
    event.add("url", each.address)
    event.add("transp", "TRANSPARENT")
    return event


def _clean(text: str) -> str:
    """The text without signs that steer, which no calendar may hold; line breaks stay."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    return "\n".join("".join(sign for sign in line if sign.isprintable()) for line in lines)
