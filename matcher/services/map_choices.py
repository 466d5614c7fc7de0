"""What the map can be narrowed to, of what is there."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

import numpy as np

from matcher.landscape import SECTORS, Landscape
from matcher.landscape.arrays import IntArray, Sparse
from matcher.services.access import Actor, require
from matcher.services.installation import Installation
from matcher.text import danish_key
from matcher.wording.message import Words

Terms = tuple[tuple[str, Words], ...]
"""Terms of a vocabulary as (id, label), in its order."""


@dataclass(frozen=True, kw_only=True, slots=True)
class MapChoices:
    """Only what some organisation on the map has: sectors (None = not known), terms, areas.

    `offers` and `needs` are capacities; themes and target groups count also where they are known
    from a collaboration. `areas` are names of districts and municipalities in Danish order.
    """

    sectors: tuple[str | None, ...]
    kinds: Terms
    themes: Terms
    target_groups: Terms
    offers: Terms
    needs: Terms
    areas: tuple[str, ...]


def map_choices(installation: Installation, actor: Actor, *, as_of: date) -> MapChoices:
    """What the conditions of the map can be set to; nothing where there are no records."""
    require(actor, "draw_map")
    landscape = installation.landscape(as_of)
    shown = np.flatnonzero(~landscape.hidden)
    return MapChoices(
        sectors=_sectors(landscape, shown),
        kinds=_terms(landscape, "kind", landscape.kind[shown]),
        themes=_had(landscape, "theme", shown, landscape.themes, landscape.derived_themes),
        target_groups=_had(
            landscape,
            "target_group",
            shown,
            landscape.target_groups,
            landscape.derived_target_groups,
        ),
        offers=_had(landscape, "capacity", shown, landscape.offers),
        needs=_had(landscape, "capacity", shown, landscape.needs),
        areas=_areas(landscape, shown),
    )


def _sectors(landscape: Landscape, shown: IntArray) -> tuple[str | None, ...]:
    seen = set(landscape.sector[shown].tolist())
    known: list[str | None] = [name for code, name in enumerate(SECTORS) if code in seen]
    return tuple(known + ([None] if -1 in seen else []))


def _had(landscape: Landscape, vocabulary: str, shown: IntArray, *held: Sparse) -> Terms:
    """The terms that any of those shown has in any of the matrices."""
    return _terms(landscape, vocabulary, np.concatenate([each[shown].indices for each in held]))


def _terms(landscape: Landscape, vocabulary: str, columns: IntArray) -> Terms:
    terms = landscape.vocabularies[vocabulary]
    seen = np.unique(columns[columns >= 0]).tolist()
    return tuple((terms.ids[i], Words(da=terms.da[i], en=terms.en[i])) for i in seen)


def _areas(landscape: Landscape, shown: IntArray) -> tuple[str, ...]:
    places = landscape.places
    names = {places.districts[code] for code in places.district[shown].tolist() if code >= 0}
    names |= {
        places.municipalities[code] for code in places.municipality[shown].tolist() if code >= 0
    }
    return tuple(sorted(names, key=lambda name: (danish_key(name), name)))
