"""How large the organisations of a map are drawn, and what that means."""

from __future__ import annotations

import numpy as np

from matcher.network.columns import NodeColumns
from matcher.wording.labels import NOT_KNOWN
from matcher.wording.message import message
from webui.maps.look.classes import Floats
from webui.maps.look.legend import LegendEntry, LegendSection, Mark
from webui.maps.look.numbers import writer
from webui.maps.look.words import SIZES

SAME, SMALLEST, LARGEST, NOT_MEASURED = 11.0, 8.0, 24.0, 6.0
"""Radii in pixels: of all alike, of the lowest and highest value, of one that is not known."""


def sized(nodes: NodeColumns, size: str, values: Floats | None) -> Floats:
    """The radius of each node in pixels; `values` are those of the measure, if it is one.

    By ties, nodes have the sizes of the whole network, so that a filter changes none.
    """
    if values is not None:
        return radii(values)
    return np.full(len(nodes), SAME) if size == "same" else nodes.size


def radii(values: Floats) -> Floats:
    """Areas that grow with a measure; what is not known is smaller than anything that is."""
    known = ~np.isnan(values)
    most = float(values.max(initial=0.0, where=known)) or 1.0
    shares = np.clip(np.where(known, values, 0.0) / most, 0.0, 1.0)
    return np.where(known, SMALLEST + (LARGEST - SMALLEST) * np.sqrt(shares), NOT_MEASURED)


def sizes(nodes: NodeColumns, size: str, values: Floats | None, fill: str) -> LegendSection | None:
    """What size means: the lowest and highest value of those shown, and what is not known."""
    if size == "same" or not len(nodes) or (values is None and not nodes.all_ties.any()):
        return None
    radius = sized(nodes, size, values)
    counted = nodes.all_ties.astype(np.float64) if values is None else values
    known = np.flatnonzero(~np.isnan(counted))
    entries = []
    if len(known):
        write = writer(float(counted[known].max()))
        low, high = known[[counted[known].argmin(), counted[known].argmax()]].tolist()
        for row in (low, high) if counted[low] != counted[high] else (low,):
            mark = Mark(colour=fill, radius=round(float(radius[row]), 1))
            entries.append(LegendEntry(label=write(float(counted[row])), mark=mark))
    if len(known) < len(counted):
        mark = Mark(colour=fill, radius=NOT_MEASURED)
        missing = len(counted) - len(known)
        entries.append(LegendEntry(label=NOT_KNOWN, count=missing, mark=mark, unknown=True))
    if values is None and (nodes.ties != nodes.all_ties).any():
        title = message("Size: number of ties in the whole network")
    else:
        title = message("Size: {what}", what=SIZES[size])
    return LegendSection(variable="size", title=title, entries=tuple(entries))
