"""The map that an address asks for."""

from __future__ import annotations

from dataclasses import dataclass

from flask import request
from werkzeug.datastructures import MultiDict

from matcher.errors import Refusal
from matcher.network import objects
from matcher.network.picture import MapNode, MapPicture
from matcher.services.draw_map import draw_map, map_view
from matcher.services.map_view import KEYS
from matcher.wording.message import message
from webui import here

PART = ("around", "steps", "path_to", "collaboration", "only", "without")
"""What of an address says which part of the network is meant; the conditions are KEYS."""

NAMED = ("around", "path_to")
"""The parts that name an organisation."""

_LONGEST_NUMBER = 6  # digits: far more steps than there are, far fewer than Python refuses


@dataclass(frozen=True, slots=True)
class Asked:
    """The picture that the address asks for, and the conditions as they are written there."""

    picture: MapPicture
    conditions: dict[str, str]

    @property
    def centre(self) -> MapNode | None:
        """The organisation that the map is around, if any."""
        nodes, around = self.picture.columns.nodes, self.picture.view.around
        return objects.node(nodes, nodes.ids.index(around)) if around in nodes.ids else None


def asked_for() -> Asked:
    """The map of the request at hand."""
    return asked(request.args)


def asked(said: MultiDict[str, str]) -> Asked:
    """The map that an address or a saved view asks for; conditions left empty are none.

    `only` and `without` are ids, several with commas between or given several times.
    """
    conditions = {
        key: ",".join(given)
        for key in (*KEYS, *PART)
        if (given := [text for text in said.getlist(key) if text][: _most(key)])
    }
    for key in NAMED:
        # Who was chosen from the list of names goes along by id: two may have the same name.
        if key in conditions and said.get(f"{key}_id"):
            conditions[key] = said[f"{key}_id"]
    installation, day = here.installation(), here.today()
    view = map_view(
        installation,
        here.actor(),
        where={key: text for key, text in conditions.items() if key in KEYS},
        around=conditions.get("around"),
        steps=_steps(conditions.get("steps", "2")),
        path_to=conditions.get("path_to"),
        collaboration=conditions.get("collaboration"),
        only=_ids(conditions.get("only", "")),
        without=_ids(conditions.get("without", "")),
        as_of=day,
    )
    return Asked(draw_map(installation, here.actor(), view, as_of=day), conditions)


def _most(key: str) -> int | None:
    return None if key in {"only", "without"} else 1


def _ids(text: str) -> tuple[str, ...]:
    return tuple(sorted({key for key in text.split(",") if key}))


def _steps(text: str) -> int:
    if not text.isdecimal() or len(text) > _LONGEST_NUMBER:
        raise Refusal("invalid", message("“{word}” is not a number.", word=text))
    return int(text)
