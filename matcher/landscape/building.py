"""From rows to a landscape."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from types import MappingProxyType

import numpy as np

from matcher.landscape.activity import activity
from matcher.landscape.arrays import Sparse, closed, product, turned
from matcher.landscape.cells import grouped
from matcher.landscape.collaborations import begun, collaborations, participation, small, stays
from matcher.landscape.columns import Columns, TieColumns, numbered, places_or_none
from matcher.landscape.experience import experience
from matcher.landscape.family import roots
from matcher.landscape.from_rows import from_rows
from matcher.landscape.model import Landscape, Totals
from matcher.landscape.names import names
from matcher.landscape.places import places
from matcher.landscape.rows import SECTORS, Rows
from matcher.landscape.sorts import pairs, sorts
from matcher.landscape.terms import asked, capacities, interests
from matcher.landscape.texts import texts
from matcher.landscape.ties import near, partner_total, partner_weight, ties
from matcher.landscape.vocabulary import make


def build(rows: Rows | Columns, *, as_of: dt.date, revision: int) -> Landscape:
    """The landscape of the rows (or of the same as columns) as it is on a day.

    Pure, and the same whatever order the rows come in. Only offers and needs that are valid on
    the day count; collaborations, participations and reported ties that begin later are not
    known. No rows give a landscape of no organisations. A row that names an organisation or
    term which is not among the rows is a KeyError, two organisations with one id a ValueError.
    """
    columns = rows if isinstance(rows, Columns) else from_rows(rows)
    own, terms = columns.organisations, columns.terms
    known, place = begun(columns.collaborations, as_of)
    found = stays(columns.participations, (known.start, known.end), place, as_of)
    took_part = participation(found, (len(own.ids), len(known.ids)))
    capacity = capacities(columns.capacities, terms["capacity"], len(own.ids), as_of)
    theme = interests(columns.themes, known.themes, took_part, terms["theme"])
    target_group = interests(
        columns.target_groups, known.target_groups, took_part, terms["target_group"]
    )
    kind = make(terms["kind"], closed(np.ones(len(terms["kind"]))))
    tied = ties(found, columns.ties, len(own.ids), as_of)
    weight = partner_weight(tied.strength, own.hidden)
    described = [text or "" for text in own.descriptions]
    told = known.texts()
    placed = places(own.municipalities, own.districts, own.postcodes, own.lat, own.lon)
    about = experience(
        known,
        turned(took_part),
        as_of,
        {"theme": len(theme.vocabulary), "target_group": len(target_group.vocabulary)},
    )
    countries = tuple(sorted({country for country in own.countries if country}))
    return Landscape(
        as_of=as_of,
        revision=revision,
        ids=own.ids,
        names=own.names,
        source_ids=own.source_ids,
        index=MappingProxyType(numbered(own.ids)),
        order=closed(own.order),
        sector=closed(own.sector),
        kind=closed(own.kind),
        places=placed,
        parent=closed(own.parent),
        root=roots(own.parent),
        units=grouped(own.parent),
        open_to_partners=closed(own.open_to_partners),
        hidden=closed(own.hidden),
        shut=closed(own.hidden | (own.open_to_partners == 0)),
        small=closed(small(took_part)),
        active=closed(np.diff(took_part.indptr) > 0),
        activity=activity(took_part, about.years, found, as_of.toordinal()),
        country=closed(places_or_none(numbered(countries), own.countries)),
        countries=countries,
        sorts=sorts(
            own.names,
            [kind.ids[code] if code >= 0 else "" for code in own.kind.tolist()],
            [SECTORS[code] if code >= 0 else "" for code in own.sector.tolist()],
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
        texts=texts(own.names, described, told, took_part),
        called=names(own.names, told),
        ties=tied.strength,
        current=tied.current,
        past=tied.past,
        near=near(tied.strength),
        coldness=tied.coldness,
        reported=_reported(columns.ties, own.ids),
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


def _reported(said: TieColumns, ids: tuple[str, ...]) -> Mapping[str, tuple[str, str]]:
    pairs = zip(said.a.tolist(), said.b.tolist(), strict=True)
    ends = ((ids[a], ids[b]) for a, b in pairs)
    return MappingProxyType(dict(zip(said.ids, ends, strict=True)))


def owners(**matrices: Sparse) -> Mapping[str, Sparse]:
    """Each matrix the other way round: who has a term."""
    return MappingProxyType({name: turned(matrix) for name, matrix in matrices.items()})
