"""How the organisations of a map are coloured, and what the colours mean."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from matcher.landscape import SECTORS
from matcher.network.columns import NodeColumns
from matcher.wording.labels import NOT_KNOWN, sector_label
from matcher.wording.message import Value, message
from webui.maps.look.classes import OTHER, UNKNOWN, Classes, Floats, Ints, commonest, ranked
from webui.maps.look.legend import LegendEntry, LegendSection, Mark
from webui.maps.look.palettes import Palette
from webui.maps.look.words import COLOURS

ORDER: tuple[str | None, ...] = (*SECTORS, None)
SHAPES: Mapping[str | None, str] = {
    "association": "dot",
    "public": "square",
    "business": "triangle",
    None: "diamond",
}
"""The shape of a sector, whatever the colours say: so nothing is told by colour alone."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Filled:
    """Colours that nodes have: `fills`, for each node the number of its own, and the legend."""

    fills: tuple[str, ...]
    fill: Ints
    section: LegendSection | None


@dataclass(frozen=True, kw_only=True, slots=True)
class Category:
    """What nodes are told apart by: for each a place in `names`, −1 for what is not known."""

    values: Ints
    names: Sequence[Value]


def shaped(nodes: NodeColumns) -> Ints:
    """For each node the number of its sector in ORDER."""
    return np.where(nodes.sector < 0, len(SECTORS), nodes.sector)


def by_sector(shape: Ints, colours: Palette) -> Filled:
    """Sectors in their own colours; colour and shape are one section of the legend."""
    fills = (*colours.categories[: len(SECTORS)], colours.unknown)
    entries = _sectors(shape, fills)
    section = LegendSection(variable="sector", title=message("Sector"), entries=entries)
    return Filled(fills=fills, fill=shape, section=section if entries else None)


def shapes(shape: Ints, colours: Palette) -> LegendSection | None:
    """The sectors as shapes alone, where colours say something else."""
    entries = _sectors(shape, [colours.unknown] * len(ORDER))
    section = LegendSection(variable="shape", title=message("Shape: sector"), entries=entries)
    return section if entries else None


def alike(count: int, colours: Palette) -> Filled:
    """All nodes in one colour, which says nothing."""
    return Filled(fills=(colours.plain,), fill=np.zeros(count, dtype=np.int64), section=None)


def by_category(category: Category, what: str, colours: Palette) -> Filled:
    """Kinds, areas, groups or themes: the commonest in colours of their own."""
    classes = commonest(category.values, len(colours.categories), category.names)
    return _coloured(classes, colours.categories, colours, what)


def by_measure(values: Floats, what: str, colours: Palette) -> Filled:
    """A measure in five classes, the highest darkest."""
    classes = ranked(values, len(colours.ranks))
    count = len(classes.labels)
    steps = np.linspace(len(colours.ranks) - 1, 0, count).round().astype(int)[::-1].tolist()
    return _coloured(classes, [colours.ranks[step] for step in steps], colours, what)


def category(nodes: NodeColumns, what: str) -> Category:
    """The kinds, areas or groups of the nodes."""
    if what == "kind":
        return Category(values=nodes.kind, names=[words for _, words in nodes.kinds])
    if what == "area":
        return Category(values=nodes.area, names=nodes.areas)
    return Category(values=nodes.group, names=[name for _, name in nodes.groups])


def _sectors(shape: Ints, fills: Sequence[str]) -> tuple[LegendEntry, ...]:
    """The sectors seen, unknown last."""
    counts = np.bincount(shape, minlength=len(ORDER)).tolist()
    return tuple(
        LegendEntry(
            label=sector_label(sector),
            count=counts[index],
            mark=Mark(colour=fills[index], shape=SHAPES[sector]),
            unknown=sector is None,
            code=sector or "unknown",
        )
        for index, sector in enumerate(ORDER)
        if counts[index]
    )


def _coloured(classes: Classes, ramp: Sequence[str], colours: Palette, what: str) -> Filled:
    ends = ((OTHER, colours.other, message("Other")), (UNKNOWN, colours.unknown, NOT_KNOWN))
    own = tuple(ramp[: len(classes.labels)])
    codes = classes.codes
    fill = np.where(codes == OTHER, len(own), np.where(codes == UNKNOWN, len(own) + 1, codes))
    entries = [
        LegendEntry(label=label, count=classes.count(code), mark=Mark(colour=own[code]))
        for code, label in enumerate(classes.labels)
    ]
    entries += [
        LegendEntry(label=label, count=count, mark=Mark(colour=colour), unknown=code == UNKNOWN)
        for code, colour, label in ends
        if (count := classes.count(code))
    ]
    section = LegendSection(
        variable="colour",
        title=message("Colour: {what}", what=COLOURS[what]),
        entries=tuple(entries),
    )
    return Filled(
        fills=(*own, *(colour for _, colour, _ in ends)),
        fill=fill,
        section=section if entries else None,
    )
