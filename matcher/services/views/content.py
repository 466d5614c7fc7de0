"""What a saved view says, and what is wrong with it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from math import isfinite
from typing import Any

from matcher.services.forms import Errors
from matcher.wording.message import message

LONGEST_TITLE = 200
LONGEST_NOTE = 2000
LONGEST_PIN = 300
MOST_PINS = 100
MOST_WORDS = 50
LONGEST_WORD = 300
FARTHEST = 1e7
"""Pixels from the middle of a picture; no map is so large."""


@dataclass(frozen=True, kw_only=True, slots=True)
class ViewNote:
    """A short text pinned to a place of the picture, in pixels of its natural size."""

    x: float
    y: float
    text: str


@dataclass(frozen=True, kw_only=True, slots=True)
class ViewWindow:
    """The part of the picture that is seen: what stands in the middle, and how large."""

    x: float
    y: float
    scale: float


@dataclass(frozen=True, kw_only=True, slots=True)
class ViewText:
    """A view as somebody wants it kept.

    `conditions` and `look` hold texts by the names that addresses use; `hidden` and `selected` are
    ids of organisations, which need not be there any more.
    """

    title: str
    note: str = ""
    conditions: Mapping[str, str] = field(default_factory=dict)
    look: Mapping[str, str] = field(default_factory=dict)
    hidden: tuple[str, ...] = ()
    selected: tuple[str, ...] = ()
    notes: tuple[ViewNote, ...] = ()
    window: ViewWindow | None = None


def faults(text: ViewText) -> Errors:
    """What is wrong with a view, by field."""
    found: Errors = {}
    if not text.title.strip():
        found["title"] = message("Write a title.")
    for name, written, limit in (
        ("title", text.title, LONGEST_TITLE),
        ("note", text.note, LONGEST_NOTE),
    ):
        if len(written) > limit:
            found[name] = message("Write at most {limit} characters.", limit=limit)
    for name, words in (("conditions", text.conditions), ("look", text.look)):
        if len(words) > MOST_WORDS or any(len(each) > LONGEST_WORD for each in words.values()):
            found[name] = message("There is too much of this to keep.")
    if len(text.notes) > MOST_PINS:
        found["notes"] = message("Keep at most {most} notes on a map.", most=MOST_PINS)
    if any(not each.text.strip() or len(each.text) > LONGEST_PIN for each in text.notes):
        found["notes"] = message("Write 1 to {limit} characters in a note.", limit=LONGEST_PIN)
    places = [(each.x, each.y) for each in text.notes]
    window = [] if text.window is None else [(text.window.x, text.window.y)]
    scale = 1.0 if text.window is None else text.window.scale
    if not all(_somewhere(x) and _somewhere(y) for x, y in (*places, *window)):
        found["notes"] = message("A place of the picture is not a number.")
    if not (isfinite(scale) and 0 < scale < FARTHEST):
        found["window"] = message("A place of the picture is not a number.")
    return found


def _somewhere(value: float) -> bool:
    return isfinite(value) and abs(value) <= FARTHEST


def document_of(text: ViewText) -> dict[str, Any]:
    """The document that a view is kept as."""
    window = text.window
    return {
        "title": text.title.strip(),
        "note": text.note.strip() or None,
        "conditions": dict(text.conditions),
        "look": dict(text.look),
        "hidden": list(dict.fromkeys(text.hidden)),
        "selected": list(dict.fromkeys(text.selected)),
        "notes": [{"x": each.x, "y": each.y, "text": each.text.strip()} for each in text.notes],
        "window": window and {"x": window.x, "y": window.y, "scale": window.scale},
    }


def text_of(document: Mapping[str, Any]) -> ViewText:
    """What a document of a view says."""
    window = document["window"]
    return ViewText(
        title=document["title"],
        note=document["note"] or "",
        conditions=dict(document["conditions"]),
        look=dict(document["look"]),
        hidden=tuple(document["hidden"]),
        selected=tuple(document["selected"]),
        notes=tuple(
            ViewNote(x=each["x"], y=each["y"], text=each["text"]) for each in document["notes"]
        ),
        window=window and ViewWindow(x=window["x"], y=window["y"], scale=window["scale"]),
    )
