"""The mark of ties without a written agreement: an empty sheet in the middle of the line."""

from __future__ import annotations

from matcher.network.columns import Columns
from matcher.network.picture import MapView
from matcher.network.unwritten import NOT_KNOWN, UNWRITTEN, unwritten
from matcher.wording.labels import NOT_KNOWN as NOT_KNOWN_LABEL
from matcher.wording.message import message
from webui.maps.look.classes import Ints
from webui.maps.look.legend import LegendEntry, LegendSection, Mark
from webui.maps.look.palettes import Palette
from webui.maps.look.words import Look


def sheets(columns: Columns, view: MapView, look: Look) -> Ints | None:
    """What `matcher.network.unwritten` says of each tie; None where the map does not mark it."""
    near = view.around is not None or view.collaboration is not None
    if look.unwritten == "nowhere" or (look.unwritten == "near" and not near):
        return None
    return unwritten(columns, view.collaboration)


def explained(found: Ints | None, colours: Palette) -> LegendSection | None:
    """How many have the mark, and of how many it is not known: these have none."""
    if found is None:
        return None
    mark = Mark(colour=colours.line, shape="sheet")
    counted = (
        (LegendEntry(label=message("None in writing"), mark=mark), UNWRITTEN),
        (LegendEntry(label=NOT_KNOWN_LABEL, unknown=True), NOT_KNOWN),
    )
    entries = tuple(
        LegendEntry(label=each.label, mark=each.mark, unknown=each.unknown, count=count)
        for each, word in counted
        if (count := int((found == word).sum()))
    )
    title = message("Ties: {what}", what=message("Agreement"))
    return LegendSection(variable="unwritten", title=title, entries=entries) if entries else None
