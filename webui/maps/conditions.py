"""A view of the map as an address says it, and what each condition of it is called."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from flask_babel import gettext as _
from flask_babel import lazy_gettext, ngettext

from matcher.network.picture import MapPicture, MapView
from matcher.services.map_view import DAYS, KEYS
from webui.say import say

USUAL_STEPS = MapView().steps

TITLES = {
    "sector": lazy_gettext("Sector"),
    "theme": lazy_gettext("Theme"),
    "area": lazy_gettext("Area"),
    "from": lazy_gettext("Ties"),
    "kind": lazy_gettext("Kind"),
    "target_group": lazy_gettext("Target group"),
    "offers": lazy_gettext("Offers"),
    "needs": lazy_gettext("Needs"),
    "until": lazy_gettext("Begun"),
    "agreement": lazy_gettext("Agreement"),
    "funding_until": lazy_gettext("Funding ends"),
    "evidence": lazy_gettext("Known from"),
}
"""What the conditions are called, those used most first."""

FIRST = ("sector", "theme", "area", "from")
"""The conditions that are seen at once; the others are behind "More conditions"."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Chip:
    """A condition that is on: what it says, and the conditions that are left without it."""

    text: str
    without: Mapping[str, str]


def conditions_of(view: MapView) -> dict[str, str]:
    """What an address says to get this view: ids and the names that records have."""
    said: dict[str, str] = {}
    for key in KEYS:
        value = getattr(view, DAYS.get(key, key))
        if value is not None:
            said[key] = value.isoformat() if isinstance(value, date) else value
    if view.around is not None:
        said["around"] = view.around
        if view.path_to is not None:
            said["path_to"] = view.path_to
        elif view.steps != USUAL_STEPS:
            said["steps"] = str(view.steps)
    if view.collaboration is not None:
        said["collaboration"] = view.collaboration
    for key in ("only", "without"):
        ids = getattr(view, key)
        if ids:
            said[key] = ",".join(ids)
    return said


def chips(
    picture: MapPicture,
    names: Mapping[str, str],
    lists: Mapping[str, Sequence[tuple[str, str]]],
) -> tuple[Chip, ...]:
    """A chip for each condition of the picture.

    `names` are those of organisations by id, `lists` the choices of each condition.
    """
    said = conditions_of(picture.view)
    return tuple(
        Chip(text=text, without=_without(said, key))
        for key, text in (*_of_part(picture, names), *_of_lists(said, lists))
    )


def _of_part(picture: MapPicture, names: Mapping[str, str]) -> list[tuple[str, str]]:
    view, found = picture.view, []
    if view.around is not None and view.path_to is not None:
        ends = {"one": names.get(view.around, ""), "other": names.get(view.path_to, "")}
        found.append(("around", _("The way between %(one)s and %(other)s", **ends)))
    elif view.around is not None:
        steps = ngettext("%(num)s step", "%(num)s steps", view.steps)
        name = names.get(view.around, "")
        found.append(("around", _("Around %(name)s: %(steps)s", name=name, steps=steps)))
    if view.collaboration is not None:
        titles = (e.title for e in picture.collaborations if e.id == view.collaboration)
        found.append(("collaboration", _("Collaboration: %(title)s", title=next(titles, "–"))))
    if view.only:
        chosen = ngettext(
            "Only %(num)s chosen organisation", "Only %(num)s chosen organisations", len(view.only)
        )
        found.append(("only", chosen))
    if view.without:
        left = ngettext(
            "%(num)s organisation left out", "%(num)s organisations left out", len(view.without)
        )
        found.append(("without", left))
    return found


def _of_lists(
    said: Mapping[str, str], lists: Mapping[str, Sequence[tuple[str, str]]]
) -> list[tuple[str, str]]:
    return [
        (key, f"{title}: {dict(lists[key]).get(said[key], said[key])}")
        for key, title in TITLES.items()
        if key in said
    ]


def _without(said: Mapping[str, str], key: str) -> dict[str, str]:
    gone = {key, "steps", "path_to"} if key == "around" else {key}
    return {name: text for name, text in said.items() if name not in gone}


def day_said(text: str) -> str:
    """A day of an address as people read it."""
    return say(date.fromisoformat(text))
