"""A network in two districts, and files with their outlines."""

from __future__ import annotations

import json
from typing import Any

from matcher.exchange.source import Source
from matcher.services.access import OPERATOR
from matcher.services.installation import Installation
from matcher.store.documents import collaborations, organisations
from matcher.store.documents.table import write

PLACES: dict[str, dict[str, Any]] = {
    "a": {"name": "Havelauget", "municipality": "Nordby", "district": "Havnen", "sector": "public"},
    "b": {"name": "Biblioteket", "municipality": "Nordby", "district": "Havnen"},
    "c": {"name": "Bageren", "municipality": "Nordby", "lat": 55.5, "lon": 12.5},
    "d": {"name": "Danseskolen", "lat": 55.25, "lon": 12.25},
    "e": {"name": "Ensom"},
    "f": {"name": "Skjult", "municipality": "Nordby", "district": "Havnen", "hidden": True},
}


def settle(installation: Installation) -> None:
    """Six organisations, one of them hidden; the first three work together."""
    members = [
        {"organisation": key, "role": None, "since": None, "until": None} for key in ("a", "b", "c")
    ]
    with installation.writing(OPERATOR) as work:
        write(
            work,
            "organisation",
            {key: {**organisations.EMPTY, **known} for key, known in PLACES.items()},
        )
        garden = {**collaborations.EMPTY, "title": "Haven", "participants": members}
        write(work, "collaboration", {"garden": garden})
        work.commit()


def make_file(*areas: tuple[str, float, float, float], text: str | None = None) -> Source:
    """A file with squares: name, west, south, length of a side in degrees."""
    features = [
        {
            "type": "Feature",
            "properties": {"navn": name},
            "geometry": {"type": "Polygon", "coordinates": [ring(west, south, side)]},
        }
        for name, west, south, side in areas
    ]
    told = json.dumps({"type": "FeatureCollection", "features": features})
    return Source(name="omraader.geojson", data=(text or told).encode(), uploaded=True)


def ring(west: float, south: float, side: float) -> list[list[float]]:
    east, north = west + side, south + side
    return [[west, south], [east, south], [east, north], [west, north], [west, south]]


TOWN = make_file(("Nordby Kommune", 12, 55, 1))
DISTRICTS = make_file(("Havnen", 12.2, 55.2, 0.1), ("Skoven", 12.6, 55.6, 0.1))
