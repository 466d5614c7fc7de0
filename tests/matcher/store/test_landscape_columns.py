"""Columns and rows are two ways to the same landscape."""

from __future__ import annotations

from datetime import date

from matcher.generated import generated
from matcher.landscape import Landscape, build
from matcher.store.bulk import insert_columns
from matcher.store.database import Database
from matcher.store.landscape_columns import landscape_columns
from matcher.store.landscape_rows import landscape_rows
from tests.engine_factories import AS_OF, same
from tests.factories import (
    make_capacity,
    make_collaboration,
    make_organisation,
    make_participant,
    make_terms,
    make_tie,
)


def _both(database: Database) -> tuple[Landscape, Landscape]:
    with database.reading() as session:
        rows, columns = landscape_rows(session), landscape_columns(session)
    return build(rows, as_of=AS_OF, revision=1), build(columns, as_of=AS_OF, revision=1)


def test_records_give_the_same_landscape_either_way(database: Database) -> None:
    make_terms(database)
    make_organisation(database, "Ærø", id="B", sources=[("list", "17")], kind="school")
    make_organisation(
        database, "aabenraa", id="a", sector="public", kind="club", parent="B",
        municipality="Byen", district="Nord", postcode="2500", lat=55.5, lon=12.5,
        open_to_partners=False, description="Vi synger ved havnen.",
        offers=[make_capacity("transport", amount=3.0, until="2027-01-02"), "meeting-room"],
        needs=["volunteers"], themes=["green"], target_groups=["older"],
    )  # fmt: skip
    make_organisation(database, "Zoo", id="ø", hidden=True, open_to_partners=True, lat=55.4)
    parts = [make_participant("B", since=date(2021, 2, 3), until=date(2021, 5, 3)), "a"]
    make_collaboration(
        database, "Sang", parts, start=date(2021, 1, 1), end=date(2022, 1, 1),
        purpose="Sang for alle", area="Byen; Øen", funding_source="Sangfonden",
        themes=["food"], target_groups=["young"],
    )  # fmt: skip
    make_collaboration(database, "Senere", ["a", "ø"], start=date(2030, 1, 1))
    make_tie(database, "a", "ø", date=date(2020, 5, 6), end=date(2024, 5, 6), confidence=0.5)
    by_rows, by_columns = _both(database)
    assert by_rows.names == ("Ærø", "aabenraa", "Zoo")
    assert same(by_rows, by_columns)


def test_an_empty_database_gives_an_empty_landscape_either_way(database: Database) -> None:
    by_rows, by_columns = _both(database)
    assert len(by_columns) == 0
    assert same(by_rows, by_columns)


def test_a_network_written_in_bulk_is_read_as_it_was(database: Database) -> None:
    network = generated(60, seed=3)
    with database.writing(None, "") as work:
        insert_columns(work.session, network)
        work.commit()
    by_rows, by_columns = _both(database)
    assert by_columns.ties.nnz
    assert by_columns.offers.nnz
    assert same(by_columns, build(network, as_of=AS_OF, revision=1))
    assert same(by_rows, by_columns)
