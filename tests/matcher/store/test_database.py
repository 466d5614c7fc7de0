"""Writers take turns, and a reader sees one state."""

from __future__ import annotations

import sqlite3
import threading
from pathlib import Path

import pytest
from sqlalchemy import event, select, text
from sqlalchemy.exc import IntegrityError

from matcher.errors import Refusal
from matcher.store import documents
from matcher.store.database import Database, sqlite_file
from matcher.store.documents import organisations
from matcher.store.tables import InstallationValue
from matcher.store.unit_of_work import revision
from tests.databases import sqlite_copy


def test_two_writers_lose_no_increment(database: Database) -> None:
    """Read-then-write of two threads at once: every step of either counts."""
    with database.writing(None, "test") as work:
        work.session.add(InstallationValue(name="steps", value="0"))
        work.commit()

    def take_steps() -> None:
        for _ in range(20):
            with database.writing(None, "test") as work:
                row = work.session.get(InstallationValue, "steps")
                assert row is not None
                row.value = str(int(row.value) + 1)
                work.commit()

    threads = [threading.Thread(target=take_steps) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    with database.reading() as session:
        value = session.scalars(select(InstallationValue.value)).one()
    assert value == "40"


def test_a_reader_sees_one_state_while_others_write(database: Database) -> None:
    with database.reading() as reader:
        before = revision(reader)
        with database.writing(None, "test") as work:
            documents.write(work, "organisation", {"a": {**organisations.EMPTY, "name": "A"}})
            work.commit()
        reader.expire_all()
        assert revision(reader) == before
    with database.reading() as reader:
        assert revision(reader) == before + 1


def test_references_must_lead_somewhere(database: Database) -> None:
    orphan = {**organisations.EMPTY, "name": "A", "parent": "nowhere"}
    with database.writing(None, "test") as work, pytest.raises(IntegrityError):
        documents.write(work, "organisation", {"a": orphan})


def test_sqlite_writes_ahead_and_checks_references(tmp_path: Path) -> None:
    database = Database(f"sqlite:///{tmp_path / 'new.db'}")
    with database.reading() as session:
        assert session.execute(text("PRAGMA journal_mode")).scalar_one() == "wal"
        assert session.execute(text("PRAGMA foreign_keys")).scalar_one() == 1
    database.close()


def test_who_waits_in_vain_for_another_writer_is_told(
    sqlite_template: Path, tmp_path: Path
) -> None:
    with sqlite_copy(sqlite_template, tmp_path / "busy.db") as database:

        @event.listens_for(database.engine, "connect")
        def wait_no_longer(connection: sqlite3.Connection, _record: object) -> None:
            connection.execute("PRAGMA busy_timeout = 10")

        with (
            database.writing(None, "first"),
            pytest.raises(Refusal) as refusal,
            database.writing(None, "second"),
        ):
            raise AssertionError("two writers at once")
    assert refusal.value.code == "unavailable"


@pytest.mark.parametrize("url", ["nonsense", "mysql://localhost/x", "nosuch+driver://x", ""])
def test_an_address_that_is_none_is_refused(url: str) -> None:
    with pytest.raises(Refusal) as refused:
        Database(url)
    assert refused.value.code == "invalid"
    assert refused.value.hint is not None


def test_the_file_of_an_address() -> None:
    assert str(sqlite_file("sqlite:///some/where.db")) == "some/where.db"
    assert sqlite_file("sqlite://") is None
    assert sqlite_file("postgresql://localhost/x") is None
