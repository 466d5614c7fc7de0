"""How the organisations of a map are drawn: colour, shape and size, and what they mean."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from matcher.landscape import SECTORS
from matcher.network.picture import MapNode, MapPicture
from matcher.wording.labels import NOT_KNOWN, sector_label
from matcher.wording.message import Value, Words, message
from webui.maps.look.classes import OTHER, UNKNOWN, Classes, Floats, Ints, commonest, ranked
from webui.maps.look.legend import LegendEntry, LegendSection, Mark
from webui.maps.look.numbers import writer
from webui.maps.look.palettes import Palette
from webui.maps.look.words import COLOURS, MEASURES, SIZES

ORDER: tuple[str | None, ...] = (*SECTORS, None)
SHAPES: Mapping[str | None, str] = {
    "association": "dot",
    "public": "square",
    "business": "triangle",
    None: "diamond",
}
"""The shape of a sector, whatever the colours say: so nothing is told by colour alone."""

SAME, SMALLEST, LARGEST, NOT_MEASURED = 11.0, 8.0, 24.0, 6.0
"""Radii in pixels: of all alike, of the lowest and highest value, of one that is not known."""

Measured = Mapping[str, float | None]
Themes = Mapping[str, Sequence[tuple[str, Words]]]
"""The themes of an organisation by its id, as (id of the term, words)."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Filled:
    """Colours that nodes have: `fills`, for each node the number of its own, and the legend."""

    fills: tuple[str, ...]
    fill: Ints
    section: LegendSection | None


def shaped(nodes: Sequence[MapNode]) -> Ints:
    """For each node the number of its sector in ORDER."""
    number = {sector: index for index, sector in enumerate(ORDER)}
    return np.array([number[node.sector] for node in nodes], dtype=np.int64)


def by_sector(shape: Ints, colours: Palette) -> Filled:
    """Sectors in their own colours; colour and shape are one section of the legend."""
    fills = (*colours.categories[: len(SECTORS)], colours.unknown)
    return Filled(fills=fills, fill=shape, section=sectors("sector", shape, fills))


