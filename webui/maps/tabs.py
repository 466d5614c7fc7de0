"""The pages that show the network, one way each, and the way from one to the other."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from flask import request, url_for
from flask_babel import lazy_gettext

from matcher.services.access import may
from matcher.services.map_view import KEYS
from webui import here
from webui.access import ENDPOINTS

TABS = (
    ("maps.show", lazy_gettext("Network")),
    ("place.show", lazy_gettext("Place")),
    ("time.show", lazy_gettext("Time")),
    ("measures.show", lazy_gettext("Measures")),
    ("gaps.show", lazy_gettext("Gaps")),
    ("views.index", lazy_gettext("Saved views")),
    ("reports.show", lazy_gettext("Report")),
)
"""(endpoint, what it is called), in the order shown."""

CARRIED = (*KEYS, "around", "steps", "path_to", "collaboration")
"""What of an address stays the same on the other pages: the conditions, not the look."""


@dataclass(frozen=True, slots=True)
class Tab:
    """A page of the map: its address with the conditions at hand, and whether it is this one."""

    url: str
    label: object
    here: bool


def tabs(conditions: Mapping[str, str] | None = None) -> tuple[Tab, ...]:
    """The pages of the map that the person at hand may open.

    They are opened with the conditions given, by default those of the address.
    """
    said = request.args if conditions is None else conditions
    carried: dict[str, Any] = {key: said[key] for key in CARRIED if said.get(key)}
    return tuple(
        Tab(url_for(endpoint, **carried), label, request.endpoint == endpoint)
        for endpoint, label in TABS
        if endpoint in ENDPOINTS and may(here.actor(), ENDPOINTS[endpoint])
    )
