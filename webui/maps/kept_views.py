"""Saved views as the pages of the map open them."""

from __future__ import annotations

from dataclasses import dataclass, replace
from urllib.parse import parse_qsl

from flask_babel import gettext as _
from werkzeug.datastructures import MultiDict

from matcher.errors import Refusal
from matcher.network.picture import MapPicture
from matcher.services.access import may
from matcher.services.views import KeptView, Neighbours, ViewText, neighbours, show_view
from webui import here
from webui.maps.asked import asked
from webui.maps.conditions import TITLES
from webui.maps.look import KEYS as LOOK_KEYS
from webui.maps.look import Look, read_look

_LOST_TOGETHER = {"around": ("around", "steps", "path_to"), "path_to": ("around", "path_to")}
"""What a condition is nothing without."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Kept:
    """The saved view that a page is of.

    `at_hand` while the page shows it as it stands; else its conditions or look are being changed.
    `lost` says what of it cannot be shown any more.
    """

    id: str
    version: int
    text: ViewText
    at_hand: bool = False
    around: Neighbours | None = None
    lost: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class OpenedView:
    """A saved view with the picture and look that it asks for, as far as they are still there."""

    kept: Kept
    picture: MapPicture
    look: Look


def view_being_changed(view_id: str) -> Kept | None:
    """The saved view that a page says is being changed, while it is there."""
    if not view_id or not may(here.actor(), "list_views"):
        return None
    try:
        found = show_view(here.installation(), here.actor(), view_id)
    except Refusal as refusal:
        if refusal.code != "not_found":
            raise
        return None
    return Kept(id=found.id, version=found.version, text=found.text)


def open_view(view_id: str) -> OpenedView:
    """A saved view as it stands. Refusal (not_found) if there is none.

    What has gone since, such as the organisation that it is around, is left out and said.
    """
    found = show_view(here.installation(), here.actor(), view_id)
    picture, lost = _drawn(found)
    look, unknown = look_of(found)
    text, around = found.text, None
    if may(here.actor(), "list_views"):
        around = neighbours(here.installation(), here.actor(), view_id)
    else:
        text = _told_outside(text, picture)
    kept = Kept(
        id=found.id,
        version=found.version,
        text=text,
        at_hand=True,
        around=around,
        lost=(*lost, *unknown),
    )
    return OpenedView(kept=kept, picture=picture, look=look)


def _told_outside(text: ViewText, picture: MapPicture) -> ViewText:
    """What the holder of a link is told of a view: of organisations only those that are on it."""
    there = set(picture.columns.nodes.ids)
    selected = tuple(key for key in text.selected if key in there)
    return replace(text, hidden=(), selected=selected)


def said_in(query: str) -> MultiDict[str, str]:
    """What an address says behind its question mark."""
    return MultiDict(parse_qsl(query, max_num_fields=1000))


def _drawn(found: KeptView) -> tuple[MapPicture, list[str]]:
    """The picture of a view, without the conditions that nothing fits any more."""
    conditions = dict(found.text.conditions)
    try:
        return asked(MultiDict(conditions)).picture, []
    except Refusal:
        pass
    lost = []
    for key in ("steps", "around", "path_to", "collaboration", *TITLES):
        if key in conditions and not _fits(conditions, key):
            lost.append(_said(found, key))
            for gone in _LOST_TOGETHER.get(key, (key,)):
                conditions.pop(gone, None)
    return asked(MultiDict(conditions)).picture, lost


def _fits(conditions: dict[str, str], key: str) -> bool:
    alone = {
        name: conditions[name] for name in _LOST_TOGETHER.get(key, (key,)) if name in conditions
    }
    if key == "around":
        alone.pop("path_to", None)
    try:
        asked(MultiDict(alone))
    except Refusal:
        return False
    return True


def _said(found: KeptView, key: str) -> str:
    value = found.text.conditions[key]
    name = {**found.ends, **found.gone}.get(value, value)
    if key in {"around", "path_to"}:
        return _("“%(name)s” is not on the map any more, so the view is not around it.", name=name)
    if key == "collaboration":
        return _("The collaboration is not there any more.")
    return _("Nothing is called “%(word)s” any more.", word=value)


def look_of(found: KeptView) -> tuple[Look, list[str]]:
    """The look that a view was kept in; the usual one where that is no more, and that it is so."""
    said = {key: word for key, word in found.text.look.items() if key in LOOK_KEYS}
    try:
        return read_look(said), []
    except Refusal:
        return Look(), [_("The look that was kept is not there any more.")]
