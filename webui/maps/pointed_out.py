"""What the address points out on a map, for its legend: organisations and ties."""

from __future__ import annotations

from dataclasses import replace

from matcher.network.picture import MapPicture
from matcher.wording.message import message
from webui.maps.compact import Extra
from webui.maps.look.legend import Legend, LegendEntry, LegendSection, Line, Mark

COLOUR = "#8a2c7c"
"""Of rings and of proposed ties; the script's theme has the same."""
DOTS = (1, 4)

_PROPOSED = (message("Pointed out"), message("Organisations"), message("Ties that would help"))
_FALLS = (
    message("When the grant ends"),
    message("Would stand alone"),
    message("Ties that fall"),
)


def pointed_out(legend: Legend, picture: MapPicture, extra: Extra) -> Legend:
    """The legend of a map that also rings organisations, draws proposed ties or those that fall."""
    title, ringed, drawn = _FALLS if extra.falls else _PROPOSED
    shown = set(picture.columns.nodes.ids)
    rings = len(shown.intersection(extra.marked))
    dotted = sum(shown.issuperset(pair) for pair in extra.joins)
    entries = []
    if rings:
        mark = Mark(colour=COLOUR, shape="ring")
        entries.append(LegendEntry(label=ringed, count=rings, mark=mark))
    if dotted:
        line = Line(colour=COLOUR, dashes=DOTS)
        entries.append(LegendEntry(label=drawn, count=dotted, line=line))
    if not entries:
        return legend
    section = LegendSection(variable="pointed_out", title=title, entries=tuple(entries))
    return replace(legend, sections=(*legend.sections, section))
