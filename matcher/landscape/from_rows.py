"""Rows as columns: the readable form, turned into the one that is built from."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from types import MappingProxyType

import numpy as np

from matcher.landscape.arrays import IntArray
from matcher.landscape.columns import (
    CapacityColumns,
    Cells,
    CollaborationColumns,
    Columns,
    OrganisationColumns,
    ParticipationColumns,
    TieColumns,
    answers,
    days,
    numbered,
    numbers,
    places_of,
    places_or_none,
    sectors,
)
from matcher.landscape.rows import (
    VOCABULARIES,
    CapacityRow,
    CollaborationRow,
    InterestRow,
    OrganisationRow,
    ParticipationRow,
    Rows,
    TieRow,
)
from matcher.landscape.vocabulary import in_order, positions
from matcher.text import danish_key

Index = Mapping[str, int]


def from_rows(rows: Rows) -> Columns:
    """The same as columns, whatever order the rows come in.

    A row that names an organisation, collaboration or term which is not among the rows is a
    KeyError, two organisations or collaborations with one id a ValueError.
    """
    organisations = sorted(rows.organisations, key=lambda row: row.id)
    collaborations = sorted(rows.collaborations, key=lambda row: row.id)
    own = numbered([row.id for row in organisations])
    joint = numbered([row.id for row in collaborations])
    terms = {name: in_order(rows.terms, name) for name in VOCABULARIES}
    column = {name: positions(words) for name, words in terms.items()}
    return Columns(
        organisations=organisation_columns(organisations, own, column["kind"]),
        terms=MappingProxyType(terms),
        capacities=capacity_columns(rows.capacities, own, column["capacity"]),
        themes=interest_cells(rows.interests, "theme", own, column["theme"]),
        target_groups=interest_cells(rows.interests, "target_group", own, column["target_group"]),
        collaborations=collaboration_columns(collaborations, column),
        participations=participation_columns(rows.participations, own, joint),
        ties=tie_columns(rows.ties, own),
    )


def ranked(keys: Sequence[str]) -> IntArray:
    """The rank of each by its key; equal ones keep their order.

    >>> ranked(["b", "a", "b"]).tolist()
    [1, 0, 2]
    """
    rank = np.empty(len(keys), np.int64)
    rank[sorted(range(len(keys)), key=keys.__getitem__)] = np.arange(len(keys))
    return rank


def organisation_columns(
    rows: Sequence[OrganisationRow], parents: Index, kinds: Index
) -> OrganisationColumns:
    """Organisations in the order of their ids; `parents` and `kinds` give the places of these."""
    return OrganisationColumns(
        ids=tuple(row.id for row in rows),
        names=tuple(row.name for row in rows),
        order=ranked([danish_key(row.name) for row in rows]),
        source_ids=tuple(row.source_id for row in rows),
        descriptions=tuple(row.description for row in rows),
        countries=tuple(row.country for row in rows),
        sector=sectors([row.sector for row in rows]),
        kind=places_or_none(kinds, [row.kind for row in rows]),
        parent=places_or_none(parents, [row.parent for row in rows]),
        municipalities=tuple(row.municipality for row in rows),
        districts=tuple(row.district for row in rows),
        postcodes=tuple(row.postcode for row in rows),
        lat=numbers([row.lat for row in rows]),
        lon=numbers([row.lon for row in rows]),
        open_to_partners=answers([row.open_to_partners for row in rows]),
        hidden=np.array([row.hidden for row in rows], np.bool_),
    )


def capacity_columns(rows: Sequence[CapacityRow], own: Index, column: Index) -> CapacityColumns:
    """Offers and needs; `own` gives the places of organisations, `column` those of terms."""
    return CapacityColumns(
        organisation=places_of(own, [row.organisation for row in rows]),
        term=places_of(column, [row.term for row in rows]),
        offered=np.array([row.side == "offers" for row in rows], np.bool_),
        since=days([row.since for row in rows]),
        until=days([row.until for row in rows]),
        amount=numbers([row.amount for row in rows]),
    )


def interest_cells(
    rows: Iterable[InterestRow], vocabulary: str, own: Index, column: Index
) -> Cells:
    """What organisations care about, of one vocabulary; `own` and `column` give the places."""
    mine = [row for row in rows if row.vocabulary == vocabulary]
    return Cells(
        places_of(own, [row.organisation for row in mine]),
        places_of(column, [row.term for row in mine]),
    )


def collaboration_columns(
    rows: Sequence[CollaborationRow], column: Mapping[str, Index]
) -> CollaborationColumns:
    """Collaborations in the order of their ids; `column` gives the places of terms."""
    return CollaborationColumns(
        ids=tuple(row.id for row in rows),
        titles=tuple(row.title for row in rows),
        purposes=tuple(row.purpose for row in rows),
        areas=tuple(row.area for row in rows),
        funding_sources=tuple(row.funding_source for row in rows),
        start=days([row.start for row in rows]),
        end=days([row.end for row in rows]),
        themes=_about([row.themes for row in rows], column["theme"]),
        target_groups=_about([row.target_groups for row in rows], column["target_group"]),
    )


def _about(terms: Sequence[tuple[str, ...]], column: Index) -> Cells:
    return Cells(
        np.repeat(np.arange(len(terms)), np.array([len(each) for each in terms], np.int64)),
        places_of(column, [term for each in terms for term in each]),
    )


def participation_columns(
    rows: Sequence[ParticipationRow], own: Index, joint: Index
) -> ParticipationColumns:
    """Participations; `own` and `joint` give the places of organisations and collaborations."""
    return ParticipationColumns(
        collaboration=places_of(joint, [row.collaboration for row in rows]),
        organisation=places_of(own, [row.organisation for row in rows]),
        since=days([row.since for row in rows]),
        until=days([row.until for row in rows]),
    )


def tie_columns(rows: Sequence[TieRow], own: Index) -> TieColumns:
    """Reported ties; `own` gives the places of their ends."""
    return TieColumns(
        ids=tuple(row.id for row in rows),
        a=places_of(own, [row.a for row in rows]),
        b=places_of(own, [row.b for row in rows]),
        since=days([row.date for row in rows]),
        until=days([row.end for row in rows]),
        confidence=numbers([row.confidence for row in rows]),
    )
