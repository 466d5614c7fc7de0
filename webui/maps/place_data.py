"""What the script of the geographic map draws: organisations, ties and areas as columns."""

from __future__ import annotations

from typing import Any

import numpy as np

from matcher.landscape import SECTORS
from matcher.network.picture import MapPicture
from matcher.network.place.picture import PlacePicture, coarse
from matcher.wording.labels import sector_label
from matcher.wording.say import say
from webui.maps.look import Styled
from webui.maps.look.legend import Variable
from webui.maps.shades import shade_of, shades

UNSEEN: tuple[Variable, ...] = ("together", "groups")
"""Of a network map's legend: what the geographic map does not show."""

GRID = 2_000
"""Outlines are drawn on a grid of so many steps across what is seen: no screen shows more."""


def place_data(
    picture: MapPicture, place: PlacePicture, styled: Styled, language: str
) -> dict[str, Any]:
    """Columns of organisations in the picture's order, ties by their numbers, areas with rings.

    Degrees have five decimals (a metre); null where a place is not known. Protected fields are not
    on maps.
    """
    nodes, ties = picture.columns.nodes, picture.columns.ties
    return {
        "nodes": {
            "ids": nodes.ids,
            "names": nodes.names,
            "lat": _degrees(place.lat),
            "lon": _degrees(place.lon),
            "how": place.how.tolist(),
            "radius": np.round(styled.radius, 1).tolist(),
            "fill": styled.fill.tolist(),
            "shape": styled.shape.tolist(),
            "sector": nodes.sector.tolist(),
            "kind": nodes.kind.tolist(),
            "area": nodes.area.tolist(),
            "ties": nodes.ties.tolist(),
        },
        "ties": {
            "a": ties.a.tolist(),
            "b": ties.b.tolist(),
            "line": styled.line.tolist(),
            "width": np.round(styled.width, 1).tolist(),
        },
        "fills": styled.fills,
        "shapes": styled.shapes,
        "lines": [{"colour": line.colour, "dashes": line.dashes} for line in styled.lines],
        "sectors": [say(sector_label(each), language) for each in (*SECTORS, None)],
        "kinds": [say(words, language) for _, words in nodes.kinds],
        "areas": nodes.areas,
        "counted": areas_data(place),
        "box": place.box,
    }


def areas_data(place: PlacePicture) -> list[dict[str, Any]]:
    """The areas counted: name, number, colour, middle and rings, longitude first."""
    classes = shades([area.count for area in place.areas])
    step = grid(place)
    return [
        {
            "id": area.bound.id,
            "name": area.bound.name,
            "count": area.count,
            "colour": shade_of(area.count, classes),
            "centre": [round(each, 5) for each in area.bound.centre],
            "polygons": [
                [ring.tolist() for ring in polygon] for polygon in coarse(area.bound.outline, step)
            ],
        }
        for area in place.areas
    ]


def grid(place: PlacePicture) -> float:
    """How fine outlines are drawn, in degrees."""
    if place.box is None:
        return 1e-5
    west, south, east, north = place.box
    return max((east - west) / GRID, (north - south) / GRID, 1e-5)


def _degrees(values: np.ndarray[Any, np.dtype[np.float64]]) -> list[float | None]:
    return [None if value != value else value for value in np.round(values, 5).tolist()]
