"""Which areas have a boundary, and which boundaries belong to nobody."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import date

from matcher.landscape import Landscape
from matcher.network.place.bounds import DISTRICT, MUNICIPALITY, codes
from matcher.services.access import Actor, require
from matcher.services.boundaries.kept import placed
from matcher.services.installation import Installation
from matcher.text import danish_key


@dataclass(frozen=True, kw_only=True, slots=True)
class BoundaryGroup:
    """The boundaries that were imported as one: their level, their municipality, how many."""

    level: str
    municipality: str
    count: int
    sources: tuple[str, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class NamedArea:
    """An area by level and name; `municipality` is empty for municipalities."""

    level: str
    municipality: str
    name: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Areas:
    """The boundaries there are; the network's areas without one; boundaries without anybody."""

    groups: tuple[BoundaryGroup, ...]
    without_boundary: tuple[NamedArea, ...]
    without_organisation: tuple[NamedArea, ...]
    municipalities: tuple[str, ...]


def show_boundaries(installation: Installation, actor: Actor, *, as_of: date) -> Areas:
    """What is known of where the network's areas lie. Hidden organisations do not count."""
    require(actor, "explore_map")
    kept = placed(installation, as_of)
    landscape, bounds = kept.landscape, kept.bounds
    found = codes(bounds, landscape.places).tolist()
    outlined = {(bound.level, code) for bound, code in zip(bounds, found, strict=True)}
    counted = {
        number
        for level in (MUNICIPALITY, DISTRICT)
        for number in kept.standing.area[level][~landscape.hidden].tolist()
    }
    groups = Counter((bound.level, bound.municipality) for bound in bounds)
    return Areas(
        groups=tuple(
            BoundaryGroup(
                level=level,
                municipality=municipality,
                count=count,
                sources=tuple(
                    sorted(
                        {
                            bound.source
                            for bound in bounds
                            if (bound.level, bound.municipality) == (level, municipality)
                            and bound.source
                        }
                    )
                ),
            )
            for (level, municipality), count in groups.items()
        ),
        without_boundary=tuple(
            area for level, code, area in _areas(landscape) if (level, code) not in outlined
        ),
        without_organisation=tuple(
            NamedArea(level=bound.level, municipality=bound.municipality, name=bound.name)
            for number, bound in enumerate(bounds)
            if number not in counted
        ),
        municipalities=tuple(sorted(landscape.places.municipalities, key=danish_key)),
    )


def _areas(landscape: Landscape) -> list[tuple[str, int, NamedArea]]:
    """The areas that anybody who is shown is in: municipalities, then districts."""
    places, shown = landscape.places, ~landscape.hidden
    towns = set(places.municipality[shown].tolist()) - {-1}
    districts = set(places.district[shown].tolist()) - {-1}
    found = [
        (MUNICIPALITY, code, NamedArea(level=MUNICIPALITY, municipality="", name=name))
        for code, name in enumerate(places.municipalities)
        if code in towns
    ]
    for code, name in enumerate(places.districts):
        if code in districts:
            home = int(places.homes[code])
            town = places.municipalities[home] if home >= 0 else ""
            area = NamedArea(level=DISTRICT, municipality=town, name=name)
            found.append((DISTRICT, code, area))
    return sorted(
        found,
        key=lambda each: (each[0] != MUNICIPALITY, danish_key(each[2].municipality + each[2].name)),
    )
