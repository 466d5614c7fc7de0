"""What the pages of records say with a little computing: periods of time, kinds of field."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from flask_babel import gettext as _
from flask_babel import lazy_gettext

from matcher.services.vocabularies import Vocabularies
from matcher.text import danish_key
from matcher.wording.labels import agreement_label, sector_label
from matcher.wording.message import Message
from webui.languages import language
from webui.say import day, say


def period(since: date | None, until: date | None) -> str:
    """From when to when; nothing when neither is known."""
    if since and until:
        return _("%(since)s to %(until)s", since=day(since), until=day(until))
    if since:
        return _("from %(day)s", day=day(since))
    return _("until %(day)s", day=day(until)) if until else ""


def date_type(text: str | None) -> str:
    """The type of a field for a date: one that shows a calendar, unless it would lose the text."""
    return "date" if not text or re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", text) else "text"


def labelled(labels: Mapping[str, Message]) -> list[tuple[str, str]]:
    """The words of a column that knows few, as a list to choose from: (word, label)."""
    return [(word, say(label)) for word, label in labels.items()]


def term_options(terms: Vocabularies, vocabulary: str) -> list[tuple[str, str]]:
    """A vocabulary as a list to choose from: (term, label), in the order of the labels."""
    return [(term.id, say(term.words)) for term in terms.ordered(vocabulary, language())]


def by_label(items: Iterable[Any], attribute: str = "") -> list[Any]:
    """Vocabulary words, or what has them in an attribute, in the order of the reader's language."""

    def label(item: Any) -> str:
        return danish_key(say(getattr(item, attribute) if attribute else item))

    return sorted(items, key=label)


STATES = {
    "current": (lazy_gettext("Going on"), "success"),
    "planned": (lazy_gettext("Yet to begin"), "info"),
    "past": (lazy_gettext("Ended"), None),
}
"""What the state of a collaboration is called, and how its badge looks."""

WORDS = {
    "states": STATES,
    "period": period,
    "date_type": date_type,
    "by_label": by_label,
    "sector_label": sector_label,
    "agreement_label": agreement_label,
}
"""What templates of records are given."""
