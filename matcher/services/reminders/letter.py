"""What a digest says: subject, plain text and HTML, in one language, from things to do alone."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from html import escape

from matcher.partnership.digest import when
from matcher.wording.message import Message, message, messages_n
from matcher.wording.say import say

HEADINGS = {"overdue": message("Overdue"), "week": message("Coming up")}

_HTML = """\
<!doctype html>
<html lang="{language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>{subject}</title>
</head>
<body style="font-family: sans-serif; font-size: 16px; line-height: 1.5; max-width: 40em">
{body}
</body>
</html>
"""
_ITEM = '<li style="margin-bottom: 1em"><a href="{address}"><strong>{about}</strong></a><br>\n\
{text}<br>\n<span style="color: #555555">{day}</span></li>'


@dataclass(frozen=True, kw_only=True, slots=True)
class LetterLine:
    """A thing to do as a mail tells it; `address` is the whole one of where it is done."""

    day: date
    about: str | Message
    text: Message
    address: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Closing:
    """Something said at the end; `link` is what can be done about it, and where."""

    text: Message
    link: tuple[Message, str] | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Letter:
    """A mail in words."""

    subject: str
    text: str
    html: str


def write(
    name: str, lines: Sequence[LetterLine], closing: Sequence[Closing], today: date, language: str
) -> Letter:
    """The letter of a day to somebody of this name; `closing` is what is said at its end.

    It names days, never "today" or "in three days": it may be read, or sent again, days later.
    """
    said = [(_group(line, today), _said(line, language)) for line in lines]
    subject = plain(say(_subject([each.about for _, each in said]), language))
    greeting = plain(say(message("Hello {name}", name=name), language))
    opening = say(message("This is waiting for you:"), language)
    groups = [
        (say(heading, language), [each for its, each in said if its == group])
        for group, heading in HEADINGS.items()
    ]
    groups = [(heading, found) for heading, found in groups if found]
    ending = [_said_last(each, language) for each in closing]
    return Letter(
        subject=subject,
        text=_text([greeting, opening], groups, ending),
        html=_html(subject, [greeting, opening], groups, ending, language),
    )


def plain(text: str) -> str:
    """The text on one line, without signs that steer: it can stand in the header of a mail."""
    return " ".join("".join(sign if sign.isprintable() else " " for sign in text).split())


@dataclass(frozen=True, slots=True)
class _Said:
    about: str
    text: str
    day: str
    address: str


def _said(line: LetterLine, language: str) -> _Said:
    return _Said(
        about=plain(say(line.about, language)),
        text=plain(say(line.text, language)),
        day=plain(say(message("Due on {day}", day=line.day), language)),
        address=line.address,
    )


@dataclass(frozen=True, slots=True)
class _SaidLast:
    text: str
    link: tuple[str, str] | None

    @property
    def as_text(self) -> str:
        return self.text if self.link is None else f"{self.text}\n{self.link[0]}: {self.link[1]}"

    @property
    def as_html(self) -> str:
        if self.link is None:
            return escape(self.text)
        label, address = self.link
        return f'{escape(self.text)}<br>\n<a href="{escape(address)}">{escape(label)}</a>'


def _said_last(closing: Closing, language: str) -> _SaidLast:
    link = None
    if closing.link is not None:
        label, address = closing.link
        link = plain(say(label, language)), address
    return _SaidLast(plain(say(closing.text, language)), link)


def _group(line: LetterLine, today: date) -> str:
    return "overdue" if when(line.day, today) == "overdue" else "week"


def _subject(abouts: Sequence[str]) -> Message:
    first = abouts[0]
    others = len({*abouts} - {first})
    if not others:
        return message("To do: {about}", about=first)
    return messages_n(
        "To do: {about} and one more", "To do: {about} and {n} more", n=others, about=first
    )


def _text(
    opening: list[str], groups: list[tuple[str, list[_Said]]], ending: list[_SaidLast]
) -> str:
    parts = [*opening]
    for heading, lines in groups:
        parts.append(heading.upper())
        parts += [f"* {x.about}\n  {x.text}\n  {x.day}\n  {x.address}" for x in lines]
    *rest, last = ending
    parts += [each.as_text for each in rest]
    return "\n\n".join([*parts, f"-- \n{last.as_text}"]) + "\n"


def _html(
    subject: str,
    opening: list[str],
    groups: list[tuple[str, list[_Said]]],
    ending: list[_SaidLast],
    language: str,
) -> str:
    parts = [f"<p>{escape(paragraph)}</p>" for paragraph in opening]
    for heading, lines in groups:
        items = "\n".join(
            _ITEM.format(
                about=escape(x.about),
                text=escape(x.text),
                day=escape(x.day),
                address=escape(x.address),
            )
            for x in lines
        )
        parts.append(f'<h2 style="font-size: 18px">{escape(heading)}</h2>\n<ul>\n{items}\n</ul>')
    *rest, last = ending
    parts += [f"<p>{each.as_html}</p>" for each in rest]
    parts.append(f'<p style="color: #555555; font-size: 14px">{last.as_html}</p>')
    return _HTML.format(language=language, subject=escape(subject), body="\n".join(parts))
