"""What a pulse asks, and the scale it is answered on, as data."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from matcher.wording.message import Words

SCALE = (1, 2, 3, 4, 5)
"""From disagree to agree. That somebody does not know is no place on it."""

MOST_QUESTIONS = 12


@dataclass(frozen=True, kw_only=True, slots=True)
class Question:
    """A statement to agree with; its short name, and what to begin a talk about it with."""

    id: str
    label: Words
    statement: Words
    talk: Words


@dataclass(frozen=True, kw_only=True, slots=True)
class Theme:
    """What some of the questions are about."""

    id: str
    label: Words
    questions: tuple[Question, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class PulseTexts:
    """All of them, in the order in which they are asked; `scale` has a word for each of SCALE."""

    scale: tuple[Words, ...]
    unknown: Words
    themes: tuple[Theme, ...]

    @property
    def questions(self) -> tuple[Question, ...]:
        """The questions of all themes."""
        return tuple(question for theme in self.themes for question in theme.questions)


@cache
def pulse_texts() -> PulseTexts:
    """The texts as shipped."""
    path = files("matcher.partnership") / "texts" / "pulse.toml"
    return read_texts(tomllib.loads(path.read_text(encoding="utf-8")))


def read_texts(table: Mapping[str, Any]) -> PulseTexts:
    """The texts of a parsed file.

    ValueError where a language is missing, an id is missing or doubled, the scale has another
    length than SCALE, or there are more than MOST_QUESTIONS questions.
    """
    texts = PulseTexts(
        scale=tuple(_words(each) for each in table["scale"]),
        unknown=_words(table["unknown"]),
        themes=tuple(
            Theme(
                id=_said(theme, "id"),
                label=_words(theme),
                questions=tuple(_question(each) for each in theme["question"]),
            )
            for theme in table["theme"]
        ),
    )
    if len(texts.scale) != len(SCALE):
        raise ValueError(f"the scale has {len(texts.scale)} words, not {len(SCALE)}")
    if len(texts.questions) > MOST_QUESTIONS:
        raise ValueError(f"a pulse asks at most {MOST_QUESTIONS} questions")
    for ids in ([each.id for each in texts.themes], [each.id for each in texts.questions]):
        if len(ids) != len(set(ids)):
            raise ValueError(f"an id stands twice among {ids}")
    return texts


def _question(each: Mapping[str, Any]) -> Question:
    return Question(
        id=_said(each, "id"),
        label=_words(each, "label_"),
        statement=_words(each),
        talk=_words(each, "talk_"),
    )


def _words(each: Mapping[str, Any], prefix: str = "") -> Words:
    return Words(da=_said(each, f"{prefix}da"), en=_said(each, f"{prefix}en"))


def _said(each: Mapping[str, Any], key: str) -> str:
    text = str(each.get(key, "")).strip()
    if not text:
        raise ValueError(f"{each.get('id', 'an entry')} has no {key}")
    return text
