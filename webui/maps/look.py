"""How a map looks, as data: each thing it says has one way to say it, also what is not known.

Sectors have a colour and a shape, so that neither must be told by colour alone. The colours keep
3:1 against white and stay apart for colour-blind readers; tests hold both, and that the
pages' style sheet has the same ones.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from matcher.landscape import SECTORS
from matcher.wording.labels import sector_label
from matcher.wording.message import Message


@dataclass(frozen=True, kw_only=True, slots=True)
class Mark:
    """What stands for a kind of node: a colour, and a shape by the name that vis-network has."""

    colour: str
    shape: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Line:
    """What stands for a kind of tie; `dashes` are lengths in pixels, none for a full line."""

    colour: str
    dashes: tuple[int, ...] = ()


SECTOR_MARKS: Mapping[str | None, Mark] = {
    "association": Mark(colour="#1a519c", shape="dot"),
    "public": Mark(colour="#d0590a", shape="square"),
    "business": Mark(colour="#129a70", shape="triangle"),
    None: Mark(colour="#5c5c5c", shape="diamond"),
}
CURRENT = Line(colour="#7d9297")
PAST = Line(colour="#a9b4b7", dashes=(5, 5))
THINNEST, THICKEST = 0.8, 3.2
"""Pixels for a tie of strength 0 and 1."""


@dataclass(frozen=True, kw_only=True, slots=True)
class LegendEntry:
    """A mark, what it means, and how many of the nodes shown have it."""

    sector: str | None
    label: Message
    count: int


def legend(sectors: list[str | None]) -> tuple[LegendEntry, ...]:
    """The sectors seen among those of the nodes, in their order, unknown last."""
    order: tuple[str | None, ...] = (*SECTORS, None)
    return tuple(
        LegendEntry(sector=sector, label=sector_label(sector), count=sectors.count(sector))
        for sector in order
        if sector in sectors
    )


def width(strength: float) -> float:
    """The width of a tie's line in pixels."""
    return round(THINNEST + (THICKEST - THINNEST) * strength, 2)
