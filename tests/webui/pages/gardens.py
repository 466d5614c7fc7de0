"""Records that a map can show: three who share a garden, one newcomer, one hidden."""

from __future__ import annotations

from typing import Any

from matcher.services.access import OPERATOR
from matcher.services.installation import Installation
from matcher.store.documents import collaborations, organisations
from matcher.store.documents.table import write

NAMES = {
    "club": ("Ældreklubben", "association"),
    "home": ("Plejehjemmet", "public"),
    "shop": ("Åens Bageri", "business"),
    "new": ("Nystartet", None),
}


def plant(installation: Installation) -> None:
    """Write them."""
    with installation.writing(OPERATOR) as work:
        documents = {
            key: {**organisations.EMPTY, "name": name, "sector": sector}
            for key, (name, sector) in NAMES.items()
        }
        documents["club"] |= {
            "themes": ["loneliness"],
            "municipality": "København",
            "district": "Valby",
        }
        documents["gone"] = {**organisations.EMPTY, "name": "Den skjulte", "hidden": True}
        write(work, "organisation", documents)
        write(work, "collaboration", {"garden": make_garden()})
        work.commit()


def make_garden() -> dict[str, Any]:
    members = [
        {"organisation": key, "role": None, "since": None, "until": None}
        for key in ("club", "home", "shop", "gone")
    ]
    return {
        **collaborations.EMPTY,
        "title": "Haven",
        "start": "2024-01-01",
        "participants": members,
    }
