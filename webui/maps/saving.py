"""The view that somebody wants kept, as the form on the map's page sends it."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from matcher.errors import Refusal
from matcher.network.picture import MapPicture
from matcher.services.views import ViewNote, ViewText, ViewWindow
from matcher.wording.message import message
from webui.maps.asked import asked
from webui.maps.conditions import conditions_of
from webui.maps.kept_views import said_in
from webui.maps.look import Look, as_query, read_look

LONGEST_STATE = 500_000
"""Characters of what the page's script sends; a map of all hidden is less."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Sent:
    """A view as it was sent, with the picture and look that it asks for."""

    text: ViewText
    picture: MapPicture
    look: Look
    version: int | None


def sent_view(form: Mapping[str, str]) -> Sent:
    """The view that a form holds; Refusal (invalid) for what the page cannot have sent.

    `query` is the address of the map, `state` what the page's script knows: who is hidden and
    chosen, the notes and the window. Without a script there is no `state`.
    """
    said = said_in(form.get("query", ""))
    picture, look = asked(said).picture, read_look(said.to_dict())
    state = _state(form.get("state", ""))
    return Sent(
        text=ViewText(
            title=form.get("title", ""),
            note=form.get("note", "").replace("\r\n", "\n"),
            conditions=conditions_of(picture.view),
            look=as_query(look),
            hidden=_ids(state.get("hidden")),
            selected=_ids(state.get("selected")),
            notes=tuple(_note(each) for each in _listed(state.get("notes"))),
            window=_window(state.get("window")),
        ),
        picture=picture,
        look=look,
        version=int(version) if (version := form.get("version", "")).isdecimal() else None,
    )


def state_of(text: ViewText) -> str:
    """What the page's script is told of a view."""
    window = text.window
    return json.dumps(
        {
            "hidden": text.hidden,
            "selected": text.selected,
            "notes": [{"x": each.x, "y": each.y, "text": each.text} for each in text.notes],
            "window": window and {"x": window.x, "y": window.y, "scale": window.scale},
        },
        ensure_ascii=False,
    )


def _state(text: str) -> dict[str, Any]:
    if not text:
        return {}
    if len(text) > LONGEST_STATE:
        raise _unreadable()
    try:
        found = json.loads(text)
    except ValueError:
        raise _unreadable() from None
    if not isinstance(found, dict):
        raise _unreadable()
    return found


def _listed(value: object) -> list[Any]:
    if value is None:
        return []
    if not isinstance(value, list):
        raise _unreadable()
    return value


def _ids(value: object) -> tuple[str, ...]:
    found = _listed(value)
    if not all(isinstance(each, str) for each in found):
        raise _unreadable()
    return tuple(found)


def _note(value: object) -> ViewNote:
    if not isinstance(value, dict) or not isinstance(value.get("text"), str):
        raise _unreadable()
    return ViewNote(x=_number(value.get("x")), y=_number(value.get("y")), text=value["text"])


def _window(value: object) -> ViewWindow | None:
    if value is None:
        return None
    if not isinstance(value, dict):
        raise _unreadable()
    return ViewWindow(**{key: _number(value.get(key)) for key in ("x", "y", "scale")})


def _number(value: object) -> float:
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise _unreadable()
    return float(value)


def _unreadable() -> Refusal:
    return Refusal("invalid", message("What the page sent of the map cannot be read."))
