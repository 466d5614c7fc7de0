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
    """A PostgreSQL database that is shared in turn: afterwards all tables are empty again.

    Rows are deleted, not tables truncated: a test leaves few rows in few of many tables, and to
    truncate makes the files of each table and index anew.
    """
    yield database
    tables = [f'DELETE FROM "{table.name}"' for table in reversed(Base.metadata.sorted_tables)]
    with database.engine.begin() as connection:
        connection.execute(text("; ".join([*tables, _RESTART])))
        connection.execute(text("INSERT INTO revision (id, number) VALUES (1, 0)"))


# Numbers that the database gives start at 1 again, as in a new one.
_RESTART = """
DO $$ DECLARE each record; BEGIN
  FOR each IN SELECT schemaname, sequencename FROM pg_sequences WHERE last_value IS NOT NULL LOOP
    PERFORM setval(format('%I.%I', each.schemaname, each.sequencename), 1, false);
  END LOOP;
END $$"""
