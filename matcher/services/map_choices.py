"""What the map can be narrowed to, of what is there."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

import numpy as np

from matcher.landscape import SECTORS, Landscape
from matcher.landscape.arrays import IntArray
from matcher.services.access import Actor, require
from matcher.services.installation import Installation
from matcher.text import danish_key
from matcher.wording.message import Words


@dataclass(frozen=True, kw_only=True, slots=True)
class MapChoices:
    """Only what some organisation on the map has: sectors (None = not known), themes, areas.

    `themes` are (id, label) in the order of the vocabulary; `areas` are names of districts and
    municipalities in Danish order.
    """

    sectors: tuple[str | None, ...]
    themes: tuple[tuple[str, Words], ...]
    areas: tuple[str, ...]


def map_choices(installation: Installation, actor: Actor, *, as_of: date) -> MapChoices:
    """What the conditions of the map can be set to; nothing where there are no records."""
    require(actor, "draw_map")
    landscape = installation.landscape(as_of)
    shown = np.flatnonzero(~landscape.hidden)
    return MapChoices(
        sectors=_sectors(landscape, shown),
        themes=_themes(landscape, shown),
        areas=_areas(landscape, shown),
    )


def _sectors(landscape: Landscape, shown: IntArray) -> tuple[str | None, ...]:
    seen = set(landscape.sector[shown].tolist())
    known: list[str | None] = [name for code, name in enumerate(SECTORS) if code in seen]
    return tuple(known + ([None] if -1 in seen else []))


def _themes(landscape: Landscape, shown: IntArray) -> tuple[tuple[str, Words], ...]:
    terms = landscape.vocabularies["theme"]
    either = (landscape.themes + landscape.derived_themes)[shown]
    columns = np.flatnonzero(np.asarray(either.sum(axis=0)).ravel()).tolist()
    return tuple((terms.ids[i], Words(da=terms.da[i], en=terms.en[i])) for i in columns)


def _areas(landscape: Landscape, shown: IntArray) -> tuple[str, ...]:
    places = landscape.places
    names = {places.districts[code] for code in places.district[shown].tolist() if code >= 0}
    names |= {
        places.municipalities[code] for code in places.municipality[shown].tolist() if code >= 0
    }
    return tuple(sorted(names, key=lambda name: (danish_key(name), name)))
