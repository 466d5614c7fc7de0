"""Messages in a reader's language, through gettext and without a web framework."""

from __future__ import annotations

import gettext
from datetime import date
from functools import cache
from pathlib import Path

from babel.dates import format_date
from babel.lists import format_list
from babel.numbers import format_decimal

from matcher.wording.message import Listed, Message, Value, Words

LANGUAGES = ("da", "en")
_CATALOGUES = Path(__file__).parent / "translations"


@cache
def catalogue(language: str) -> gettext.NullTranslations:
    """The engine's texts in a language; English is what the code is written in."""
    if language not in LANGUAGES:
        raise ValueError(f"no texts in {language!r}; there are {', '.join(LANGUAGES)}")
    return gettext.translation("messages", _CATALOGUES, [language], fallback=True)


_TOO_MANY = 10**18
"""Nothing is counted so far, but an address may name such a number; its digits are not grouped."""


def say(value: Value, language: str) -> str:
    """The text of a message or value as a person reads it.

    Numbers and dates are written as the language writes them; a float keeps one decimal. An
    unknown language is a ValueError; a message without a translation is said in English.
    """
    match value:
        case str():
            return value
        case Words():
            return value.da if language == "da" else value.en
        case Message():
            return _fill(_look_up(value, language), value, language)
        case Listed() if any(isinstance(item, Words) for item in value.items):
            return "; ".join(say(item, language) for item in value.items)
        case Listed():
            return format_list([say(item, language) for item in value.items], locale=language)
        case date():
            return format_date(value, "d. MMMM y" if language == "da" else "d MMMM y", language)
        case float():
            return format_decimal(value, "#,##0.#", locale=language)
        case int() if abs(value) >= _TOO_MANY:
            return str(value)
        case int():
            return format_decimal(value, locale=language)


def _look_up(asked: Message, language: str) -> str:
    if asked.plural is None or asked.n is None:
        return catalogue(language).gettext(asked.id)
    return catalogue(language).ngettext(asked.id, asked.plural, asked.n)


def _fill(text: str, asked: Message, language: str) -> str:
    return text.format(**{name: say(value, language) for name, value in asked.values.items()})
