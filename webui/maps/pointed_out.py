"""What the address points out on a map, for its legend: organisations and proposed ties."""

from __future__ import annotations

from dataclasses import replace

from matcher.network.picture import MapPicture
from matcher.wording.message import message
from webui.maps.compact import Extra
from webui.maps.look.legend import Legend, LegendEntry, LegendSection, Line, Mark

COLOUR = "#8a2c7c"
"""Of rings and of proposed ties; the script's theme has the same."""
DOTS = (1, 4)


def pointed_out(legend: Legend, picture: MapPicture, extra: Extra) -> Legend:
    """The legend of a map that also rings some organisations or draws proposed ties."""
    shown = set(picture.columns.nodes.ids)
    rings = len(shown.intersection(extra.marked))
    dotted = sum(shown.issuperset(pair) for pair in extra.joins)
    entries = []
    if rings:
        mark = Mark(colour=COLOUR, shape="ring")
        entries.append(LegendEntry(label=message("Organisations"), count=rings, mark=mark))
    if dotted:
        line = Line(colour=COLOUR, dashes=DOTS)
        entries.append(LegendEntry(label=message("Ties that would help"), count=dotted, line=line))
    if not entries:
        return legend
    section = LegendSection(
        variable="pointed_out", title=message("Pointed out"), entries=tuple(entries)
    )
    return replace(legend, sections=(*legend.sections, section))
