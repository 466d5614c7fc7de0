"""The main menu: what the person at hand may use."""

from __future__ import annotations

from flask import Flask, g
from flask_babel import lazy_gettext

from matcher.services.access import may
from webui import identity
from webui.access import ENDPOINTS, PUBLIC

MENU = (
    ("home.show", lazy_gettext("Home")),
    ("organisations.index", lazy_gettext("Organisations")),
    ("collaborations.index", lazy_gettext("Collaborations")),
    ("briefs.index", lazy_gettext("Ideas")),
    ("shortlists.index", lazy_gettext("Shortlists")),
    ("events.index", lazy_gettext("Events")),
    ("maps.show", lazy_gettext("Map")),
    ("ledger.show", lazy_gettext("Ledger")),
    ("imports.show", lazy_gettext("Import")),
    ("recipes.index", lazy_gettext("Recipes")),
    ("people.index", lazy_gettext("People")),
)
"""(endpoint, what it is called), in the order shown."""


def init_app(app: Flask) -> None:
    """Hand the frame of the pages what it shows of the person."""
    app.context_processor(_frame)


def _frame() -> dict[str, object]:
    person = None if g.get("without_records") else identity.person()
    return {
        "navigation": _menu() if person else [],
        "user_name": (person.name or person.email) if person else None,
        "user_id": person.id if person else "",
    }


def _menu() -> list[tuple[str, object]]:
    return [(endpoint, label) for endpoint, label in MENU if _may_open(endpoint)]


def _may_open(endpoint: str) -> bool:
    use_case = ENDPOINTS[endpoint]
    return use_case == PUBLIC or may(identity.actor(), use_case)
