"""The sections of a written agreement: a data file, read once and checked."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Literal, get_args

from matcher.wording.message import Words

Kind = Literal["text", "choice", "date", "yes_no", "grid"]
TakenOver = Literal["parties", "purpose", "child_protection", "funding"]
_FOLDER = Path(__file__).parent / "texts"


@dataclass(frozen=True, kw_only=True, slots=True)
class Field:
    """Something that a section says; `choices` are what there is to choose from, by id.

    A grid has a row for each task and a column for each party; its choices are the parts that a
    party can have in a task, and its suggestion is a task a line.
    """

    id: str
    kind: Kind
    label: Words
    help: Words | None = None
    choices: Mapping[str, Words] | None = None
    suggestion: Words | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Section:
    """A part of the agreement under its heading; `takes_over` names what it has from elsewhere."""

    id: str
    heading: Words
    help: Words
    fields: tuple[Field, ...]
    takes_over: TakenOver | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class AgreementTexts:
    """What is said of the agreement itself and of what it takes over, and its sections in order.

    `edition` counts up when words change that versions were accepted with.
    """

    edition: int
    about_heading: Words
    about: Words
    said: Mapping[str, Words]
    sections: tuple[Section, ...]

    def section(self, key: str) -> Section | None:
        """The section with this id; None if there is none."""
        return next((each for each in self.sections if each.id == key), None)


def agreement_texts(edition: int | None = None) -> AgreementTexts:
    """The texts as shipped: of an edition, else the newest.

    FileNotFoundError for an edition that there is not.
    """
    newest = _read("agreement.toml")
    if edition is None or edition == newest.edition:
        return newest
    return _read(f"agreement-{edition}.toml")


@cache
def _read(name: str) -> AgreementTexts:
    return parse((_FOLDER / name).read_text(encoding="utf-8"))


def parse(text: str) -> AgreementTexts:
    """The texts of a data file; ValueError, naming the place, for one that is not whole."""
    data = tomllib.loads(text)
    sections = tuple(_section(each) for each in data["section"])
    _require_different([each.id for each in sections], "sections")
    return AgreementTexts(
        edition=data["edition"],
        about_heading=_words(data["about"]["heading"], "about"),
        about=_words(data["about"]["text"], "about"),
        said={key: _words(each, f"said.{key}") for key, each in data["said"].items()},
        sections=sections,
    )


def _section(data: Mapping[str, Any]) -> Section:
    key = data["id"]
    fields = tuple(_field(each, f"{key}.{each['id']}") for each in data["field"])
    _require_different([each.id for each in fields], key)
    takes_over = data.get("takes_over")
    if takes_over is not None and takes_over not in get_args(TakenOver):
        raise ValueError(f"{key}: nothing is taken over from {takes_over}")
    return Section(
        id=key,
        heading=_words(data["heading"], key),
        help=_words(data["help"], key),
        fields=fields,
        takes_over=takes_over,
    )


def _field(data: Mapping[str, Any], at: str) -> Field:
    kind = data["kind"]
    if kind not in get_args(Kind):
        raise ValueError(f"{at}: there is no kind {kind}")
    if (kind in {"choice", "grid"}) != ("choices" in data):
        raise ValueError(f"{at}: a choice and a grid have choices, and nothing else has")
    choices = {each["id"]: _words(each, f"{at}.{each['id']}") for each in data.get("choices", ())}
    return Field(
        id=data["id"],
        kind=kind,
        label=_words(data["label"], at),
        help=_words(data["help"], at) if "help" in data else None,
        choices=choices or None,
        suggestion=_words(data["suggestion"], at) if "suggestion" in data else None,
    )


def _words(data: Mapping[str, str], at: str) -> Words:
    da, en = data.get("da", "").strip(), data.get("en", "").strip()
    if not (da and en):
        raise ValueError(f"{at}: not said in both languages")
    return Words(da=da, en=en)


def _require_different(ids: list[str], at: str) -> None:
    if len(set(ids)) < len(ids):
        raise ValueError(f"{at}: two with the same id")
