"""What the anchoring plan asks, which talks there are and what they go through, as data."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from matcher.wording.message import Words


@dataclass(frozen=True, kw_only=True, slots=True)
class PlanQuestion:
    """A question of the plan, with a hint what belongs into its answer."""

    id: str
    label: Words
    hint: Words


@dataclass(frozen=True, kw_only=True, slots=True)
class TalkKind:
    """A kind of talk, and a sentence on what it is for."""

    id: str
    label: Words
    about: Words


@dataclass(frozen=True, kw_only=True, slots=True)
class Domain:
    """One of the eight domains of sustainability: a heading of the agenda, and what to ask."""

    id: str
    label: Words
    questions: tuple[Words, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class AnchoringTexts:
    """All of them, in the order in which they are shown; kinds of talk from start to end."""

    questions: tuple[PlanQuestion, ...]
    talks: tuple[TalkKind, ...]
    domains: tuple[Domain, ...]

    def talk(self, kind: str | None) -> TalkKind:
        """A kind by its id; another talk for one that the file does not have (any more)."""
        return next((each for each in self.talks if each.id == kind), self.talks[-1])


@cache
def anchoring_texts() -> AnchoringTexts:
    """The texts as shipped."""
    path = files("matcher.partnership") / "texts" / "anchoring.toml"
    return read_texts(tomllib.loads(path.read_text(encoding="utf-8")))


def read_texts(table: Mapping[str, Any]) -> AnchoringTexts:
    """The texts of a parsed file; ValueError where a language or an id is missing or doubled."""
    texts = AnchoringTexts(
        questions=tuple(
            PlanQuestion(id=_id(each), label=_words(each), hint=_words(each, "hint_"))
            for each in table["question"]
        ),
        talks=tuple(
            TalkKind(id=_id(each), label=_words(each), about=_words(each, "about_"))
            for each in table["talk"]
        ),
        domains=tuple(
            Domain(id=_id(each), label=_words(each), questions=_several(each))
            for each in table["domain"]
        ),
    )
    for part in (texts.questions, texts.talks, texts.domains):
        ids = [each.id for each in part]
        if len(ids) != len(set(ids)):
            raise ValueError(f"an id stands twice among {ids}")
    return texts


def _id(each: Mapping[str, Any]) -> str:
    return _said(each, "id")


def _words(each: Mapping[str, Any], prefix: str = "") -> Words:
    return Words(da=_said(each, f"{prefix}da"), en=_said(each, f"{prefix}en"))


def _several(each: Mapping[str, Any]) -> tuple[Words, ...]:
    danish, english = each.get("questions_da", ()), each.get("questions_en", ())
    if not danish or len(danish) != len(english):
        raise ValueError(f"{each.get('id')} needs as many questions in Danish as in English")
    return tuple(Words(da=da, en=en) for da, en in zip(danish, english, strict=True))


def _said(each: Mapping[str, Any], key: str) -> str:
    text = str(each.get(key, "")).strip()
    if not text:
        raise ValueError(f"{each.get('id', 'an entry')} has no {key}")
    return text
