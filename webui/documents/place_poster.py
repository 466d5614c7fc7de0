"""The geographic map as a picture: areas with their counts, ties as arcs, marks, legend, source."""

from __future__ import annotations

from typing import Any

import numpy as np

from matcher.landscape.arrays import FloatArray
from matcher.network.place.picture import PlacePicture
from matcher.wording.message import Value, message, messages_n
from webui.documents.letters import letters
from webui.documents.poster import HEIGHT, MARGIN, WIDTH, legend_data, plain
from webui.documents.typeset import Form, typeset
from webui.maps.place_data import UNSEEN, areas_data
from webui.maps.shades import shades
from webui.maps.sheet import Sheet

HEAD, FOOT, LEGEND, GUTTER = 66.0, 40.0, 190.0, 18.0
BEND = 0.12
"""How far an arc bows, as a part of the way between its ends."""
MOST_ARCS = 4_000
"""Of more ties the strongest are drawn: the others would be one dark cloud."""
LEAST_RADIUS, MOST_RADIUS = 1.6, 5.0


def place_poster(drawn: Sheet, place: PlacePicture, form: Form = "png") -> bytes:
    """The sheet as PNG, PDF or SVG; where nothing has a place it says so."""
    return typeset("place", _data(drawn, place), form)


def _data(drawn: Sheet, place: PlacePicture) -> dict[str, Any]:
    language = drawn.language
    width = WIDTH - 2 * MARGIN - LEGEND - GUTTER
    height = HEIGHT - 2 * MARGIN - HEAD - FOOT
    about = [*drawn.conditions, drawn.shown, *_unplaced(place)]
    as_of = drawn.picture.as_of
    legend = drawn.styled.legend.without(*UNSEEN)
    return {
        "title": plain(drawn.title, language),
        "about": " ".join(plain(each, language) for each in about),
        "language": language,
        "day": [as_of.year, as_of.month, as_of.day],
        "page": {"width": WIDTH, "height": HEIGHT, "margin": MARGIN, "head": HEAD},
        "gutter": GUTTER,
        "scene": {"width": width, "height": height, **_scene(drawn, place, width, height)},
        "legend": [*_counts(place, language), *legend_data(legend, language)],
        "source": " ".join(plain(each, language) for each in (drawn.source, *_sources(place))),
    }


def _unplaced(place: PlacePicture) -> list[Value]:
    n = place.unplaced
    told = messages_n(
        "{n} organisation without a known place.", "{n} organisations without a known place.", n=n
    )
    return [told] if n else []


def _sources(place: PlacePicture) -> list[Value]:
    named = sorted({area.bound.source for area in place.areas if area.bound.source})
    return [message("Boundaries: {source}.", source=each) for each in named]


def _counts(place: PlacePicture, language: str) -> list[dict[str, Any]]:
    classes = shades([area.count for area in place.areas])
    if not classes:
        return []
    entries = [
        {
            "text": str(each.low) if each.low == each.high else f"{each.low}–{each.high}",
            "shade": each.colour,
        }
        for each in classes
    ]
    return [{"title": plain(message("Organisations in an area"), language), "entries": entries}]


def _scene(drawn: Sheet, place: PlacePicture, width: float, height: float) -> dict[str, Any]:
    if place.box is None:
        return {"areas": [], "arcs": [], "marks": []}
    to_sheet = _fitted(place.box, width, height)
    spots = to_sheet(np.column_stack([place.lon, place.lat]))
    areas = areas_data(place)
    for area in areas:
        area["at"] = to_sheet(np.array([area.pop("centre")])).round(1).tolist()[0]
        area["name"] = letters().known(area["name"])
        area["count"] = str(area["count"])
        area["rings"] = [
            to_sheet(np.array(ring)).round(1).tolist()
            for polygon in area.pop("polygons")
            for ring in polygon
        ]
    return {
        "areas": areas,
        "arcs": _arcs(drawn, place, spots),
        "marks": _marks(drawn, place, spots),
    }


def _fitted(box: tuple[float, float, float, float], width: float, height: float) -> Any:
    """From degrees to points of the sheet, north up, a kilometre as long each way in the middle."""
    west, south, east, north = box
    narrow = float(np.cos(np.radians((south + north) / 2)))
    wide, tall = max((east - west) * narrow, 1e-4), max(north - south, 1e-4)
    scale = 0.94 * min(width / wide, height / tall)

    def to_sheet(degrees: FloatArray) -> FloatArray:
        x = (degrees[:, 0] - (west + east) / 2) * narrow * scale + width / 2
        y = ((south + north) / 2 - degrees[:, 1]) * scale + height / 2
        return np.column_stack([x, y])

    return to_sheet


def _arcs(drawn: Sheet, place: PlacePicture, spots: FloatArray) -> list[dict[str, Any]]:
    """Curves by kind of tie: from, bend, to."""
    ties, styled = drawn.picture.columns.ties, drawn.styled
    known = np.flatnonzero((place.how[ties.a] >= 0) & (place.how[ties.b] >= 0))
    known = known[np.argsort(-ties.strength[known], kind="stable")][:MOST_ARCS]
    made = []
    for kind, line in enumerate(styled.lines):
        chosen = known[styled.line[known] == kind]
        if not len(chosen):
            continue
        a, b = spots[ties.a[chosen]], spots[ties.b[chosen]]
        across = (b - a)[:, ::-1] * [1, -1]
        parts = np.hstack([a, (a + b) / 2 + across * BEND, b])
        made.append(
            {
                "colour": line.colour,
                "dashes": [round(each * 0.4, 2) for each in line.dashes],
                "width": 0.5,
                "at": parts.round(1).tolist(),
            }
        )
    return made


def _marks(drawn: Sheet, place: PlacePicture, spots: FloatArray) -> list[dict[str, Any]]:
    styled = drawn.styled
    radius = np.clip(styled.radius * 0.35, LEAST_RADIUS, MOST_RADIUS)
    made = []
    for shape, shape_name in enumerate(styled.shapes):
        for fill, colour in enumerate(styled.fills):
            chosen = (place.how >= 0) & (styled.shape == shape) & (styled.fill == fill)
            if chosen.any():
                at = np.column_stack([spots, radius])[chosen].round(2).tolist()
                made.append({"shape": shape_name, "colour": colour, "at": at})
    return made
