"""Every step keeps what was there, and leads to just the schema that a new database has."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from alembic import command
from alembic.config import Config
from sqlalchemy import MetaData, create_engine, insert, inspect, select, text
from sqlalchemy.exc import IntegrityError

import matcher.store
from matcher.store.database import Database
from matcher.store.migrate import alone, migrate, state
from matcher.store.tables import Base
from tests.matcher.store.migrations.rows import FIRST

Rows = dict[str, list[dict[str, Any]]]

_SCHEMA = "of_an_earlier_version"


@pytest.fixture(params=["sqlite", "postgresql"])
def earlier(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Database]:
    """A database at the first step, of each kind; on PostgreSQL in a schema of its own."""
    if request.param == "sqlite":
        database = Database(f"sqlite:///{tmp_path / 'earlier.db'}")
        step(database, "0001")
        yield database
        database.close()
        return
    url = request.getfixturevalue("postgresql_url")
    server = create_engine(url, isolation_level="AUTOCOMMIT")
    with server.connect() as connection:
        connection.execute(text(f"CREATE SCHEMA {_SCHEMA}"))
    database = Database(f"{url}?options=-csearch_path%3D{_SCHEMA}")
    step(database, "0001")
    yield database
    database.close()
    with server.connect() as connection:
        connection.execute(text(f"DROP SCHEMA {_SCHEMA} CASCADE"))
    server.dispose()


def step(database: Database, revision: str) -> None:
    """Bring the schema to a step, forwards or back."""
    config = Config()
    folder = Path(matcher.store.__file__).parent / "migrations"
    config.set_main_option("script_location", str(folder))
    with alone(database) as connection:
        config.attributes["connection"] = connection
        back = revision < (_at(connection) or "")
        (command.downgrade if back else command.upgrade)(config, revision)


def _at(connection: Any) -> str | None:
    if not inspect(connection).has_table("alembic_version"):
        return None
    found: str | None = connection.execute(
        text("SELECT version_num FROM alembic_version")
    ).scalar_one_or_none()
    return found


def reflected(database: Database) -> MetaData:
    """The tables as the database has them now."""
    metadata = MetaData()
    metadata.reflect(database.engine)
    return metadata


def fill(database: Database) -> None:
    """Put the rows of FIRST in their tables."""
    metadata = reflected(database)
    with database.engine.begin() as connection:
        connection.execute(metadata.tables["revision"].delete())
        for table in metadata.sorted_tables:
            if table.name in FIRST:
                for row in FIRST[table.name]:
                    connection.execute(insert(table), row)


def everything(database: Database, like: Rows | None = None) -> Rows:
    """All rows of all tables; of the tables and columns of `like` only, where it is given."""
    found: Rows = {}
    with database.engine.connect() as connection:
        for table in reflected(database).sorted_tables:
            if table.name == "alembic_version" or (like is not None and table.name not in like):
                continue
            rows = [dict(row._mapping) for row in connection.execute(select(table))]
            columns = set(like[table.name][0]) if like else {c.name for c in table.columns}
            told = [{k: v for k, v in row.items() if k in columns} for row in rows]
            found[table.name] = sorted(told, key=repr)
    return found


def test_the_rows_fill_every_column_of_every_table(earlier: Database) -> None:
    tables = {t.name: t for t in reflected(earlier).sorted_tables if t.name != "alembic_version"}
    assert set(tables) == set(FIRST)
    for name, table in tables.items():
        for row in FIRST[name]:
            assert set(row) == {column.name for column in table.columns}, name


def test_every_row_is_kept(earlier: Database) -> None:
    fill(earlier)
    before = everything(earlier)
    assert {name: len(rows) for name, rows in before.items()} == {
        name: len(rows) for name, rows in FIRST.items()
    }
    migrate(earlier)
    assert state(earlier) == "current"
    assert everything(earlier, before) == before


def test_a_step_back_keeps_every_row_too(earlier: Database) -> None:
    fill(earlier)
    before = everything(earlier)
    migrate(earlier)
    with earlier.engine.begin() as connection:
        for number, undoes in ((3, None), (4, 3)):
            connection.execute(
                text(
                    "INSERT INTO change (id, at, actor_name, record, record_id, action, undoes) "
                    "VALUES (:id, '2026-01-02', 'U', 'brief', 'b1', 'created', :undoes)"
                ),
                {"id": number, "undoes": undoes},
            )
    step(earlier, "0001")
    assert everything(earlier) == before
    migrate(earlier)
    assert everything(earlier, before) == before


def test_the_steps_lead_to_the_constraints_that_the_code_describes(earlier: Database) -> None:
    """SQLite makes a changed table anew: what it was bound to must come along."""
    migrate(earlier)
    inspector = inspect(earlier.engine)
    for table in Base.metadata.sorted_tables:
        checks = {c["name"] for c in inspector.get_check_constraints(table.name)}
        uniques = {c["name"] for c in inspector.get_unique_constraints(table.name)}
        keys = {c["name"] for c in inspector.get_foreign_keys(table.name)}
        indexes = {c["name"] for c in inspector.get_indexes(table.name)} - uniques
        named = {type(c).__name__: set[str]() for c in table.constraints}
        for constraint in table.constraints:
            named[type(constraint).__name__].add(str(constraint.name))
        assert checks == named.get("CheckConstraint", set()), table.name
        assert uniques == named.get("UniqueConstraint", set()), table.name
        assert keys == named.get("ForeignKeyConstraint", set()), table.name
        assert indexes == {str(index.name) for index in table.indexes}, table.name


@pytest.mark.parametrize(
    ("record", "kept"), [("verdict", True), ("recipe_in_use", True), ("anything", False)]
)
def test_the_history_takes_the_new_records_and_no_others(
    earlier: Database, record: str, kept: bool
) -> None:
    migrate(earlier)
    statement = text(
        "INSERT INTO change (id, at, actor_name, record, record_id, action) "
        "VALUES (1, '2026-01-02', 'U', :record, 'x', 'created')"
    )
    with earlier.engine.connect() as connection, connection.begin() as transaction:
        if kept:
            connection.execute(statement, {"record": record})
        else:
            with pytest.raises(IntegrityError):
                connection.execute(statement, {"record": record})
            transaction.rollback()
