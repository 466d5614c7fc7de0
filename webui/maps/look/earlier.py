"""The look as the adapter for pyvis still asks for it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from matcher.landscape import SECTORS
from matcher.wording.labels import sector_label
from matcher.wording.message import Message
from webui.maps.look.legend import Line, Mark
from webui.maps.look.nodes import SHAPES
from webui.maps.look.palettes import palette
from webui.maps.look.ties import ENDED, THICKEST, THINNEST

_USUAL = palette("standard")
SECTOR_MARKS: Mapping[str | None, Mark] = {
    sector: Mark(colour=colour, shape=SHAPES[sector])
    for sector, colour in zip(
        (*SECTORS, None), (*_USUAL.categories[: len(SECTORS)], _USUAL.unknown), strict=True
    )
}
CURRENT = Line(colour=_USUAL.line)
PAST = Line(colour=_USUAL.faint, dashes=ENDED)


@dataclass(frozen=True, kw_only=True, slots=True)
class SectorEntry:
    """A sector, what it is called, and how many of the nodes shown are of it."""

    sector: str | None
    label: Message
    count: int


def legend(sectors: list[str | None]) -> tuple[SectorEntry, ...]:
    """The sectors seen among those of the nodes, in their order, unknown last."""
    order: tuple[str | None, ...] = (*SECTORS, None)
    return tuple(
        SectorEntry(sector=sector, label=sector_label(sector), count=sectors.count(sector))
        for sector in order
        if sector in sectors
    )


def width(strength: float) -> float:
    """The width of a tie's line in pixels."""
    return round(THINNEST + (THICKEST - THINNEST) * strength, 2)
