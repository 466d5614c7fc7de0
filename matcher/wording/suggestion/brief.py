"""An idea as it is told outside."""

from __future__ import annotations

from typing import Any

from matcher.brief import Brief
from matcher.landscape import SECTORS, Landscape


def told_brief(landscape: Landscape, brief: Brief) -> dict[str, Any]:
    """The idea with the keys of its file: ids of terms and organisations, None where not said."""
    near = brief.near
    return {
        "purpose": brief.purpose,
        "themes": _terms(landscape, "theme", brief.themes),
        "target_groups": _terms(landscape, "target_group", brief.target_groups),
        "needs": [
            {
                "term": landscape.vocabularies["capacity"].ids[need.term],
                "amount": need.amount,
                "when": need.when,
            }
            for need in brief.needs
        ],
        "area": brief.area,
        "near": None if near is None else {"lat": near.lat, "lon": near.lon, "km": near.km},
        "funding_source": brief.funding_source,
        "asker": None if brief.asker is None else landscape.ids[brief.asker],
        "members": [landscape.ids[row] for row in brief.members],
        "sectors": [SECTORS[sector] for sector in brief.sectors],
        "exclude": [landscape.ids[row] for row in brief.exclude],
        "slots": [
            {
                "name": slot.name,
                "needs": _terms(landscape, "capacity", slot.needs),
                "sector": SECTORS[slot.sector] if slot.sector >= 0 else None,
            }
            for slot in brief.slots
        ],
    }


def _terms(landscape: Landscape, vocabulary: str, columns: tuple[int, ...]) -> list[str]:
    ids = landscape.vocabularies[vocabulary].ids
    return [ids[column] for column in columns]
