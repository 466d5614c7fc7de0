"""The map as a poster: picture, title, legend, date and source on one sheet, without a browser."""

from __future__ import annotations

from typing import Any

from matcher.wording.message import Value, message
from matcher.wording.say import say
from webui.documents.letters import letters
from webui.documents.scene import Frame, scene
from webui.documents.typeset import Form, typeset
from webui.maps.look import Legend, LegendEntry
from webui.maps.sheet import Sheet

WIDTH, HEIGHT = 1190.55, 841.89
"""A3 landscape in points."""
MARGIN, HEAD, FOOT, LEGEND, GUTTER = 36.0, 66.0, 26.0, 190.0, 18.0
LEGEND_RADIUS, LARGEST_RADIUS = 4.5, 7.0


def poster(drawn: Sheet, form: Form) -> bytes:
    """The sheet as PDF, PNG or SVG; an empty map says that nobody is on it."""
    return typeset("poster", _data(drawn), form)


def legend_data(legend: Legend, language: str) -> list[dict[str, Any]]:
    """A legend as plain data for `map.typ`: texts in a language, with counts behind them."""
    return [
        {
            "title": plain(section.title, language),
            "entries": [_entry(entry, language) for entry in section.entries],
        }
        for section in legend.sections
    ]


def plain(value: Value, language: str) -> str:
    """A text that the documents' font can show."""
    return letters().known(say(value, language))


def described(drawn: Sheet) -> str:
    """What stands for the picture to those who cannot see it."""
    parts = (drawn.title, *drawn.conditions, drawn.shown, _IN_TABLE)
    return " ".join(plain(each, drawn.language) for each in parts)


def _data(drawn: Sheet) -> dict[str, Any]:
    picture, language = drawn.picture, drawn.language
    frame = Frame(
        width=WIDTH - 2 * MARGIN - LEGEND - GUTTER, height=HEIGHT - 2 * MARGIN - HEAD - FOOT
    )
    return {
        "title": plain(drawn.title, language),
        "about": " ".join(plain(each, language) for each in (*drawn.conditions, drawn.shown)),
        "alt": described(drawn),
        "language": language,
        "day": [picture.as_of.year, picture.as_of.month, picture.as_of.day],
        "page": {
            "width": WIDTH,
            "height": HEIGHT,
            "margin": MARGIN,
            "head": HEAD,
            "gutter": GUTTER,
        },
        "scene": scene(picture, drawn.styled, frame),
        "legend": legend_data(drawn.styled.legend, language),
        "notes": [plain(note, language) for note in drawn.styled.legend.notes],
        "source": plain(drawn.source, language),
    }


_IN_TABLE = message("The map's page in Samspil shows the same as a table.")


def _entry(entry: LegendEntry, language: str) -> dict[str, Any]:
    text = plain(entry.label, language)
    made: dict[str, Any] = {
        "text": text if entry.count is None else f"{text} ({say(entry.count, language)})"
    }
    if entry.mark is not None:
        made["mark"] = {
            "shape": entry.mark.shape,
            "colour": entry.mark.colour or "#e9eef0",
            "radius": _radius(entry.mark.radius),
        }
    if entry.line is not None:
        made["line"] = {
            "colour": entry.line.colour,
            "dashes": list(entry.line.dashes),
            "width": 1.5 if entry.width is None else entry.width,
        }
    return made


def _radius(pixels: float | None) -> float:
    """The radius of a mark in a legend: in proportion where it says something."""
    return LEGEND_RADIUS if pixels is None else min(0.3 * pixels, LARGEST_RADIUS)
