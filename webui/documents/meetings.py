"""Collaborations of three or more on paper, where the look shows them as hubs or outlines."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import numpy as np
import numpy.typing as npt

from matcher.network.picture import MapPicture
from matcher.network.together import FROM, together
from webui.documents.hulls import outline
from webui.maps.look import Styled
from webui.maps.look.palettes import palette

Points = npt.NDArray[np.float64]

HUB_RADIUS, SPOKE_WIDTH, HULL_MARGIN = 2.4, 0.5, 9.0
PAST_DASHES = [2.0, 2.0]


def stay_ties(picture: MapPicture, styled: Styled) -> npt.NDArray[np.bool_]:
    """For each tie whether it is drawn: not those that a hub or an outline says already."""
    if styled.look.together == "ties":
        return np.ones(len(picture.ties), dtype=np.bool_)
    return together(picture.columns).rest


def hulls(picture: MapPicture, styled: Styled, spots: Points) -> list[dict[str, Any]]:
    """An outline around the members of each collaboration, if the look has outlines."""
    if styled.look.together != "hulls":
        return []
    colour = palette(styled.look.palette).line
    return [
        {"colour": colour, "dashes": [] if current else PAST_DASHES, "at": at}
        for members, current in _shown(picture)
        for at in [outline(spots[members], HULL_MARGIN).round(1).tolist()]
    ]


def hubs(picture: MapPicture, styled: Styled, spots: Points) -> list[list[float]]:
    """x, y and radius of a hub amid the members of each collaboration, if the look has hubs."""
    if styled.look.together != "hubs":
        return []
    return [
        [*spots[members].mean(axis=0).round(1).tolist(), HUB_RADIUS]
        for members, _ in _shown(picture)
    ]


def spokes(picture: MapPicture, styled: Styled, spots: Points) -> list[dict[str, Any]]:
    """The lines from hubs to members: those of collaborations that are over, and the others."""
    if styled.look.together != "hubs":
        return []
    at: dict[bool, list[list[float]]] = {False: [], True: []}
    for members, current in _shown(picture):
        x, y = spots[members].mean(axis=0).round(1).tolist()
        at[current] += [[x, y, *end] for end in spots[members].round(1).tolist()]
    colour = palette(styled.look.palette).line
    return [
        {
            "colour": colour,
            "dashes": [] if current else PAST_DASHES,
            "width": SPOKE_WIDTH,
            "at": lines,
        }
        for current, lines in at.items()
        if lines
    ]


def _shown(picture: MapPicture) -> Iterator[tuple[list[int], bool]]:
    """The members of each collaboration of three or more, as rows, and whether it goes on."""
    row = {key: number for number, key in enumerate(picture.columns.nodes.ids)}
    for each in picture.collaborations:
        if len(each.members) >= FROM:
            yield [row[key] for key in each.members], each.current
