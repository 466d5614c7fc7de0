"""A map as what is drawn of it on paper: outlines, lines, marks and names, all in points.

What looks alike is drawn in one go, so that ten thousand nodes are a handful of shapes to the
program that sets the page.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from matcher.network.picture import MapPicture
from webui.documents import labels, meetings
from webui.documents.hulls import outline
from webui.documents.letters import letters
from webui.maps.look import Styled

Points = npt.NDArray[np.float64]

MOST_SCALE = 2.2
"""Points for a pixel of the map: a few organisations are not blown up over the whole sheet."""
LEAST_RADIUS, MOST_RADIUS = 0.7, 18.0
LEAST_WIDTH, MOST_WIDTH = 0.15, 2.0
STEPS = 6
"""So many widths of line are told apart on paper."""
LABEL = 7.0
LINE_HEIGHT = 1.25
LONGEST_LABEL = 42
GROUND_MARGIN = 6.0
SHEET_ROOM = 12.0
MOST_SHEETS = 600
"""Of more marks nobody sees the ties between them."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Frame:
    """The room that a picture has, in points."""

    width: float
    height: float


def scene(picture: MapPicture, styled: Styled, frame: Frame) -> dict[str, Any]:
    """The drawing as plain data for `map.typ`; an empty map has nothing to draw.

    Names stand in it as text, with characters that the font has.
    """
    places = np.array([[node.x, node.y] for node in picture.nodes], dtype=float).reshape(-1, 2)
    scale, spots = _fitted(places, float(styled.radius.max(initial=0.0)), frame)
    radius = np.clip(styled.radius * scale, LEAST_RADIUS, MOST_RADIUS)
    return {
        "width": frame.width,
        "height": frame.height,
        "grounds": _grounds(picture, spots),
        "hulls": meetings.hulls(picture, styled, spots),
        "lines": [*meetings.spokes(picture, styled, spots), *_lines(picture, styled, spots, scale)],
        "sheets": _sheets(picture, styled, spots),
        "hubs": meetings.hubs(picture, styled, spots),
        "marks": _marks(styled, spots, radius),
        "labels": _labels(picture, styled, spots, radius, frame),
        "label_size": LABEL,
    }


def _fitted(places: Points, largest: float, frame: Frame) -> tuple[float, Points]:
    """The scale that lets all of it be seen, and the places in the frame."""
    if not len(places):
        return 1.0, places
    low, high = places.min(axis=0) - largest, places.max(axis=0) + largest
    room = np.array([frame.width, frame.height])
    scale = min(float((room / np.maximum(high - low, 1.0)).min()), MOST_SCALE)
    return scale, (places - (low + high) / 2) * scale + room / 2


def _grounds(picture: MapPicture, spots: Points) -> list[list[list[float]]]:
    members: dict[str, list[int]] = defaultdict(list)
    for row, node in enumerate(picture.nodes):
        if node.group is not None:
            members[node.group].append(row)
    return [
        outline(spots[rows], GROUND_MARGIN).round(1).tolist() for _, rows in sorted(members.items())
    ]


def _lines(
    picture: MapPicture, styled: Styled, spots: Points, scale: float
) -> list[dict[str, Any]]:
    if not picture.ties:
        return []
    row = {node.id: number for number, node in enumerate(picture.nodes)}
    ends = np.array([(row[tie.a], row[tie.b]) for tie in picture.ties])
    drawn = np.hstack([spots[ends[:, 0]], spots[ends[:, 1]]]).round(1)
    widths = np.clip(styled.width * scale, LEAST_WIDTH, MOST_WIDTH)
    step = np.round(widths / MOST_WIDTH * STEPS).astype(int)
    drawn_at_all = meetings.stay_ties(picture, styled)
    made = []
    # The faintest kinds of tie are drawn first, so that they lie below the others.
    for kind in range(len(styled.lines) - 1, -1, -1):
        line = styled.lines[kind]
        of_kind = (styled.line == kind) & drawn_at_all
        for thick in np.unique(step[of_kind]).tolist():
            chosen = of_kind & (step == thick)
            width = max(LEAST_WIDTH, thick * MOST_WIDTH / STEPS)
            made.append(
                {
                    "colour": line.colour,
                    "dashes": [round(each * max(scale, 0.4), 2) for each in line.dashes],
                    "width": round(width, 2),
                    "at": drawn[chosen].tolist(),
                }
            )
    return made


def _sheets(picture: MapPicture, styled: Styled, spots: Points) -> list[list[float]]:
    """The middles of the ties without a written agreement, where there is room for a mark."""
    chosen = styled.unwritten & meetings.stay_ties(picture, styled)
    ends = picture.columns.ties.ends[chosen]
    one, other = spots[ends[:, 0]], spots[ends[:, 1]]
    apart = np.hypot(*(one - other).T) > SHEET_ROOM
    middles: list[list[float]] = ((one + other) / 2)[apart].round(1).tolist()
    return middles if len(middles) <= MOST_SHEETS else []


def _marks(styled: Styled, spots: Points, radius: Points) -> list[dict[str, Any]]:
    at = np.column_stack([spots, radius]).round(2)
    made = []
    for shape in range(len(styled.shapes)):
        for fill in range(len(styled.fills)):
            chosen = (styled.shape == shape) & (styled.fill == fill)
            if chosen.any():
                made.append(
                    {
                        "shape": styled.shapes[shape],
                        "colour": styled.fills[fill],
                        "at": at[chosen].tolist(),
                    }
                )
    return made


def _labels(
    picture: MapPicture, styled: Styled, spots: Points, radius: Points, frame: Frame
) -> list[dict[str, Any]]:
    if styled.look.labels == "none":
        return []
    font = letters()
    names = [_short(font.known(node.name)) for node in picture.nodes]
    placed = labels.place(
        [
            labels.Spot(x=x, y=y, radius=r, wide=font.width(name, LABEL))
            for (x, y), r, name in zip(spots.tolist(), radius.tolist(), names, strict=True)
        ],
        LABEL * LINE_HEIGHT,
        (0.0, 0.0, frame.width, frame.height),
        all_of_them=styled.look.labels == "all",
    )
    return [
        {"text": names[number], "x": round(left, 1), "y": round(top, 1)}
        for number, left, top in placed
    ]


def _short(name: str) -> str:
    return name if len(name) <= LONGEST_LABEL else f"{name[: LONGEST_LABEL - 1].rstrip()}…"
