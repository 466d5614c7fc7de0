"""A picture as it is drawn: for every node and tie what it looks like, and what that means."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from matcher.network.picture import MapPicture
from matcher.wording.message import Value, message
from webui.maps.look import nodes, ties
from webui.maps.look.classes import Floats, Ints
from webui.maps.look.legend import Legend, LegendEntry, LegendSection, Line, Mark
from webui.maps.look.palettes import Palette, palette
from webui.maps.look.words import MEASURES, Look

Measures = Mapping[str, nodes.Measured]
"""The values of organisations by their ids, by the name of the measure."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Styled:
    """What n nodes and m ties look like, in the order of the picture, and the legend.

    `fill`, `shape` (n) and `line` (m) are numbers in `fills`, `shapes` and `lines`; `radius` (n)
    and `width` (m) are pixels at a map's natural size. `look` is the one that is drawn: a measure
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
    legend: Legend


def styled(
    picture: MapPicture,
    look: Look,
    measures: Measures | None = None,
    themes: nodes.Themes | None = None,
) -> Styled:
    """The picture in a look; `measures` and `themes` only where the look needs them.

    `webui.maps.dressing` fetches both. Without a measure that is asked for, sectors and ties are
    shown instead and the legend says so.
    """
    known = measures or {}
    drawn, notes = _possible(look, known)
    colours = palette(drawn.palette)
    shape = nodes.shaped(picture.nodes)
    filled = _filled(picture, drawn, known, themes or {}, shape, colours)
    values = _values(picture, drawn.size, known)
    lined = ties.drawn(picture.ties, drawn.lines, colours, picture.as_of)
    return Styled(
        look=drawn,
        fills=filled.fills,
        fill=filled.fill,
        shapes=tuple(nodes.SHAPES[sector] for sector in nodes.ORDER),
        shape=shape,
        radius=nodes.sized(picture.nodes, drawn.size, values),
        lines=lined.lines,
        line=lined.line,
        width=ties.widths(picture.ties, drawn.width),
        legend=Legend(
            sections=tuple(
                section
                for section in (
                    filled.section,
                    _shapes(drawn, shape, colours),
                    nodes.sizes(picture, drawn.size, values, colours.unknown),
                    lined.section,
                    ties.thicknesses(picture.ties, drawn.width, colours),
                    _together(picture, drawn, colours),
                    _groups(picture),
                )
                if section is not None
            ),
            notes=notes,
        ),
    )


def _possible(look: Look, known: Measures) -> tuple[Look, tuple[Value, ...]]:
    """The look without the measures that are not known, and a note on each of them."""
    missing = [name for name in look.measures if name not in known]
    if not missing:
        return look, ()
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
    themes: nodes.Themes,
    shape: Ints,
    colours: Palette,
) -> nodes.Filled:
    if look.colour == "sector":
        return nodes.by_sector(shape, colours)
    if look.colour == "none":
        return nodes.alike(picture.nodes, colours)
    values = _values(picture, look.colour, known)
    if values is not None:
        return nodes.by_measure(values, look.colour, colours)
    return nodes.by_category(picture, look.colour, themes, colours)


def _values(picture: MapPicture, word: str, known: Measures) -> Floats | None:
    return nodes.measured(picture.nodes, known[word]) if word in known else None


def _shapes(look: Look, shape: Ints, colours: Palette) -> LegendSection | None:
    if look.colour == "sector":
        return None
    return nodes.sectors("shape", shape, [colours.unknown] * len(nodes.ORDER))


def _together(picture: MapPicture, look: Look, colours: Palette) -> LegendSection | None:
    many = sum(len(each.members) > 2 for each in picture.collaborations)
    if look.together == "ties" or not many:
        return None
    label = (
        message("A hub: organisations in one collaboration")
        if look.together == "hubs"
        else message("An outline: organisations in one collaboration")
    )
    entry = LegendEntry(label=label, count=many, mark=Mark(colour=colours.line, shape="hub"))
    return LegendSection(
        variable="together", title=message("Collaborations of three or more"), entries=(entry,)
    )


def _groups(picture: MapPicture) -> LegendSection | None:
    if not picture.groups:
        return None
    label = message("A group that mostly works with each other")
    entry = LegendEntry(label=label, count=len(picture.groups), mark=Mark(colour="", shape="group"))
    return LegendSection(variable="groups", title=message("Groups"), entries=(entry,))
