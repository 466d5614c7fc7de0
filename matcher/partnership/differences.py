"""Where answers to one question differ: their words, not their meaning.

Two answers are alike when they have at least half of their words in common (Dice, "Measures of the
amount of ecologic association between species", 1945). Small words do not count, endings neither,
and a word is in common with a compound of it: "demens" with "demensramte". It is a hint what to
talk about; the answers stand beside it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import combinations
from typing import Literal

from matcher.landscape.language import Language, is_small, language_of, stem, words
from matcher.text import fold

Verdict = Literal["alike", "differ"]

ALIKE = 0.5
_COMPOUND = 4
"""So many letters a word must have to be found in a longer one: "ret" is not in "retning"."""

_TOKEN = re.compile(r"\d+|[^\W\d_]+(?:['’][^\W\d_]+)?")
_TURN = frozenset({"ikke", "uden", "kun", "not", "without", "only"})
"""Small words that turn a sentence round, so they count."""
_HOW_MANY = frozenset({"alle", "nogle", "all", "some"})
"""Small words that say how many are meant, so they count: "all old people" is not those alone."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Piece:
    """A part of an answer; `own` for a word that nobody else has."""

    text: str
    own: bool


@dataclass(frozen=True, kw_only=True, slots=True)
class Comparison:
    """The answers to one question, by party in their order.

    `verdict` is None where there are not two answers to compare. `answers` hold the texts whole, in
    pieces; `silent` are the parties that left the question open, which is no difference.
    """

    verdict: Verdict | None
    answers: Mapping[str, tuple[Piece, ...]]
    silent: tuple[str, ...]


def compare(texts: Mapping[str, str | None]) -> Comparison:
    """Lay answers side by side: `texts` by party, empty or None where it said nothing."""
    said = {party: text for party, text in texts.items() if text and text.strip()}
    language = language_of([word for text in said.values() for word in words(text)])
    content = {party: content_words(text, language) for party, text in said.items()}
    return Comparison(
        verdict=_verdict(said, content),
        answers={
            party: tuple(_pieces(text, language, [content[o] for o in said if o != party]))
            for party, text in said.items()
        },
        silent=tuple(party for party in texts if party not in said),
    )


def content_words(text: str, language: Language) -> dict[str, str]:
    """The words of a text that count, by their stem.

    >>> content_words("De ældre over 65", "da")
    {'ældr': 'ældre', '65': '65'}
    """
    found: dict[str, str] = {}
    for token in _TOKEN.findall(text):
        if (stem_of := _counts(token, language)) is not None:
            found.setdefault(stem_of, token.lower())
    return found


def likeness(a: Mapping[str, str], b: Mapping[str, str]) -> float:
    """The share of the words of two answers that is in both, 0…1; 0 where neither has any.

    >>> likeness({"dem": "demens", "valby": "valby"}, {"demensramt": "demensramte", "60": "60"})
    0.5
    """
    common = sum(_is_in(s, w, b) for s, w in a.items()) + sum(_is_in(s, w, a) for s, w in b.items())
    return common / ((len(a) + len(b)) or 1)


def _verdict(said: Mapping[str, str], content: Mapping[str, Mapping[str, str]]) -> Verdict | None:
    if len(said) < 2:
        return None
    alike = all(
        fold(said[a]) == fold(said[b]) or likeness(content[a], content[b]) >= ALIKE
        for a, b in combinations(said, 2)
    )
    return "alike" if alike else "differ"


def _counts(token: str, language: Language) -> str | None:
    """The stem of a word; None for one that does not count."""
    word = token.lower()
    if word.isdigit() or word in _TURN or word in _HOW_MANY:
        return word
    return None if len(word) == 1 or is_small(word, language) else stem(word, language)


def _pieces(text: str, language: Language, others: list[dict[str, str]]) -> Iterator[Piece]:
    at = 0
    for found in _TOKEN.finditer(text):
        word, stem_of = found[0].lower(), _counts(found[0], language)
        if not others or stem_of is None or any(_is_in(stem_of, word, each) for each in others):
            continue
        if found.start() > at:
            yield Piece(text=text[at : found.start()], own=False)
        yield Piece(text=found[0], own=True)
        at = found.end()
    if at < len(text):
        yield Piece(text=text[at:], own=False)


def _is_in(stem_of: str, word: str, others: Mapping[str, str]) -> bool:
    return stem_of in others or any(_compound(word, other) for other in others.values())


def _compound(a: str, b: str) -> bool:
    short, long = sorted((a, b), key=len)
    if len(short) < _COMPOUND or short.isdigit():
        return False
    return long.startswith(short) or long.endswith(short)
