"""A consortium as a small picture: its places, its members, and a line for who takes which."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from flask_babel import gettext as _

from matcher.services.show_consortium import Composition, ConsortiumView
from webui.say import say

WIDTH = 320
"""What the picture is wide, in its own units: a little more than a phone has room for."""

_BOX, _LETTERS, _LINES = 134, 15, 3
_LINE, _PADDING, _BETWEEN = 18, 6, 10

Kind = Literal["place", "gap", "member", "inside", "nobody"]


@dataclass(frozen=True, kw_only=True, slots=True)
class Box:
    """A box with a few lines of text; `kind` says how it looks."""

    x: float
    y: float
    height: float
    lines: tuple[str, ...]
    kind: Kind

    @property
    def middle(self) -> float:
        """Half way down."""
        return self.y + self.height / 2

    @property
    def baselines(self) -> list[tuple[float, str]]:
        """Where each line of text stands."""
        first = self.y + _PADDING + 0.75 * _LINE
        return [(first + at * _LINE, text) for at, text in enumerate(self.lines)]


@dataclass(frozen=True, kw_only=True, slots=True)
class Tie:
    """A line from a place to whoever takes it; a `gap` leads to nobody."""

    y1: float
    y2: float
    gap: bool


@dataclass(frozen=True, kw_only=True, slots=True)
class Picture:
    """What is drawn, and `text`, which says the same."""

    height: float
    boxes: tuple[Box, ...]
    ties: tuple[Tie, ...]
    text: str
    width: int = WIDTH
    box: int = _BOX
    left: int = _BOX
    right: int = WIDTH - _BOX


def picture_of(page: Composition, one: ConsortiumView) -> Picture:
    """The places on the left, those who take one on the right; who takes none is not drawn."""
    gaps = {gap.place for gap in one.gaps}
    taking = [each for each in one.members if each.fills]
    names = [(say(name), "gap" if at in gaps else "place") for at, name in enumerate(page.places)]
    people = [(each.name, "inside" if each.already_in else "member") for each in taking]
    if gaps:
        people.append((_("Nobody yet"), "nobody"))
    height = max(_height(text for text, _ in names), _height(text for text, _ in people))
    left, right = _column(names, 0, height), _column(people, WIDTH - _BOX, height)
    ties = [
        Tie(y1=left[place].middle, y2=box.middle, gap=False)
        for each, box in zip(taking, right, strict=False)
        for place in each.fills
    ]
    ties += [Tie(y1=left[place].middle, y2=right[-1].middle, gap=True) for place in sorted(gaps)]
    return Picture(height=height, boxes=(*left, *right), ties=tuple(ties), text=_told(page, one))


def _told(page: Composition, one: ConsortiumView) -> str:
    """Each place with who takes it."""
    said, nobody = [], _("nobody")
    for place, name in enumerate(page.places):
        who = [each.name for each in one.members if place in each.fills]
        said.append(f"{say(name)}: {', '.join(who) or nobody}.")
    return " ".join(said)


def _column(texts: Sequence[tuple[str, str]], x: float, height: float) -> list[Box]:
    """Boxes below one another, spread over the height."""
    free = height - _height(text for text, _ in texts)
    y, boxes = free / 2, []
    for text, kind in texts:
        lines = wrapped(text)
        box = Box(x=x, y=y, height=_box_height(lines), lines=lines, kind=kind)  # type: ignore[arg-type]
        boxes.append(box)
        y += box.height + _BETWEEN
    return boxes


def _height(texts: Iterable[str]) -> float:
    heights = [_box_height(wrapped(text)) + _BETWEEN for text in texts]
    return max(sum(heights) - _BETWEEN, 0)


def _box_height(lines: Sequence[str]) -> float:
    return len(lines) * _LINE + 2 * _PADDING


def wrapped(text: str) -> tuple[str, ...]:
    """A name on a few short lines; what does not fit is left out, which … says.

    >>> wrapped("Foreningen af tillidsrepræsentanter")
    ('Foreningen af', 'tillidsrepræse…')
    """
    return tuple(
        _cut(line)
        for line in textwrap.wrap(
            text, _LETTERS, max_lines=_LINES, placeholder=" …", break_long_words=False
        )
    ) or ("–",)


def _cut(line: str) -> str:
    return line if len(line) <= _LETTERS else f"{line[: _LETTERS - 1]}…"