def sectors(variable: str, shape: Ints, fills: Sequence[str]) -> LegendSection | None:
    """The sectors seen, unknown last: "sector", or "shape" where the colours say something else."""
    counts = np.bincount(shape, minlength=len(ORDER)).tolist()
    entries = tuple(
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
    title = message("Sector") if variable == "sector" else message("Shape: sector")
    if not entries:
        return None
    return LegendSection(
        variable="sector" if variable == "sector" else "shape", title=title, entries=entries
    )


def alike(nodes: Sequence[MapNode], colours: Palette) -> Filled:
    """All nodes in one colour, which says nothing."""
    return Filled(fills=(colours.plain,), fill=np.zeros(len(nodes), dtype=np.int64), section=None)


def by_category(picture: MapPicture, colour: str, themes: Themes, colours: Palette) -> Filled:
    """Kinds, areas, groups or themes: the commonest in colours of their own."""
    values, names = _categories(picture, colour, themes)
    classes = commonest(values, len(colours.categories), names)
    return _coloured(classes, colours.categories, colours, _title(colour))


def by_measure(values: Floats, colour: str, colours: Palette) -> Filled:
    """A measure in five classes, the highest darkest."""
    classes = ranked(values, len(colours.ranks))
    count = len(classes.labels)
    steps = np.linspace(0, len(colours.ranks) - 1, count).round().astype(int).tolist()
    ramp = tuple(colours.ranks[step] for step in steps) if count > 1 else colours.ranks[-1:]
    return _coloured(classes, ramp[:count], colours, _title(colour))


def measured(nodes: Sequence[MapNode], values: Measured) -> Floats:
    """A measure of each node, nan where it is not known."""
    found = (values.get(node.id) for node in nodes)
    return np.array([np.nan if value is None else value for value in found], dtype=np.float64)


def sized(nodes: Sequence[MapNode], size: str, values: Floats | None) -> Floats:
    """The radius of each node in pixels; `values` are those of the measure, if it is one."""
    if values is not None:
        return radii(values)
    if size == "same":
        return np.full(len(nodes), SAME)
    return np.array([node.size for node in nodes], dtype=np.float64)


def radii(values: Floats) -> Floats:
    """Areas that grow with a measure; what is not known is smaller than anything that is."""
    known = ~np.isnan(values)
    most = float(values[known].max()) if known.any() else 0.0
    shares = np.clip(np.where(known, values, 0.0) / (most or 1.0), 0.0, 1.0)
    return np.where(known, SMALLEST + (LARGEST - SMALLEST) * np.sqrt(shares), NOT_MEASURED)


def sizes(picture: MapPicture, size: str, values: Floats | None, fill: str) -> LegendSection | None:
    """What size means: the lowest and highest value shown, and what is not known."""
    if size == "same" or not picture.nodes or (values is None and not picture.ties):
        return None
    if values is None:
        counted = np.array([node.ties for node in picture.nodes], dtype=np.float64)
        drawn = np.array([node.size for node in picture.nodes], dtype=np.float64)
    else:
        counted, drawn = values, radii(values)
    known = np.flatnonzero(~np.isnan(counted))
    entries = []
    if len(known):
        write = writer(float(counted[known].max()))
        ends = known[[counted[known].argmin(), counted[known].argmax()]].tolist()
        for row in ends if counted[ends[0]] != counted[ends[1]] else ends[:1]:
            mark = Mark(colour=fill, radius=round(float(drawn[row]), 1))
            entries.append(LegendEntry(label=write(float(counted[row])), mark=mark))
    if len(known) < len(counted):
        entries.append(
            LegendEntry(
                label=NOT_KNOWN,
                count=len(counted) - len(known),
                mark=Mark(colour=fill, radius=NOT_MEASURED),
                unknown=True,
            )
        )
    title = message("Size: {what}", what=SIZES[size])
    return LegendSection(variable="size", title=title, entries=tuple(entries))


def _coloured(classes: Classes, ramp: tuple[str, ...], colours: Palette, title: Value) -> Filled:
    extra = ((OTHER, colours.other, message("Other")), (UNKNOWN, colours.unknown, NOT_KNOWN))
    fills = (*ramp, *(colour for _, colour, _ in extra))
    fill = classes.codes.copy()
    fill[classes.codes == OTHER] = len(ramp)
    fill[classes.codes == UNKNOWN] = len(ramp) + 1
    entries = [
        LegendEntry(label=label, count=classes.count(code), mark=Mark(colour=ramp[code]))
        for code, label in enumerate(classes.labels)
    ]
    entries += [
        LegendEntry(
            label=label,
            count=classes.count(code),
            mark=Mark(colour=colour),
            unknown=code == UNKNOWN,
        )
        for code, colour, label in extra
        if classes.count(code)
    ]
    section = LegendSection(variable="colour", title=title, entries=tuple(entries))
    return Filled(fills=fills, fill=fill, section=section if entries else None)


def _title(colour: str) -> Value:
    return message("Colour: {what}", what=COLOURS[colour])


def _categories(
    picture: MapPicture, colour: str, themes: Themes
) -> tuple[list[str | None], Mapping[str, Value]]:
    """The value of each node, and what values are called."""
    nodes = picture.nodes
    if colour == "kind":
        return [n.kind for n in nodes], {n.kind: n.label for n in nodes if n.kind and n.label}
    if colour == "area":
        return [n.area for n in nodes], {}
    if colour == "group":
        return [n.group for n in nodes], {group.id: group.name for group in picture.groups}
    own = [themes.get(node.id, ()) for node in nodes]
    shared = Counter(term for terms in own for term, _ in terms)
    best = [
        min((t for t, _ in terms), key=lambda t: (-shared[t], t), default=None) for terms in own
    ]
    return list(best), {term: words for terms in own for term, words in terms}


def is_measure(word: str) -> bool:
    """Whether a word for colour or size is a measure of the network."""
    return word in MEASURES
