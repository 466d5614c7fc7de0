"""What the parties are asked about the purpose: a data file, read once and checked."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from matcher.wording.message import Words

_FILE = Path(__file__).parent / "texts" / "purpose.toml"


@dataclass(frozen=True, kw_only=True, slots=True)
class Question:
    """A question as a party reads it, and the `heading` over the text that is agreed on.

    A text without an answer to a `needed` question cannot be confirmed.
    """

    id: str
    heading: Words
    label: Words
    help: Words
    needed: bool = False


@dataclass(frozen=True, kw_only=True, slots=True)
class HeardQuestion:
    """The question whether the target group was heard: the answers by id, and how."""

    label: Words
    help: Words
    choices: Mapping[str, Words]
    how_label: Words
    how_help: Words


@dataclass(frozen=True, kw_only=True, slots=True)
class PurposeTexts:
    """The questions in the order of the form."""

    questions: tuple[Question, ...]
    heard: HeardQuestion

    @property
    def compared(self) -> tuple[Question, ...]:
        """The questions in the order in which answers are laid side by side: target group first.

        Parties who mean different people by it differ in all the rest, too.
        """
        return tuple(sorted(self.questions, key=lambda each: each.id != "target_group"))


@cache
def purpose_texts() -> PurposeTexts:
    """The texts as shipped."""
    return parse(_FILE.read_text(encoding="utf-8"))


def parse(text: str) -> PurposeTexts:
    """The texts of a data file; ValueError, naming the place, for one that is not whole."""
    data = tomllib.loads(text)
    questions = tuple(_question(each) for each in data["question"])
    ids = [each.id for each in questions]
    if len(ids) != len(set(ids)) or "target_group" not in ids:
        raise ValueError(f"each question once, and one on the target_group: {ids}")
    heard = data["heard"]
    return PurposeTexts(
        questions=questions,
        heard=HeardQuestion(
            **{name: _words(heard, name, "heard")
               for name in ("label", "help", "how_label", "how_help")},
            choices={each["id"]: _words(each, "label", each["id"]) for each in heard["choice"]},
        ),
    )  # fmt: skip


def _question(data: Mapping[str, Any]) -> Question:
    key = data["id"]
    words = {name: _words(data, name, key) for name in ("heading", "label", "help")}
    return Question(id=key, needed=data.get("needed", False), **words)


def _words(data: Mapping[str, Any], name: str, place: str) -> Words:
    said = {
        language: str(data.get(name, {}).get(language, "")).strip() for language in ("da", "en")
    }
    if not all(said.values()):
        raise ValueError(f"{place}: {name} in Danish and in English")
    return Words(**said)
