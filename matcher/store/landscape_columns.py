"""What the landscape is built from, as columns: half a million organisations in one go."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from operator import itemgetter
from types import MappingProxyType
from typing import Any

import numpy as np
from sqlalchemy import Select
from sqlalchemy.orm import Session

from matcher.landscape import VOCABULARIES, TermRow
from matcher.landscape.arrays import BoolArray, IntArray
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
    never,
    numbered,
    numbers,
    places_of,
    places_or_none,
    sectors,
)
from matcher.landscape.from_rows import ranked
from matcher.landscape.vocabulary import in_order
from matcher.store import landscape_statements as statements

Index = Mapping[str, int]
Convert = Callable[[Sequence[Any]], Any]

# So many rows are turned into arrays at once; what Python made of them is then given back.
_PORTION = 50_000


def landscape_columns(session: Session) -> Columns:
    """All that matching reads; an empty database gives empty columns."""
    words = _words(session)
    organisations = _organisations(session, words)
    own = numbered(organisations.ids)
    collaborations = _collaborations(session, words)
    themes, target_groups = _about(session, statements.interests(), own, words)
    return Columns(
        organisations=organisations,
        terms=words.terms,
        capacities=_capacities(session, own, words),
        themes=themes,
        target_groups=target_groups,
        collaborations=collaborations,
        participations=_participations(session, own, numbered(collaborations.ids)),
        ties=_ties(session, own),
    )


@dataclass(frozen=True, kw_only=True, slots=True, eq=False)
class _Words:
    """The terms of each vocabulary in order, and by their key the place each has there (or −1)."""

    terms: Mapping[str, tuple[TermRow, ...]]
    place: Mapping[str, IntArray]


def _words(session: Session) -> _Words:
    rows = {
        key: TermRow(id=i, vocabulary=vocabulary, da=da, en=en)
        for key, i, vocabulary, da, en in session.execute(statements.terms())
    }
    terms = {name: in_order(rows.values(), name) for name in VOCABULARIES}
    place = {name: np.full(max(rows, default=0) + 1, -1) for name in VOCABULARIES}
    column = {name: numbered([term.id for term in words]) for name, words in terms.items()}
    for key, term in rows.items():
        place[term.vocabulary][key] = column[term.vocabulary][term.id]
    return _Words(terms=MappingProxyType(terms), place=place)


def _organisations(session: Session, words: _Words) -> OrganisationColumns:
    (ids, names, keys, sector, kind, parent, municipalities, districts, postcodes, lat, lon, open_,
     hidden, source_ids, descriptions) = _by_id(session, statements.organisations())  # fmt: skip
    return OrganisationColumns(
        ids=ids,
        names=names,
        order=ranked(keys),
        source_ids=source_ids,
        descriptions=descriptions,
        countries=(None,) * len(ids),
        sector=sectors(sector),
        kind=places_or_none(numbered([term.id for term in words.terms["kind"]]), kind),
        parent=places_or_none(numbered(ids), parent),
        municipalities=municipalities,
        districts=districts,
        postcodes=postcodes,
        lat=numbers(lat),
        lon=numbers(lon),
        open_to_partners=answers(open_),
        hidden=np.array(hidden, np.bool_),
    )


def _capacities(session: Session, own: Index, words: _Words) -> CapacityColumns:
    owner, offered, key, until, amount = _arrays(
        session, statements.capacities(), partial(places_of, own), _are_offers, _keys, days, numbers
    )
    return CapacityColumns(
        organisation=owner,
        term=words.place["capacity"][key],
        offered=offered,
        since=never(len(owner)),
        until=until,
        amount=amount,
    )


def _are_offers(sides: Sequence[str]) -> BoolArray:
    return np.array([side == "offers" for side in sides], np.bool_)


def _collaborations(session: Session, words: _Words) -> CollaborationColumns:
    ids, titles, start, end, purposes, areas, funding = _by_id(session, statements.collaborations())
    own = numbered(ids)
    themes, target_groups = _about(session, statements.collaboration_interests(), own, words)
    return CollaborationColumns(
        ids=ids,
        titles=titles,
        purposes=purposes,
        areas=areas,
        funding_sources=funding,
        start=days(start),
        end=days(end),
        themes=themes,
        target_groups=target_groups,
    )


def _about(
    session: Session, statement: statements.Interests, own: Index, words: _Words
) -> tuple[Cells, Cells]:
    """Themes and target groups of organisations or collaborations."""
    owner, key = _arrays(session, statement, partial(places_of, own), _keys)

    def cells(vocabulary: str) -> Cells:
        column = words.place[vocabulary][key]
        return Cells(owner[column >= 0], column[column >= 0])

    return cells("theme"), cells("target_group")


def _participations(session: Session, own: Index, joint: Index) -> ParticipationColumns:
    collaboration, organisation, _, since, until = _arrays(
        session,
        statements.participations(),
        partial(places_of, joint),
        partial(places_of, own),
        _nothing,
        days,
        days,
    )
    return ParticipationColumns(
        collaboration=collaboration, organisation=organisation, since=since, until=until
    )


def _ties(session: Session, own: Index) -> TieColumns:
    ids, a, b, _, since, until, confidence = _by_id(session, statements.ties())
    return TieColumns(
        ids=ids,
        a=places_of(own, a),
        b=places_of(own, b),
        since=days(since),
        until=days(until),
        confidence=numbers(confidence),
    )


def _by_id(session: Session, statement: Select[*tuple[Any, ...]]) -> list[tuple[Any, ...]]:
    """The columns of a statement, by its first as Python orders texts (databases differ)."""
    result = session.connection().execute(statement)
    width = len(result.keys())
    rows = sorted(result, key=itemgetter(0))
    return list(zip(*rows, strict=True)) if rows else [()] * width


def _arrays(session: Session, statement: Select[*tuple[Any, ...]], *converts: Convert) -> list[Any]:
    """The columns of a statement as arrays, each made by its own function."""
    made = [[convert(())] for convert in converts]
    for rows in session.connection().execute(statement).partitions(_PORTION):
        for parts, convert, column in zip(made, converts, zip(*rows, strict=True), strict=True):
            parts.append(convert(column))
    return [np.concatenate(parts) for parts in made]


def _keys(column: Sequence[int]) -> IntArray:
    return np.array(column, np.int64)


def _nothing(_: Sequence[Any]) -> IntArray:
    """For a column that nobody reads."""
    return np.empty(0, np.int64)
