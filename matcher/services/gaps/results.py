"""What pages, files and the command line show of the gaps of a network."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Literal

from matcher.errors import Refusal
from matcher.network.gaps.rests import Rests
from matcher.network.picture import MapView
from matcher.services.shortlists.why import Why
from matcher.wording.message import Message, Value, Words, message

Kind = Literal["capacities", "themes", "sectors", "kinds", "alone", "brokers", "bridges", "groups"]
KINDS: tuple[Kind, ...] = (
    "capacities", "themes", "sectors", "kinds", "alone", "brokers", "bridges", "groups",
)  # fmt: skip
"""The kinds of gaps, in the order in which they are shown."""

BROKERS = frozenset({"brokers", "bridges"})
"""The kinds that say something only where most ties are known."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Key:
    """Which gap: its kind, and one or two ids or names that tell it apart."""

    kind: str
    a: str
    b: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class Who:
    """An organisation in a table."""

    id: str
    name: str


Cell = Value | Who | None


@dataclass(frozen=True, kw_only=True, slots=True)
class Column:
    """A column: what programs call it, its heading, and how it sorts."""

    name: str
    heading: Message
    sort: Literal["text", "number"] = "text"


@dataclass(frozen=True, kw_only=True, slots=True)
class GapLine:
    """A gap: its sentence, a cell for each column, and what it weighs beside others."""

    key: Key
    text: Message
    cells: tuple[Cell, ...]
    weight: float


@dataclass(frozen=True, kw_only=True, slots=True)
class GapTable:
    """All gaps of a kind, the most telling first; lines are written when they are asked for.

    `means` says what a row is, `nothing` what it means that there are none.
    """

    kind: Kind
    title: Message
    means: Message
    nothing: Message
    columns: tuple[Column, ...]
    count: int
    line: Callable[[int], GapLine]

    def lines(self, start: int = 0, stop: int | None = None) -> tuple[GapLine, ...]:
        """Some of the lines, or all."""
        return tuple(self.line(at) for at in range(*slice(start, stop).indices(self.count)))

    def find(self, key: Key) -> tuple[int, GapLine]:
        """The line of a gap and its place; Refusal (not_found) where it is no gap any more."""
        for at in range(self.count):
            line = self.line(at)
            if line.key == key:
                return at, line
        raise gone()


@dataclass(frozen=True, kw_only=True, slots=True)
class HeatCell:
    """A theme in an area: its state (see `matcher.network.gaps.themes`), and the numbers."""

    state: str
    carers: int
    unmet: int
    wanted: int
    offered: int
    running: int


@dataclass(frozen=True, kw_only=True, slots=True)
class Heat:
    """Themes (id, label) × areas, those with the most organisations; `left_out` of each."""

    themes: tuple[tuple[str, Words], ...]
    areas: tuple[str, ...]
    cells: tuple[tuple[HeatCell, ...], ...]
    left_out: tuple[int, int]


@dataclass(frozen=True, kw_only=True, slots=True)
class Headline:
    """A sentence of the summary: the kind of gap that it is about, and which, if it is one."""

    kind: Kind
    text: Message
    weight: float
    key: Key | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class ShownGaps:
    """The gaps of a view as of a day; `rests` says on how much they rest."""

    as_of: date
    view: MapView
    rests: Rests
    among: int
    summary: tuple[Headline, ...]
    tables: tuple[GapTable, ...]
    heat: Heat

    def table(self, kind: str) -> GapTable:
        """The table of a kind; Refusal (not_found) for no such kind."""
        for each in self.tables:
            if each.kind == kind:
                return each
        raise gone()


@dataclass(frozen=True, kw_only=True, slots=True)
class Side:
    """One end of a proposed tie."""

    id: str
    name: str
    sector: str | None
    kind: Words | None
    area: str | None


@dataclass(frozen=True, kw_only=True, slots=True)
class ProposedTie:
    """A tie that would help: what it brings, how well it fits, and why.

    `asker` is whom `candidate` would be suggested to. `before` says that they have worked together
    earlier; `kept_on` are the shortlists (id, title) that the candidate is on already.
    """

    asker: Side
    candidate: Side
    fit: float
    gain: int
    measure: str
    brings: Message
    also: Message | None
    before: bool
    why: Why
    kept_on: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class GapTies:
    """A gap and the ties that would help, the most helpful first.

    `marked` are the ids of those whom the gap is about. `none` says why there are no ties.
    """

    table: GapTable
    line: GapLine
    rests: Rests
    recipe: str
    ties: tuple[ProposedTie, ...]
    marked: tuple[str, ...]


def gone() -> Refusal:
    """For a gap that is not there, or not any more."""
    return Refusal(
        "not_found",
        message("This gap is not there any more."),
        message("Perhaps somebody has filled it. The page “Gaps” shows those that are left."),
    )
