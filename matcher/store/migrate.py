"""Bringing a database to the newest schema, and telling whether it is there."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Literal

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, text
from sqlalchemy.exc import DatabaseError

from matcher.errors import Refusal
from matcher.store.database import Database
from matcher.wording.message import message

State = Literal["empty", "old", "current", "newer"]


def state(database: Database) -> State:
    """Whether the schema is empty, old, current, or made by a newer Samspil.

    Refusal (unavailable) when the database does not answer or the file is none.
    """
    if database.file is not None and not database.file.exists():
        return "empty"  # looking must not leave an empty file behind
    script = ScriptDirectory.from_config(_config())
    try:
        with database.engine.connect() as connection:
            at = MigrationContext.configure(connection).get_current_revision()
    except DatabaseError as wrong:
        raise _unreachable() from wrong
    if at is None:
        return "empty"
    if at == script.get_current_head():
        return "current"
    return "old" if at in {step.revision for step in script.walk_revisions()} else "newer"


def migrate(database: Database) -> None:
    """Bring the schema to the newest step; all of it or nothing.

    On SQLite foreign keys are off meanwhile: a table that is rebuilt with them on takes its
    dependants with it. They are checked before anything is kept. Refusal (conflict) if a
    reference leads nowhere then, (schema_old) if a newer Samspil made the database.
    """
    try:
        database.engine.connect().close()
    except DatabaseError as wrong:
        raise _unreachable() from wrong
    if state(database) == "newer":
        raise _newer()
    with alone(database) as connection:
        config = _config()
        config.attributes["connection"] = connection
        command.upgrade(config, "head")
        if database.is_sqlite:
            broken = connection.execute(text("PRAGMA foreign_key_check")).all()
            if broken:
                raise Refusal(
                    "conflict",
                    message("The migration would leave {n} broken references.", n=len(broken)),
                    message("Nothing was changed. Restore a backup or report the error."),
                )


def require_current(database: Database) -> None:
    """Refusal (schema_old) unless the schema is the newest one."""
    found = state(database)
    if found == "newer":
        raise _newer()
    if found != "current":
        raise Refusal(
            "schema_old",
            message("There is no database yet.")
            if found == "empty"
            else message("The database is from an older version of Samspil."),
            message("Run: samspil init"),
        )


def _newer() -> Refusal:
    return Refusal(
        "schema_old",
        message("The database was made by a newer version of Samspil."),
        message("Install the newer version, then run: samspil init"),
    )


def _unreachable() -> Refusal:
    return Refusal(
        "unavailable",
        message("The database cannot be opened."),
        message("Check SAMSPIL_DATABASE_URL, and that the server runs or the file may be read."),
    )


@contextmanager
def alone(database: Database) -> Iterator[Connection]:
    """A transaction in which tables may be rebuilt: SQLite's foreign keys are off meanwhile."""
    with database.engine.connect() as raw:
        connection = raw.execution_options(samspil_writes=True)
        if database.is_sqlite:
            # The pragma does nothing inside a transaction, so it goes to the driver before it.
            _foreign_keys(connection, on=False)
        try:
            with connection.begin():
                yield connection
        finally:
            if database.is_sqlite:
                _foreign_keys(connection, on=True)


def _foreign_keys(connection: Connection, *, on: bool) -> None:
    driver = connection.connection.driver_connection
    if driver is not None:
        driver.execute(f"PRAGMA foreign_keys = {'ON' if on else 'OFF'}")


def _config() -> Config:
    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent / "migrations"))
    return config
