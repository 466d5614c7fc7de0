"""The records' tests run on SQLite and on PostgreSQL alike."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import text

from matcher.store.database import Database
from matcher.store.migrate import migrate
from tests.databases import emptied, make_sqlite_template, sqlite_copy


@pytest.fixture(scope="session")
def sqlite_template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A migrated SQLite file without records."""
    return make_sqlite_template(tmp_path_factory.mktemp("template") / "empty.db")


@pytest.fixture(scope="session")
def postgresql_migrated(postgresql_url: str) -> Iterator[Database]:
    """A migrated PostgreSQL database; its tables go when the tests end."""
    database = Database(postgresql_url)
    migrate(database)
    yield database
    with database.engine.begin() as connection:
        connection.execute(text("DROP SCHEMA public CASCADE"))
        connection.execute(text("CREATE SCHEMA public"))
    database.close()


@pytest.fixture(params=["sqlite", "postgresql"])
def database(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Database]:
    """An empty, migrated database of each kind."""
    if request.param == "sqlite":
        template: Path = request.getfixturevalue("sqlite_template")
        with sqlite_copy(template, tmp_path / "test.db") as copy:
            yield copy
    else:
        with emptied(request.getfixturevalue("postgresql_migrated")) as shared:
            yield shared
