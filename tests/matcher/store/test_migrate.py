"""Every migration keeps the rows of every table, on both databases."""

from __future__ import annotations

from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.operations import Operations
from alembic.runtime.migration import MigrationContext
from sqlalchemy import Integer, select, text

from matcher.errors import Refusal
from matcher.store import documents
from matcher.store.database import Database
from matcher.store.migrate import alone, migrate, require_current, state
from matcher.store.tables import Base, OrganisationIdentity
from tests.matcher.store.documents.makers import NEIGHBOURS, make_shortlist


def test_the_migrations_make_just_the_tables_that_the_code_describes(database: Database) -> None:
    with database.engine.connect() as connection:
        context = MigrationContext.configure(connection)
        assert compare_metadata(context, Base.metadata) == []


def test_migrating_again_changes_nothing(database: Database) -> None:
    migrate(database)
    assert state(database) == "current"
    require_current(database)


def test_an_empty_database_names_the_command(tmp_path: Path) -> None:
    database = Database(f"sqlite:///{tmp_path / 'new.db'}")
    with pytest.raises(Refusal) as refused:
        require_current(database)
    database.close()
    assert refused.value.code == "schema_old"
    assert refused.value.hint is not None
    assert "samspil init" in refused.value.hint.id
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(("at", "expected"), [("0000", "newer"), (None, "empty")])
def test_a_schema_of_another_version_is_told_apart(
    database: Database, at: str | None, expected: str
) -> None:
    with database.engine.begin() as connection:
        kept = connection.execute(text("SELECT version_num FROM alembic_version")).scalar_one()
        connection.execute(text("DELETE FROM alembic_version"))
        if at:
            connection.execute(text("INSERT INTO alembic_version VALUES (:at)"), {"at": at})
    try:
        assert state(database) == expected
    finally:
        with database.engine.begin() as connection:
            connection.execute(text("DELETE FROM alembic_version"))
            connection.execute(text("INSERT INTO alembic_version VALUES (:at)"), {"at": kept})


@pytest.mark.parametrize(
    "url", ["sqlite:///{folder}/no-folder/x.db", "sqlite:///{folder}/noise.db"]
)
def test_a_database_that_cannot_be_opened_is_said_plainly(tmp_path: Path, url: str) -> None:
    (tmp_path / "noise.db").write_bytes(b"this is no database" * 100)
    database = Database(url.format(folder=tmp_path))
    with pytest.raises(Refusal) as refused:
        migrate(database)
    database.close()
    assert refused.value.code == "unavailable"


def test_broken_references_stop_a_migration(tmp_path: Path) -> None:
    database = Database(f"sqlite:///{tmp_path / 'broken.db'}")
    migrate(database)
    with database.engine.connect() as connection:
        driver = connection.connection.driver_connection
        assert driver is not None
        driver.execute("PRAGMA foreign_keys = OFF")
        with connection.begin():
            connection.execute(
                text("INSERT INTO organisation_identity VALUES ('list', '1', 'nowhere')")
            )
    with pytest.raises(Refusal) as refused:
        migrate(database)
    database.close()
    assert refused.value.code == "conflict"


def test_rebuilding_a_parent_table_keeps_every_dependant(database: Database) -> None:
    """On SQLite a changed table is made anew; with foreign keys on, its children would go."""
    shortlist = {**make_shortlist(full=True), "brief": None}
    with database.writing(None, "test") as work:
        documents.write(work, "organisation", NEIGHBOURS)
        documents.write(work, "shortlist", {"s": shortlist})
        work.session.add(OrganisationIdentity(source="l", source_id="1", organisation_id="n1"))
        work.commit()
    with alone(database) as connection:
        operations = Operations(MigrationContext.configure(connection))
        for table in ("organisation", "shortlist"):
            with operations.batch_alter_table(table) as batch:
                batch.alter_column("version", existing_type=Integer(), server_default="1")
    with database.reading() as session:
        assert documents.read(session, "organisation") == NEIGHBOURS
        assert documents.read(session, "shortlist") == {"s": shortlist}
        assert len(session.scalars(select(OrganisationIdentity)).all()) == 1
    with alone(database) as connection:
        operations = Operations(MigrationContext.configure(connection))
        for table in ("organisation", "shortlist"):
            with operations.batch_alter_table(table) as batch:
                batch.alter_column("version", existing_type=Integer(), server_default=None)
