"""Databases for tests: SQLite files copied from a template, PostgreSQL emptied in between."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import text

from matcher.store.database import Database
from matcher.store.migrate import migrate
from matcher.store.tables import Base


def make_sqlite_template(path: Path) -> Path:
    """A migrated SQLite file without records, to be copied."""
    database = Database(f"sqlite:///{path}")
    migrate(database)
    with database.engine.connect() as connection:
        # A copy takes the file alone, so what the log holds must be in it.
        connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")
    database.close()
    return path


@contextmanager
def sqlite_copy(template: Path, path: Path) -> Iterator[Database]:
    """A database of its own, quicker than migrating again."""
    shutil.copy(template, path)
    database = Database(f"sqlite:///{path}")
    yield database
    database.close()


@contextmanager
def emptied(database: Database) -> Iterator[Database]:
    """A PostgreSQL database that is shared in turn: afterwards all tables are empty again."""
    yield database
    names = ", ".join(f'"{table.name}"' for table in Base.metadata.sorted_tables)
    with database.engine.begin() as connection:
        connection.execute(text(f"TRUNCATE {names} RESTART IDENTITY CASCADE"))
        connection.execute(text("INSERT INTO revision (id, number) VALUES (1, 0)"))
