"""Organisations as documents."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping
from typing import Any

from sqlalchemy import delete as sql_delete
from sqlalchemy import insert, select
from sqlalchemy import update as sql_update
from sqlalchemy.orm import Session

from matcher.store.documents import common
from matcher.store.tables import Area, Capacity, Organisation, OrganisationInterest, Term
from matcher.store.tables.base import now
from matcher.text import danish_key, fold

PLAIN = (
    "name",
    "sector",
    "parent",
    "cvr",
    "p_number",
    "advertising_protected",
    "description",
    "website",
    "email",
    "phone",
    "contact_person",
    "may_pass_on",
    "notes",
    "address",
    "postcode",
    "town",
    "lat",
    "lon",
    "open_to_partners",
    "hidden",
)
EMPTY: Mapping[str, Any] = {
    **dict.fromkeys(PLAIN),
    "advertising_protected": False,
    "hidden": False,
    "kind": None,
    "municipality": None,
    "district": None,
    "offers": [],
    "needs": [],
    "themes": [],
    "target_groups": [],
}
LANDSCAPE = frozenset(
    {
        "name",
        "description",
        "sector",
        "kind",
        "parent",
        "municipality",
        "district",
        "postcode",
        "lat",
        "lon",
        "open_to_partners",
        "hidden",
        "offers",
        "needs",
        "themes",
        "target_groups",
    }
)
_COLUMNS = {field: "parent_id" if field == "parent" else field for field in PLAIN}


def read(session: Session, ids: Collection[str] | None) -> dict[str, dict[str, Any]]:
    """The documents of these organisations, all when `ids` is None."""
    columns = [getattr(Organisation, column) for column in _COLUMNS.values()]
    statement = (
        select(Organisation.id, Term.id, Area.municipality, Area.district, *columns)
        .outerjoin(Term, Term.key == Organisation.kind_key)
        .outerjoin(Area, Area.id == Organisation.area_id)
    )
    interests = common.interests(
        session,
        OrganisationInterest.organisation_id,
        OrganisationInterest.term_key,
        ids,
    )
    capacities = _capacities(session, ids)
    return {
        row[0]: {
            **dict(zip(PLAIN, row[4:], strict=True)),
            "kind": row[1],
            "municipality": row[2] or None,
            "district": row[3] or None,
            "offers": [],
            "needs": [],
            "themes": [],
            "target_groups": [],
            **interests.get(row[0], {}),
            **capacities.get(row[0], {}),
        }
        for row in common.rows_of(session, statement, Organisation.id, ids)
    }


def create(session: Session, documents: Mapping[str, Mapping[str, Any]]) -> None:
    """Insert organisations that are not there yet; parents may be among them."""
    areas, keys = _areas(session, documents), common.term_keys(session)
    rows = [{"id": k, **_row(v, areas, keys)} for k, v in documents.items()]
    # A unit may stand before its parent, so parents are set when all are there.
    session.execute(insert(Organisation), [{**row, "parent_id": None} for row in rows])
    parents = [{"id": r["id"], "parent_id": r["parent_id"]} for r in rows if r["parent_id"]]
    if parents:
        session.execute(sql_update(Organisation), parents)
    _write_lists(session, documents, keys)


def update(
    session: Session,
    documents: Mapping[str, Mapping[str, Any]],
    before: Mapping[str, Mapping[str, Any]],
) -> None:
    """Make organisations that are there be as the documents say, one version later."""
    areas, keys = _areas(session, documents), common.term_keys(session)
    session.execute(
        sql_update(Organisation), [{"id": k, **_row(v, areas, keys)} for k, v in documents.items()]
    )
    for some in common.chunks(documents):
        session.execute(
            sql_update(Organisation)
            .where(Organisation.id.in_(some))
            .values(version=Organisation.version + 1, updated=now())
            .execution_options(synchronize_session=False)
        )
    lists = ("offers", "needs", "themes", "target_groups")
    different = {
        k: v for k, v in documents.items() if any(v[field] != before[k][field] for field in lists)
    }
    _write_lists(session, different, keys)


def delete(session: Session, ids: Collection[str]) -> None:
    """Delete organisations with their profile; one that others refer to is an IntegrityError."""
    session.execute(sql_delete(Organisation).where(Organisation.id.in_(ids)))


def _capacities(session: Session, ids: Collection[str] | None) -> dict[str, dict[str, list[Any]]]:
    found: dict[str, dict[str, list[Any]]] = defaultdict(lambda: {"offers": [], "needs": []})
    statement = select(
        Capacity.organisation_id,
        Capacity.side,
        Term.id,
        Capacity.note,
        Capacity.amount,
        Capacity.unit,
        Capacity.when,
        Capacity.until,
    ).join(Term, Term.key == Capacity.term_key)
    for owner, side, term, note, amount, unit, when, until in common.rows_of(
        session, statement, Capacity.organisation_id, ids
    ):
        found[owner][side].append(
            {
                "term": term,
                "note": note,
                "amount": amount,
                "unit": unit,
                "when": when,
                "until": common.iso(until),
            }
        )
    return {k: {s: sorted(v, key=capacity_order) for s, v in d.items()} for k, d in found.items()}


def capacity_order(capacity: Mapping[str, Any]) -> tuple[str, ...]:
    """The order in which a document lists capacities."""
    return tuple(
        "" if capacity[field] is None else str(capacity[field])
        for field in ("term", "note", "amount", "unit", "when", "until")
    )


def _row(
    document: Mapping[str, Any],
    areas: Mapping[tuple[str, str], int],
    keys: Mapping[tuple[str, str], int],
) -> dict[str, Any]:
    place = (document["municipality"] or "", document["district"] or "")
    return {
        **{column: document[field] for field, column in _COLUMNS.items()},
        "name_folded": fold(document["name"]),
        "name_sort": danish_key(document["name"]),
        "kind_key": keys["kind", document["kind"]] if document["kind"] else None,
        "area_id": areas[place] if any(place) else None,
    }


def _areas(
    session: Session, documents: Mapping[str, Mapping[str, Any]]
) -> dict[tuple[str, str], int]:
    wanted = {(d["municipality"] or "", d["district"] or "") for d in documents.values()}
    known = {(a.municipality, a.district) for a in session.scalars(select(Area))}
    missing = sorted(place for place in wanted - known if any(place))
    if missing:
        session.execute(
            insert(Area), [{"municipality": m, "district": district} for m, district in missing]
        )
    return {(a.municipality, a.district): a.id for a in session.scalars(select(Area))}


def _write_lists(
    session: Session,
    documents: Mapping[str, Mapping[str, Any]],
    keys: Mapping[tuple[str, str], int],
) -> None:
    capacities = [
        {
            **{field: item.get(field) for field in ("note", "amount", "unit", "when")},
            "organisation_id": owner,
            "side": side,
            "term_key": keys["capacity", item["term"]],
            "until": common.day(item.get("until")),
        }
        for owner, document in documents.items()
        for side in ("offers", "needs")
        for item in document[side]
    ]
    common.replace_rows(session, Capacity, Capacity.organisation_id, documents, capacities)
    common.replace_rows(
        session,
        OrganisationInterest,
        OrganisationInterest.organisation_id,
        documents,
        common.interest_rows(documents, "organisation_id", keys),
    )
