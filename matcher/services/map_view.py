"""What somebody asked to see on the map, from words to a view."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, NoReturn

from rapidfuzz import process

from matcher.errors import Refusal
from matcher.exchange.words import key as word_key
from matcher.exchange.words import words
from matcher.landscape import SECTORS, Landscape
from matcher.network.choosing import UNKNOWN
from matcher.network.evidence import EVIDENCE
from matcher.network.picture import MapView
from matcher.services.importing.vocabulary import Vocabulary
from matcher.text import fold
from matcher.wording.labels import AGREEMENTS
from matcher.wording.message import listed, message

WORDS = {
    "sector": (*SECTORS, UNKNOWN),
    "agreement": (*AGREEMENTS, UNKNOWN),
    "evidence": EVIDENCE,
}
SAID_IN_FILES = ("sector", "agreement")
"""Those of which files say much the same in other words."""
TERMS = {
    "kind": "kind",
    "theme": "theme",
    "target_group": "target_group",
    "offers": "capacity",
    "needs": "capacity",
}
DAYS = {"from": "since", "until": "until", "funding_until": "funding_until"}
KEYS = (*WORDS, *TERMS, "area", *DAYS)
"""The conditions there are, as the command line and the page call them."""

MOST_STEPS = 5
MOST_NAMED = 5000
"""So many organisations at most can be named one by one."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Around:
    """What of the network a view is of, by ids; see `matcher.network.picture.MapView`."""

    around: str | None = None
    steps: int = 2
    path_to: str | None = None
    collaboration: str | None = None
    only: tuple[str, ...] = ()
    without: tuple[str, ...] = ()


def read_view(
    landscape: Landscape,
    vocabulary: Vocabulary,
    where: Mapping[str, str],
    part: Around,
) -> MapView:
    """The view that the words ask for, by all that they may be called in a file that is imported.

    Refusal (invalid) for a condition, term or area that is not there, with the nearest ones.
    """
    values: dict[str, Any] = {}
    for key, text in where.items():
        if key not in KEYS:
            raise Refusal(
                "invalid",
                message("The map has no condition called “{key}”.", key=key),
                message("Choose one of: {keys}", keys=", ".join(KEYS)),
            )
        values[DAYS.get(key, key)] = _value(landscape, vocabulary, key, text)
    if not 0 <= part.steps <= MOST_STEPS:
        raise Refusal(
            "invalid",
            message("A map shows 0 to {most} steps around an organisation.", most=MOST_STEPS),
        )
    if max(len(part.only), len(part.without)) > MOST_NAMED:
        raise Refusal(
            "invalid",
            message("At most {most} organisations can be chosen one by one.", most=MOST_NAMED),
        )
    return MapView(
        **values,
        around=part.around,
        steps=part.steps,
        path_to=part.path_to,
        collaboration=part.collaboration,
        only=part.only,
        without=part.without,
    )


def _value(landscape: Landscape, vocabulary: Vocabulary, key: str, text: str) -> str | date:
    if key in WORDS:
        return _word(key, text) or _refuse(key, text, WORDS[key])
    if key in TERMS:
        terms = landscape.vocabularies[TERMS[key]]
        meant = vocabulary.term(TERMS[key], text)
        return meant or _refuse(key, text, [*terms.da, *terms.en, *terms.ids])
    if key == "area":
        names = sorted({*landscape.places.districts, *landscape.places.municipalities})
        folded = {fold(name): name for name in names}
        return folded.get(fold(text)) or _refuse(key, text, names)
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise Refusal(
            "invalid",
            message("“{word}” is not a date.", word=text),
            message("Write it as year-month-day, such as 2026-05-31."),
        ) from None


def _word(key: str, text: str) -> str | None:
    """Our word for what people write; None if there is none."""
    ours = {word_key(word): word for word in WORDS[key]}
    theirs = words(key) if key in SAID_IN_FILES else {}
    return ours.get(word_key(text)) or theirs.get(word_key(text))


def _refuse(key: str, text: str, known: Sequence[str]) -> NoReturn:
    near = [word for word, _, _ in process.extract(text, sorted(set(known)), limit=3)]
    raise Refusal(
        "invalid",
        message("There is no {key} called “{word}”.", key=key, word=text),
        message("Did you mean {words}?", words=listed([*near])) if near else None,
    )
