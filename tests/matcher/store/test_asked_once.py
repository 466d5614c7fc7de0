"""What is asked once is not asked again, and the answer is the same."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy import event, select
from sqlalchemy.orm import Session

from matcher.store.asked_once import asked_once
from matcher.store.database import Database
from matcher.store.documents.common import rows_of
from matcher.store.tables import Organisation
from tests.factories import make_organisation


@contextmanager
def counted(database: Database) -> Iterator[list[str]]:
    """The statements that are sent meanwhile."""
    sent: list[str] = []

    def collect(_c: object, _cursor: object, statement: str, *_rest: object) -> None:
        if statement.startswith("SELECT"):
            sent.append(statement)

    event.listen(database.engine, "before_cursor_execute", collect)
    yield sent
    event.remove(database.engine, "before_cursor_execute", collect)


def names(session: Session, *ids: str) -> list[str]:
    statement = select(Organisation.name).order_by(Organisation.name)
    return [name for (name,) in rows_of(session, statement, Organisation.id, ids)]


def test_the_same_question_is_asked_once(database: Database) -> None:
    a, b = (make_organisation(database, name) for name in ("Anker", "Bakken"))
    with database.reading() as session, counted(database) as sent:
        with asked_once(session):
            assert names(session, a) == names(session, a) == ["Anker"]
            assert len(sent) == 1
            assert names(session, b) == ["Bakken"], "another value is another question"
            assert names(session, a, b) == ["Anker", "Bakken"]
            assert names(session, b, a) == ["Anker", "Bakken"], "in another order it is the same"
            assert len(sent) == 3
        assert names(session, a) == ["Anker"]
        assert len(sent) == 4, "afterwards it is asked anew"


def test_records_are_the_same_records(database: Database) -> None:
    key = make_organisation(database, "Anker")
    with database.reading() as session, asked_once(session):
        statement = select(Organisation).where(Organisation.id == key)
        first = session.scalars(statement).one()
        assert session.scalars(statement).one() is first
        assert session.get(Organisation, key) is first
        assert session.scalars(statement.where(Organisation.name == "x")).all() == []
