"""The measures of the network as `samspil measures` answers."""

from __future__ import annotations

from dataclasses import asdict
from datetime import date
from typing import Any

from matcher.landscape import Landscape
from matcher.network.measures import NetworkMeasures
from matcher.services.access import Actor, require
from matcher.services.installation import Installation
from matcher.services.measure_network import measure_network
from matcher.services.whom import rows_meant


def tell_measures(
    installation: Installation, actor: Actor, *, as_of: date, who: str | None = None
) -> dict[str, Any]:
    """The answer: coverage, network, organisations by name (or the one meant); computed if needed.

    Refusal (not_found, ambiguous) for an organisation that is not clear, and for a hidden one.
    """
    require(actor, "explore_map")
    asked = [] if who is None else [who]
    landscape, rows = rows_meant(installation, asked, as_of, hidden=False)
    found = measure_network(installation, actor, as_of=as_of)
    wanted = {landscape.ids[row] for row in rows} if who is not None else None
    return {
        "as_of": found.as_of.isoformat(),
        "coverage": _coverage(found),
        "network": {
            **found.figures,
            "small_world": asdict(found.small_world),
            "resilience": [asdict(step) for step in found.resilience],
        },
        "organisations": _organisations(found, landscape, wanted),
        "sampled": None if found.sampled is None else asdict(found.sampled),
    }


def _coverage(found: NetworkMeasures) -> dict[str, Any]:
    rests = found.coverage
    return {**asdict(rests), "share": rests.share, "enough": rests.enough}


def _organisations(
    found: NetworkMeasures, landscape: Landscape, wanted: set[str] | None
) -> list[dict[str, Any]]:
    columns = found.by_organisation
    shown = [
        key for key in found.ids if key in landscape.index and (wanted is None or key in wanted)
    ]
    shown.sort(key=lambda key: int(landscape.order[landscape.index[key]]))
    return [
        {
            "id": key,
            "name": landscape.names[landscape.index[key]],
            **{name: values[key] for name, values in columns.items()},
            "articulation_point": bool(columns["articulation_point"][key]),
        }
        for key in shown
    ]
