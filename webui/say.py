"""Texts, days and numbers as the reader of the page writes them."""

from __future__ import annotations

from datetime import date, datetime

from babel.dates import format_datetime, get_timezone
from babel.numbers import format_decimal
from flask import Flask, current_app

from matcher.wording.kroner import kroner as in_words
from matcher.wording.message import Value
from matcher.wording.say import say as in_language
from webui.languages import language

_MOMENT = {"da": "d. MMMM y 'kl.' HH.mm", "en": "d MMMM y, HH:mm"}


def init_app(app: Flask) -> None:
    """Give templates say(…) and the filters say, day, moment, number and kroner."""
    app.jinja_env.globals["say"] = say
    for each in (say, day, moment, number, kroner):
        app.jinja_env.filters[each.__name__] = each


def say(value: Value | None) -> str:
    """A message, a vocabulary's words or a plain value; nothing for None."""
    return "" if value is None else in_language(value, language())


def day(value: date | str | None) -> str:
    """A day, also given as ISO text; nothing for None."""
    if not value:
        return ""
    return in_language(date.fromisoformat(value) if isinstance(value, str) else value, language())


def moment(value: datetime | None) -> str:
    """A moment in the time of the place; nothing for None."""
    if value is None:
        return ""
    zone = get_timezone(current_app.config["BABEL_DEFAULT_TIMEZONE"])
    return format_datetime(value, _MOMENT[language()], tzinfo=zone, locale=language())


def kroner(amount: float | None) -> str:
    """An amount in kroner; nothing for None."""
    return "" if amount is None else in_words(amount, language())


def number(value: float | None, digits: int = 1) -> str:
    """A number with at most so many decimals; nothing for None."""
    if value is None:
        return ""
    return format_decimal(round(value, digits), "#,##0." + "#" * digits, locale=language())
