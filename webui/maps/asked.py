"""The map that an address asks for."""

from __future__ import annotations

from dataclasses import dataclass

from flask import request

from matcher.errors import Refusal
from matcher.network.picture import MapNode, MapPicture
from matcher.services.draw_map import draw_map, map_view
from matcher.services.map_view import KEYS
from matcher.wording.message import message
from webui import here

_LONGEST_NUMBER = 6  # digits: far more steps than there are, far fewer than Python refuses


@dataclass(frozen=True, slots=True)
class Asked:
    """The picture that the address asks for, and the conditions as they are written there."""

    picture: MapPicture
    conditions: dict[str, str]

    @property
    def centre(self) -> MapNode | None:
        """The organisation that the map is around, if any."""
        around = self.picture.view.around
        return next((node for node in self.picture.nodes if node.id == around), None)


def asked_for() -> Asked:
    """The map of the request at hand; conditions left empty are none."""
    conditions = {
        key: request.args[key] for key in (*KEYS, "around", "steps") if request.args.get(key)
    }
    installation, day = here.installation(), here.today()
    view = map_view(
        installation,
        here.actor(),
        where={key: text for key, text in conditions.items() if key in KEYS},
        around=conditions.get("around"),
        steps=_steps(conditions.get("steps", "2")),
        as_of=day,
    )
    return Asked(draw_map(installation, here.actor(), view, as_of=day), conditions)


def _steps(text: str) -> int:
    if not text.isdecimal() or len(text) > _LONGEST_NUMBER:
        raise Refusal("invalid", message("“{word}” is not a number.", word=text))
    return int(text)
