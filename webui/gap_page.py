"""What the pages of gaps share: the view that the address asks for, and addresses of gaps."""

from __future__ import annotations

from typing import Any

from flask import request, url_for

from matcher.network.picture import MapView
from matcher.services.draw_map import map_view
from matcher.services.gaps.results import Key
from matcher.services.map_choices import map_choices
from matcher.services.map_view import KEYS
from matcher.text import danish_key
from matcher.wording.labels import sector_label
from webui import here
from webui.maps.tabs import CARRIED
from webui.say import say

LOOKED_AT = ("sector", "kind", "theme", "target_group", "offers", "needs", "area")
"""The conditions that gaps are narrowed by; those on ties and the like are only carried on."""


def carried() -> dict[str, Any]:
    """What of the address stays the same on all pages of the map."""
    return {key: text for key in CARRIED if (text := request.values.get(key))}


def view() -> MapView:
    """The view that the address asks for; Refusal for a word that nobody knows."""
    where = {key: text for key, text in carried().items() if key in LOOKED_AT and key in KEYS}
    return map_view(here.installation(), here.actor(), where=where, as_of=here.today())


def key() -> Key:
    """The gap that the address names."""
    asked = request.values
    return Key(kind=asked.get("gap", ""), a=asked.get("a", ""), b=asked.get("b", ""))


def address(endpoint: str, gap: Key, **more: Any) -> str:
    """The address of a page about a gap, with the conditions at hand."""
    named = {"gap": gap.kind, "a": gap.a, **({"b": gap.b} if gap.b else {})}
    return url_for(endpoint, **{**carried(), **named, **more})


def conditions() -> list[tuple[str, list[tuple[str, str]], str]]:
    """The lists of conditions beside the gaps: name, (value, text) of what is there, chosen."""
    available = map_choices(here.installation(), here.actor(), as_of=here.today())
    themes = sorted(
        ((term, say(words)) for term, words in available.themes),
        key=lambda choice: danish_key(choice[1]),
    )
    lists = {
        "sector": [(code, say(sector_label(code))) for code in available.sectors if code],
        "theme": themes,
        "area": [(name, name) for name in available.areas],
    }
    return [(name, options, request.args.get(name, "")) for name, options in lists.items()]
