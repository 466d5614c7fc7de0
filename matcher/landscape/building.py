"""From rows to a landscape."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from types import MappingProxyType

import numpy as np

from matcher.landscape.activity import activity
from matcher.landscape.arrays import IntArray, Sparse, closed, product, turned
from matcher.landscape.cells import grouped
from matcher.landscape.collaborations import (
    collaborations,
    known_collaborations,
    participation,
    small,
    stays,
)
from matcher.landscape.experience import experience
from matcher.landscape.family import roots
from matcher.landscape.model import Landscape, Totals
from matcher.landscape.names import names
from matcher.landscape.places import places
from matcher.landscape.rows import SECTORS, OrganisationRow, Rows
from matcher.landscape.sorts import pairs, sorts
from matcher.landscape.terms import asked, capacities, interests
from matcher.landscape.texts import texts
from matcher.landscape.ties import near, partner_total, partner_weight, ties
from matcher.landscape.vocabulary import in_order, make
from matcher.text import danish_key


def build(rows: Rows, *, as_of: dt.date, revision: int) -> Landscape:
    """The landscape of the rows as it is on a day.

    Pure, and the same whatever order the rows come in. Only offers and needs that are valid on
    the day count; collaborations, participations and reported ties that begin later are not
    known. No rows give a landscape of no organisations. A row that names an organisation or
    term which is not among the rows is a KeyError, two organisations with one id a ValueError.
    """
    own = sorted(rows.organisations, key=lambda row: row.id)
    index = MappingProxyType({row.id: position for position, row in enumerate(own)})
    if len(index) < len(own):
        raise ValueError("two organisations have the same id")
    known = known_collaborations(rows, as_of)
    found = stays(rows, known, index, as_of)
    took_part = participation(found, (len(own), len(known)))
    capacity = capacities(rows, index, as_of)
    theme = interests(rows, index, "theme", known, took_part)
    target_group = interests(rows, index, "target_group", known, took_part)
    kinds = in_order(rows.terms, "kind")
    kind = make(kinds, closed(np.ones(len(kinds))))
    tied = ties(found, rows.ties, index, as_of)
    hidden = closed(np.array([row.hidden for row in own], np.bool_))
    weight = partner_weight(tied.strength, hidden)
    open_ = _codes(_answer(row.open_to_partners) for row in own)
    parent = _codes(index[row.parent] if row.parent else -1 for row in own)
    described = [row.description or "" for row in own]
    told = [f"{row.title}. {row.purpose or ''}" for row in known]
    placed = places(own)
    about = experience(
        known,
        turned(took_part),
        as_of,
        {"theme": theme.vocabulary.index, "target_group": target_group.vocabulary.index},
    )
    countries = tuple(sorted({row.country for row in own if row.country}))
    return Landscape(
        as_of=as_of,
        revision=revision,
        ids=tuple(row.id for row in own),
        names=tuple(row.name for row in own),
        source_ids=tuple(row.source_id for row in own),
        index=index,
        order=_order(own),
        sector=_codes(SECTORS.index(row.sector) if row.sector else -1 for row in own),
        kind=_codes(kind.index[row.kind] if row.kind else -1 for row in own),
        places=placed,
        parent=parent,
        root=roots(parent),
        units=grouped(parent),
        open_to_partners=open_,
        hidden=hidden,
        shut=closed(hidden | (open_ == 0)),
        small=closed(small(took_part)),
        active=closed(np.diff(took_part.indptr) > 0),
        activity=activity(took_part, about.years, found, as_of.toordinal()),
        country=_codes(countries.index(row.country) if row.country else -1 for row in own),
        countries=countries,
        sorts=sorts(
            [row.name for row in own],
            [row.kind or "" for row in own],
            [row.sector or "" for row in own],
            tied.strength,
        ),
        area_pairs=MappingProxyType(
            {
                "district": pairs(placed.district, len(placed.districts), tied.strength),
                "municipality": pairs(
                    placed.municipality, len(placed.municipalities), tied.strength
                ),
            }
        ),
        vocabularies=MappingProxyType(
            {
                "capacity": capacity.vocabulary,
                "theme": theme.vocabulary,
                "target_group": target_group.vocabulary,
                "kind": kind,
            }
        ),
        offers=capacity.offers,
        needs=capacity.needs,
        themes=theme.declared,
        derived_themes=theme.derived,
        target_groups=target_group.declared,
        derived_target_groups=target_group.derived,
        owners=owners(
            offers=capacity.offers,
            needs=capacity.needs,
            themes=theme.declared,
            derived_themes=theme.derived,
            target_groups=target_group.declared,
            derived_target_groups=target_group.derived,
        ),
        amounts=capacity.amounts,
        collaborations=collaborations(known),
        participation=took_part,
        experience=about,
        texts=texts([row.name for row in own], described, told, took_part),
        called=names([row.name for row in own], told),
        ties=tied.strength,
        current=tied.current,
        past=tied.past,
        near=near(tied.strength),
        coldness=tied.coldness,
        partner_weight=weight,
        totals=Totals(
            needs=closed(product(capacity.needs, capacity.vocabulary.rarity)),
            offers=(offered := closed(product(capacity.offers, capacity.vocabulary.rarity))),
            themes=theme.counts(),
            target_groups=target_group.counts(),
            partners=partner_total(tied.strength, weight),
            asked=asked(offered),
        ),
    )


def owners(**matrices: Sparse) -> Mapping[str, Sparse]:
    """Each matrix the other way round: who has a term."""
    return MappingProxyType({name: turned(matrix) for name, matrix in matrices.items()})


def _codes(values: Iterable[int]) -> IntArray:
    return closed(np.fromiter(values, np.int64))


def _answer(said: bool | None) -> int:
    return -1 if said is None else int(said)


def _order(own: Sequence[OrganisationRow]) -> IntArray:
    """Rank of each by name in Danish order, then id."""
    keys = [(danish_key(row.name), row.id) for row in own]
    rank = np.empty(len(own), np.int64)
    rank[sorted(range(len(own)), key=keys.__getitem__)] = np.arange(len(own))
    return closed(rank)
