"""The palettes of maps, as `palettes.toml` has them."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from matcher.wording.message import Message, message


@dataclass(frozen=True, kw_only=True, slots=True)
class Palette:
    """The colours of a map, as `#rrggbb`; what each is for stands in `palettes.toml`."""

    categories: tuple[str, ...]
    other: str
    unknown: str
    plain: str
    ranks: tuple[str, ...]
    lines: tuple[str, ...]
    line: str
    faint: str


PALETTES: Mapping[str, Message] = {
    "standard": message("Blue, orange and green"),
    "strong": message("Strong colours"),
    "warm": message("Warm colours"),
    "print": message("Grey, for print"),
}
"""The palettes there are, the usual one first."""


def palette(name: str) -> Palette:
    """A palette by its name; KeyError if there is none."""
    return _palettes()[name]


@cache
def _palettes() -> Mapping[str, Palette]:
    held = tomllib.loads(files(__package__).joinpath("palettes.toml").read_text("utf-8"))
    return {name: _made(colours) for name, colours in held.items()}


def _made(colours: Mapping[str, Any]) -> Palette:
    parts: dict[str, Any] = {
        key: tuple(each) if isinstance(each, list) else each for key, each in colours.items()
    }
    return Palette(**parts)
