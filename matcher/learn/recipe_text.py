"""A recipe as the text of a file, with what its parts mean."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterable, Iterator, Mapping

from matcher.recipe import COMPOSE, Recipe
from matcher.signals import SIGNALS

_ABOUT_WEIGHTS = (
    "A suggestion's score is the sum of weight × value over these signals; each value lies",
    "between 0 and 1. What a high value says stands above each weight.",
)
_ABOUT_UNKNOWN = (
    "The value that counts where the data do not say; 0 for signals that are not listed.",
)
_ABOUT_COMPOSE = (
    "What a member of a consortium costs: being there, being unknown to the asker, each step to",
    "it, each kilometre, and the most that kilometres cost.",
)
_ABOUT_LEARNT = (
    "How this recipe came about: collaborations that began from … until asked so many questions.",
    "Quality is what the recipe as shipped, and one learnt from the earlier questions only, gave",
    "on those measured; a recipe that is changed by hand afterwards has another one.",
)


def to_toml(recipe: Recipe) -> str:
    """The recipe as TOML, with comments; `parse_recipe` reads the same from it.

    ValueError for something learnt that TOML has no word for.
    """
    return "\n".join([*_lines(recipe), ""])


def _lines(recipe: Recipe) -> Iterator[str]:
    yield f"name = {_value(recipe.name)}"
    yield from _heading("weights", _ABOUT_WEIGHTS)
    for name, weight in recipe.weights.items():
        yield f"# {SIGNALS[name].sentence}"
        yield f"{name} = {_value(weight)}"
    unknown = {name: value for name, value in recipe.unknown.items() if value != 0}
    costs = {name: cost for name, cost in recipe.compose.items() if cost != COMPOSE[name]}
    for part, about, pairs in (
        ("unknown", _ABOUT_UNKNOWN, unknown),
        ("compose", _ABOUT_COMPOSE, costs),
    ):
        if pairs:
            yield from _heading(part, about)
            yield from (f"{name} = {_value(value)}" for name, value in pairs.items())
    if recipe.learnt:
        yield from _heading("learnt", _ABOUT_LEARNT)
        yield from _pairs(recipe.learnt)
        yield from _inner("learnt", recipe.learnt)


def _heading(name: str, about: Iterable[str]) -> Iterator[str]:
    yield ""
    yield from (f"# {line}" for line in about)
    yield f"[{name}]"


def _inner(path: str, table: Mapping[str, object]) -> Iterator[str]:
    """The tables in a table, each under its path."""
    for key, inner in table.items():
        if isinstance(inner, Mapping):
            below = f"{path}.{_key(key)}"
            pairs = list(_pairs(inner))
            # One that only holds others needs no heading of its own, but an empty one does.
            if pairs or not inner:
                yield from ("", f"[{below}]", *pairs)
            yield from _inner(below, inner)


def _pairs(table: Mapping[str, object]) -> Iterator[str]:
    for key, value in table.items():
        if not isinstance(value, Mapping):
            yield f"{_key(key)} = {_value(value)}"


def _key(key: str) -> str:
    plain = key.isascii() and key.replace("_", "").replace("-", "").isalnum()
    return key if plain else _text(key)


def _value(value: object) -> str:
    match value:
        case bool():
            return "true" if value else "false"
        case int() | float():
            return repr(value)
        case str():
            return _text(value)
        case dt.date() | dt.time():  # a datetime is a date, too
            return value.isoformat()
        case list() | tuple():
            return f"[{', '.join(_value(each) for each in value)}]"
    raise ValueError(f"TOML has no word for {value!r}")


def _text(text: str) -> str:
    # JSON's strings are TOML's, but for the one control sign that JSON leaves as it is.
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")
