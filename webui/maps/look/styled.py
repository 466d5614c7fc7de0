"""A picture as it is drawn: for every node and tie what it looks like, and what that means."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

import numpy as np

from matcher.network.evidence import Bools
from matcher.network.picture import MapPicture
from matcher.network.unwritten import UNWRITTEN
from matcher.wording.message import Value, message
from webui.maps.look import nodes, sheets, sizes, ties
from webui.maps.look.classes import Floats, Ints
from webui.maps.look.legend import Legend, LegendEntry, LegendSection, Line, Mark
from webui.maps.look.nodes import Category
from webui.maps.look.palettes import Palette, palette
from webui.maps.look.words import MEASURES, Look

Measures = Mapping[str, Mapping[str, float | None]]
"""The values of organisations by their ids, by the name of the measure."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Styled:
    """What n nodes and m ties look like, in the order of the picture, and the legend.

    `fill`, `shape` (n) and `line` (m) are numbers in `fills`, `shapes` and `lines`; `radius` (n)
    and `width` (m) are pixels at a map's natural size. `unwritten` (m) are the ties with the mark
    of no written agreement. `look` is the one that is drawn: a measure
    that is not known has been replaced by the usual one, which the legend's notes say.
    """

    look: Look
    fills: tuple[str, ...]
    fill: Ints
    shapes: tuple[str, ...]
    shape: Ints
    radius: Floats
    lines: tuple[Line, ...]
    line: Ints
    width: Floats
    unwritten: Bools
    legend: Legend


def styled(
    picture: MapPicture,
    look: Look,
    measures: Measures | None = None,
    themes: Category | None = None,
) -> Styled:
    """The picture in a look; `measures` and `themes` only where the look needs them.

    `webui.maps.dressing` fetches both. Without a measure that is asked for, sectors and ties are
    shown instead and the legend says so.
    """
    known = measures or {}
    drawn, notes = _possible(look, known)
    colours = palette(drawn.palette)
    columns = picture.columns
    shape = nodes.shaped(columns.nodes)
    filled = _filled(picture, drawn, known, themes, shape, colours)
    sizing = _values(picture, drawn.size, known)
    lined = ties.drawn(columns.ties, drawn.lines, colours, picture.as_of)
    marked = sheets.sheets(columns, picture.view, drawn)
    sections = (
        filled.section,
        None if drawn.colour == "sector" else nodes.shapes(shape, colours),
        sizes.sizes(columns.nodes, drawn.size, sizing, colours.unknown),
        lined.section,
        sheets.explained(marked, colours),
        ties.thicknesses(columns.ties, drawn.width, colours),
        _together(picture, drawn, colours),
        _groups(picture),
    )
    return Styled(
        look=drawn,
        fills=filled.fills,
        fill=filled.fill,
        shapes=tuple(nodes.SHAPES[sector] for sector in nodes.ORDER),
        shape=shape,
        radius=sizes.sized(columns.nodes, drawn.size, sizing),
        lines=lined.lines,
        line=lined.line,
        width=ties.widths(columns.ties, drawn.width),
        unwritten=np.zeros(len(columns.ties), np.bool_) if marked is None else marked == UNWRITTEN,
        legend=Legend(sections=tuple(each for each in sections if each is not None), notes=notes),
    )


def _possible(look: Look, known: Measures) -> tuple[Look, tuple[Value, ...]]:
    """The look without the measures that are not known, and a note on each of them."""
    missing = [name for name in look.measures if name not in known]
    usual = Look()
    drawn = replace(
        look,
        colour=usual.colour if look.colour in missing else look.colour,
        size=usual.size if look.size in missing else look.size,
    )
    return drawn, tuple(
        message("“{measure}” has not been computed yet.", measure=MEASURES[name])
        for name in missing
    )


def _filled(
    picture: MapPicture,
    look: Look,
    known: Measures,
    themes: Category | None,
    shape: Ints,
    colours: Palette,
) -> nodes.Filled:
    if look.colour == "sector":
        return nodes.by_sector(shape, colours)
    if look.colour == "none":
        return nodes.alike(len(shape), colours)
    values = _values(picture, look.colour, known)
    if values is not None:
        return nodes.by_measure(values, look.colour, colours)
    if look.colour == "theme":
        told = themes or Category(values=np.full(len(shape), -1, dtype=np.int64), names=())
    else:
        told = nodes.category(picture.columns.nodes, look.colour)
    return nodes.by_category(told, look.colour, colours)


def _values(picture: MapPicture, word: str, known: Measures) -> Floats | None:
    """The measure that a word asks for, nan where it is not known; None if it is no measure."""
    if word not in known:
        return None
    found = map(known[word].get, picture.columns.nodes.ids)
    return np.array([np.nan if value is None else value for value in found], dtype=np.float64)


def _together(picture: MapPicture, look: Look, colours: Palette) -> LegendSection | None:
    if look.together == "ties":
        return None
    many = int((picture.columns.undertakings.count > 2).sum())
    if not many:
        return None
    hubs = look.together == "hubs"
    label = (
        message("A hub: organisations in one collaboration")
        if hubs
        else message("An outline: organisations in one collaboration")
    )
    mark = Mark(colour=colours.line, shape="hub" if hubs else "hull")
    return LegendSection(
        variable="together",
        title=message("Collaborations of three or more"),
        entries=(LegendEntry(label=label, count=many, mark=mark),),
    )


def _groups(picture: MapPicture) -> LegendSection | None:
    count = len(picture.groups)
    if not count:
        return None
    label = message("A group that mostly works with each other")
    entry = LegendEntry(label=label, count=count, mark=Mark(colour="#dfe5e6", shape="group"))
    return LegendSection(variable="groups", title=message("Groups"), entries=(entry,))
