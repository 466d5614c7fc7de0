"""Whom a saved view hides is not in what is made of it: on the page a script hides them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from matcher.network.picture import MapPicture
from matcher.services.draw_map import draw_map
from webui import here


def without(picture: MapPicture, hidden: Sequence[str]) -> MapPicture:
    """The picture without these organisations (ids); those that are gone are passed over."""
    there = set(hidden) & set(picture.columns.nodes.ids)
    if not there:
        return picture
    view = replace(picture.view, without=tuple(sorted({*picture.view.without, *there})))
    return draw_map(here.installation(), here.actor(), view, as_of=picture.as_of)
