"""Words of Danish and English texts, and the features that likeness of texts is measured by."""

from __future__ import annotations

import re
import tomllib
from functools import cache, lru_cache
from pathlib import Path
from typing import Literal

import snowballstemmer

Language = Literal["da", "en"]

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_LETTERS = (4, 5)
_DANISH = frozenset("æøå")

_SMALL = tomllib.loads(Path(__file__).with_name("small_words.toml").read_text(encoding="utf-8"))
_STOP: dict[Language, frozenset[str]] = {
    "da": frozenset(_SMALL["da"].split()),
    "en": frozenset(_SMALL["en"].split()),
}
_EITHER = _STOP["da"] | _STOP["en"]


def words(text: str) -> list[str]:
    """The words of a text in their order, in lower case; numbers are none.

    >>> words("Demensvenlig havn – 24 timer")
    ['demensvenlig', 'havn', 'timer']
    """
    return [found.lower() for found in _WORD.findall(text)]


def capitalised(text: str) -> list[str]:
    """The words of a text that begin with a capital, in lower case: names, mostly."""
    return [found.lower() for found in _WORD.findall(text) if found[0].isupper()]


def language_of(found: list[str]) -> Language:
    """Danish or English, by its small words and by æ, ø and å; English where nothing tells."""
    danish = sum(word in _STOP["da"] or not _DANISH.isdisjoint(word) for word in found)
    return "da" if danish > sum(word in _STOP["en"] for word in found) else "en"


def stems(text: str) -> list[str]:
    """The words of a text without their endings, in the text's language; small words left out.

    >>> stems("De ældre og de ældres pårørende")
    ['ældr', 'ældr', 'pårør']
    """
    found = words(text)
    language = language_of(found)
    stop = _STOP[language]
    return [stem(word, language) for word in found if len(word) > 1 and word not in stop]


def is_small(word: str, language: Language) -> bool:
    """Whether a word stands in every text of a language, so that it tells nothing.

    >>> is_small("og", "da"), is_small("og", "en")
    (True, False)
    """
    return word in _STOP[language]


@lru_cache(maxsize=200_000)
def stem(word: str, language: Language) -> str:
    """A word without its endings (Snowball)."""
    return str(_stemmer(language).stemWord(word))


@cache
def _stemmer(language: Language) -> snowballstemmer.stemmer:
    return snowballstemmer.stemmer("danish" if language == "da" else "english")


@lru_cache(maxsize=200_000)
def letters(word: str) -> tuple[str, ...]:
    """Runs of four and five letters of a word, its ends marked; of small words none.

    They find "demens" in "demensvenlig", which stems do not (McNamee and Mayfield, "Character
    n-gram tokenization for European language text retrieval", 2004).

    >>> letters("havn")
    ('<hav', 'havn', 'avn>', '<havn', 'havn>')
    """
    if word in _EITHER:
        return ()
    marked = f"<{word}>"
    if len(marked) <= _LETTERS[0]:
        return (marked,)
    return tuple(
        marked[at : at + size] for size in _LETTERS for at in range(len(marked) - size + 1)
    )
