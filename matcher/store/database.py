"""The connection to SQLite or PostgreSQL, and its two ways in: reading and writing."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event, text
from sqlalchemy.engine import make_url
from sqlalchemy.exc import ArgumentError, DatabaseError, NoSuchModuleError
from sqlalchemy.orm import Session

from matcher.errors import Refusal
from matcher.store.unit_of_work import UnitOfWork
from matcher.wording.message import message

# Any number will do: it names the lock that makes writers on PostgreSQL take turns.
_WRITERS_LOCK = 5_417_209


class Database:
    """One network's records.

    Writers take turns: SQLite begins with BEGIN IMMEDIATE, PostgreSQL with an advisory lock, so
    that what was read before a write is still true when it is written. Readers see one state
    throughout.
    """

    def __init__(self, url: str) -> None:
        self.engine = _engine(url)
        self.file = sqlite_file(url)
        self._writer = self.engine.execution_options(samspil_writes=True)

    @property
    def is_sqlite(self) -> bool:
        """Whether the records are in an SQLite file."""
        return self.engine.dialect.name == "sqlite"

    @contextmanager
    def reading(self) -> Iterator[Session]:
        """A session that sees one state of the records; what it changes is thrown away."""
        with Session(self.engine, autoflush=False) as session:
            yield session

    @contextmanager
    def writing(self, actor_id: str | None, actor_name: str) -> Iterator[UnitOfWork]:
        """A unit of work; nothing of it is kept unless `commit()` is called.

        Refusal (unavailable) when SQLite's other writer does not come to an end.
        """
        with Session(self._writer, expire_on_commit=False) as session:
            # What PostgreSQL says may name its host and user; it is for the log alone.
            with answering() if self.is_sqlite else nullcontext():
                session.connection()  # begins now, so that all it reads is read under the lock
            yield UnitOfWork(session, actor_id=actor_id, actor_name=actor_name)

    def close(self) -> None:
        """Close all connections."""
        self.engine.dispose()


@contextmanager
def answering() -> Iterator[None]:
    """Refusal (unavailable) for what a database says that is locked, full, gone or not whole."""
    try:
        yield
    except DatabaseError as wrong:
        reason = " ".join(str(wrong.orig).split())
        raise Refusal(
            "unavailable",
            message("The records cannot be read or written: {reason}.", reason=reason),
            message("Try again in a moment: another program may be writing, or the disk is full."),
        ) from wrong


def _engine(url: str) -> Engine:
    try:
        parsed = make_url(url)
        if parsed.drivername in {"postgresql", "postgres"}:
            parsed = parsed.set(drivername="postgresql+psycopg")
        if parsed.get_backend_name() == "sqlite":
            return _sqlite(create_engine(parsed, connect_args={"timeout": 30}))
        if parsed.get_backend_name() == "postgresql":
            return _postgresql(
                create_engine(parsed, isolation_level="REPEATABLE READ", pool_pre_ping=True)
            )
    except ModuleNotFoundError as missing:
        raise Refusal(
            "unavailable",
            message("The driver for PostgreSQL is not installed."),
            message("Install it with: pip install 'samspil[postgresql]'"),
        ) from missing
    except (ArgumentError, NoSuchModuleError) as wrong:
        raise _unknown_database() from wrong
    raise _unknown_database()


def _unknown_database() -> Refusal:
    return Refusal(
        "invalid",
        message("SAMSPIL_DATABASE_URL is not the address of a database."),
        message("Write sqlite:///samspil.db or postgresql://user@host/name."),
    )


def _sqlite(engine: Engine) -> Engine:
    @event.listens_for(engine, "connect")
    def prepare(connection: Any, _record: object) -> None:
        connection.isolation_level = None  # we begin ourselves; the driver begins too late
        connection.execute("PRAGMA foreign_keys = ON")
        connection.execute("PRAGMA journal_mode = WAL")

    @event.listens_for(engine, "begin")
    def begin(connection: Connection) -> None:
        writes = connection.get_execution_options().get("samspil_writes", False)
        connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")

    return engine


def _postgresql(engine: Engine) -> Engine:
    @event.listens_for(engine, "begin")
    def begin(connection: Connection) -> None:
        if connection.get_execution_options().get("samspil_writes", False):
            # A lock taken inside a repeatable read would be followed by an old snapshot.
            connection.execute(text("SET TRANSACTION ISOLATION LEVEL READ COMMITTED"))
            connection.execute(text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": _WRITERS_LOCK})

    return engine


def sqlite_file(url: str) -> Path | None:
    """The file of an SQLite address; None for other databases and for one kept in memory."""
    parsed = make_url(url)
    if parsed.get_backend_name() != "sqlite" or parsed.database in {None, "", ":memory:"}:
        return None
    return Path(str(parsed.database))
