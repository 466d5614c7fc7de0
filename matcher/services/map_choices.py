"""What the map can be narrowed to, of what is there."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

import numpy as np

from matcher.landscape import SECTORS, Landscape
from matcher.landscape.arrays import IntArray, Sparse
from matcher.landscape.collaborations import ALWAYS
from matcher.network.choosing import chosen_pieces
from matcher.network.evidence import AGREEMENTS, COLLABORATION, REPORTED, Pieces, taken
from matcher.services.access import Actor, require
from matcher.services.draw_map import draw_map, network_of
from matcher.services.installation import Installation
from matcher.services.shared_view import is_held
from matcher.text import danish_key
from matcher.wording.message import Words

Terms = tuple[tuple[str, Words], ...]
"""Terms of a vocabulary as (id, label), in its order."""


@dataclass(frozen=True, kw_only=True, slots=True)
class MapChoices:
    """Only what some organisation or tie on the map has; None among words is not known.

    `offers` and `needs` are capacities; themes and target groups count also where they are known
    from a collaboration. `areas` are names of districts and municipalities in Danish order.
    `agreements` are those of collaborations, the least first; `years` those in which some tie went
    on, from the first known beginning to the year of the map, latest first. `last_money` is the
    last day on which funding ends, None where none does from now on.
    """

    sectors: tuple[str | None, ...]
    kinds: Terms
    themes: Terms
    target_groups: Terms
    offers: Terms
    needs: Terms
    areas: tuple[str, ...]
    agreements: tuple[str | None, ...]
    evidence: tuple[str, ...]
    years: tuple[int, ...]
    last_money: date | None


def map_choices(installation: Installation, actor: Actor, *, as_of: date) -> MapChoices:
    """What the conditions of the map can be set to; nothing where there are no records.

    For the holder of a link to a saved view only what those on it have, and ties between them.
    """
    require(actor, "draw_map")
    found = network_of(installation, as_of)
    landscape, pieces = found.landscape, found.pieces
    there, told = ~landscape.hidden, np.ones(len(pieces), np.bool_)
    if is_held(actor):
        picture = draw_map(installation, actor, as_of=as_of)
        there = there & np.isin(landscape.ids, picture.columns.nodes.ids)
        told = chosen_pieces(pieces, picture.view, as_of)
    pieces = taken(pieces, told & there[pieces.a] & there[pieces.b])
    shown = np.flatnonzero(there)
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
        agreements=_agreements(pieces),
        evidence=_evidence(pieces),
        years=_years(pieces, as_of),
        last_money=_last_money(pieces, as_of),
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


def _agreements(pieces: Pieces) -> tuple[str | None, ...]:
    seen = set(pieces.agreement[~pieces.reported].tolist())
    known: list[str | None] = [word for code, word in enumerate(AGREEMENTS) if code in seen]
    return tuple(known + ([None] if -1 in seen else []))


def _evidence(pieces: Pieces) -> tuple[str, ...]:
    reported = pieces.reported
    seen = {COLLABORATION: not reported.all(), REPORTED: bool(reported.any())}
    return tuple(word for word, there in seen.items() if there)


def _years(pieces: Pieces, as_of: date) -> tuple[int, ...]:
    known = pieces.since[pieces.since > ALWAYS]
    if not len(known):
        return ()
    return tuple(range(as_of.year, date.fromordinal(int(known.min())).year - 1, -1))


def _last_money(pieces: Pieces, as_of: date) -> date | None:
    last = int(pieces.funding_end.max(initial=0))
    return date.fromordinal(last) if last >= as_of.toordinal() else None
