"""A whole network written at once, for measuring: what matching reads, and no history."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

import numpy as np
from sqlalchemy import insert, select
from sqlalchemy.orm import Session

from matcher.landscape import SECTORS
from matcher.landscape.arrays import DateArray, FloatArray, IntArray
from matcher.landscape.columns import Cells, Columns, OrganisationColumns
from matcher.store.tables import (
    Area,
    Base,
    Capacity,
    Collaboration,
    CollaborationInterest,
    Organisation,
    OrganisationInterest,
    Participation,
    Term,
    Tie,
)
from matcher.store.tables.base import now
from matcher.text import danish_key, fold

_CHUNK = 50_000
_ANSWERS = {1: True, 0: False, -1: None}

Values = Mapping[str, Sequence[Any]]


def insert_columns(session: Session, columns: Columns) -> None:
    """Write a network into a database that is empty but for its schema."""
    keys = _terms(session, columns)
    own = columns.organisations.ids
    _organisations(session, columns.organisations, keys["kind"])
    capacities = columns.capacities
    _insert(session, Capacity, {
        "organisation_id": _at(own, capacities.organisation),
        "side": ["offers" if offered else "needs" for offered in capacities.offered.tolist()],
        "term_key": keys["capacity"][capacities.term].tolist(),
        "amount": _numbers(capacities.amount),
        "until": _days(capacities.until),
    })  # fmt: skip
    for vocabulary, cells in (("theme", columns.themes), ("target_group", columns.target_groups)):
        _interests(session, OrganisationInterest, "organisation_id", own, cells, keys[vocabulary])
    _collaborations(session, columns, keys)
    ties = columns.ties
    _insert(session, Tie, {
        "id": ties.ids,
        "version": [1] * len(ties.a),
        "updated": [now()] * len(ties.a),
        "a_id": _at(own, ties.a),
        "b_id": _at(own, ties.b),
        "date": _days(ties.since),
        "end": _days(ties.until),
        "confidence": _numbers(ties.confidence),
    })  # fmt: skip


def _terms(session: Session, columns: Columns) -> dict[str, IntArray]:
    """Write the vocabularies; the keys of their terms, in the terms' order."""
    rows = [
        {"vocabulary": row.vocabulary, "id": row.id, "da": row.da, "en": row.en, "synonyms": []}
        for terms in columns.terms.values()
        for row in terms
    ]
    if rows:
        session.execute(insert(Term), rows)
    key = {(v, i): k for k, v, i in session.execute(select(Term.key, Term.vocabulary, Term.id))}
    return {
        name: np.array([key[name, row.id] for row in terms], np.int64)
        for name, terms in columns.terms.items()
    }


def _organisations(session: Session, own: OrganisationColumns, kinds: IntArray) -> None:
    places = [(m or "", d or "") for m, d in zip(own.municipalities, own.districts, strict=True)]
    areas = {place: at for at, place in enumerate(sorted({*places} - {("", "")}), start=1)}
    _insert(session, Area, {
        "id": list(areas.values()),
        "municipality": [municipality for municipality, _ in areas],
        "district": [district for _, district in areas],
    })  # fmt: skip
    count, moment = len(own.ids), now()
    _insert(session, Organisation, {
        "id": own.ids,
        "version": [1] * count,
        "created": [moment] * count,
        "updated": [moment] * count,
        "name": own.names,
        "name_folded": [fold(name) for name in own.names],
        "name_sort": [danish_key(name) for name in own.names],
        "sector": [SECTORS[code] if code >= 0 else None for code in own.sector.tolist()],
        "kind_key": [int(kinds[code]) if code >= 0 else None for code in own.kind.tolist()],
        "parent_id": [own.ids[row] if row >= 0 else None for row in own.parent.tolist()],
        "advertising_protected": [False] * count,
        "description": own.descriptions,
        "postcode": own.postcodes,
        "area_id": [areas.get(place) for place in places],
        "lat": _numbers(own.lat),
        "lon": _numbers(own.lon),
        "open_to_partners": [_ANSWERS[said] for said in own.open_to_partners.tolist()],
        "hidden": own.hidden.tolist(),
    })  # fmt: skip


def _collaborations(session: Session, columns: Columns, keys: Mapping[str, IntArray]) -> None:
    joint, parts = columns.collaborations, columns.participations
    count, moment = len(joint.ids), now()
    _insert(session, Collaboration, {
        "id": joint.ids,
        "version": [1] * count,
        "created": [moment] * count,
        "updated": [moment] * count,
        "title": joint.titles,
        "title_folded": [fold(title) for title in joint.titles],
        "title_sort": [danish_key(title) for title in joint.titles],
        "start": _days(joint.start),
        "end": _days(joint.end),
        "purpose": joint.purposes,
        "area": joint.areas,
        "funding_source": joint.funding_sources,
    })  # fmt: skip
    for vocabulary, cells in (("theme", joint.themes), ("target_group", joint.target_groups)):
        _interests(
            session, CollaborationInterest, "collaboration_id", joint.ids, cells, keys[vocabulary]
        )
    _insert(session, Participation, {
        "collaboration_id": _at(joint.ids, parts.collaboration),
        "organisation_id": _at(columns.organisations.ids, parts.organisation),
        "since": _days(parts.since),
        "until": _days(parts.until),
    })  # fmt: skip


def _interests(
    session: Session,
    table: type[Base],
    owner: str,
    ids: Sequence[str],
    cells: Cells,
    keys: IntArray,
) -> None:
    values = {owner: _at(ids, cells.rows), "term_key": keys[cells.columns].tolist()}
    _insert(session, table, values)


def _insert(session: Session, table: type[Base], values: Values) -> None:
    """Insert rows, a column a key, in portions."""
    names = list(values)
    for at in range(0, len(values[names[0]]), _CHUNK):
        part = zip(*(values[name][at : at + _CHUNK] for name in names), strict=True)
        # Past the session: it would look at every row as at an object.
        session.connection().execute(
            insert(table), [dict(zip(names, row, strict=True)) for row in part]
        )


def _at(ids: Sequence[str], places: IntArray) -> list[str]:
    return [ids[place] for place in places.tolist()]


def _numbers(values: FloatArray) -> list[float | None]:
    return [None if value != value else value for value in values.tolist()]  # nan


def _days(values: DateArray) -> list[date | None]:
    found: list[date | None] = values.tolist()
    return found
