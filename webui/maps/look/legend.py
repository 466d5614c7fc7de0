"""What a map's colours, shapes, sizes and lines mean, as data: a page and a poster draw it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal

from matcher.wording.message import Value

Variable = Literal[
    "sector", "colour", "shape", "size", "lines", "width", "together", "groups", "unwritten",
    "pointed_out",
]  # fmt: skip


@dataclass(frozen=True, kw_only=True, slots=True)
class Line:
    """What stands for a kind of tie; `dashes` are lengths in pixels, none for a full line."""

    colour: str
    dashes: tuple[int, ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class Mark:
    """What stands for a kind of node: a colour, a shape (dot, square, triangle, diamond), a radius.

    `radius` is in pixels at a map's natural size, None where it says nothing.
    """

    colour: str
    shape: str = "dot"
    radius: float | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class LegendEntry:
    """A mark or a line, what it means, and how many of those shown have it (None: not counted).

    `unknown` is the entry of what is not known; `code` the sector, where it is one. `width` is
    that of a line, in pixels.
    """

    label: Value
    count: int | None = None
    mark: Mark | None = None
    line: Line | None = None
    width: float | None = None
    unknown: bool = False
    code: str | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class LegendSection:
    """What one thing that is seen says: colour and shape as sectors are "sector"."""

    variable: Variable
    title: Value
    entries: tuple[LegendEntry, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class Legend:
    """All that is seen on a map; `notes` say what was asked for and could not be shown."""

    sections: tuple[LegendSection, ...]
    notes: tuple[Value, ...] = ()

    def section(self, variable: Variable) -> LegendSection | None:
        """The section of a variable, if the map shows it."""
        return next((each for each in self.sections if each.variable == variable), None)

    def without(self, *variables: Variable) -> Legend:
        """The legend of a map that does not show these."""
        kept = tuple(each for each in self.sections if each.variable not in variables)
        return replace(self, sections=kept)
