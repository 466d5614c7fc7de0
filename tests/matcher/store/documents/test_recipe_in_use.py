"""Which recipe is in use: one record, or none."""

from __future__ import annotations

import pytest

from matcher.store import documents
from matcher.store.database import Database
from matcher.store.documents.recipe_in_use import ID
from tests.matcher.store.documents.makers import make_recipe

RECORD = "recipe_in_use"


@pytest.fixture(autouse=True)
def _recipes(database: Database) -> None:
    with database.writing(None, "test") as work:
        documents.write(work, "recipe", {name: make_recipe(full=True) for name in ("a", "b")})
        work.commit()


def use(database: Database, name: str | None) -> dict[str, list[str]]:
    with database.writing(None, "test") as work:
        told = documents.write(work, RECORD, {ID: None if name is None else {"name": name}})
        work.commit()
    return told


def in_use(database: Database) -> dict[str, object]:
    with database.reading() as session:
        return {**documents.read(session, RECORD)}


def test_none_is_in_use_until_one_is_taken(database: Database) -> None:
    assert in_use(database) == {}
    assert use(database, "a")["created"] == [ID]
    assert in_use(database) == {ID: {"name": "a"}}


@pytest.mark.parametrize(("first", "second"), [("a", "b"), ("b", "a")])
def test_another_takes_its_place_in_one_change(database: Database, first: str, second: str) -> None:
    use(database, first)
    assert use(database, second)["updated"] == [ID]
    assert in_use(database) == {ID: {"name": second}}
    assert use(database, second)["unchanged"] == [ID]
    assert use(database, None)["deleted"] == [ID]
    assert in_use(database) == {}


def test_changing_a_recipe_leaves_it_in_use(database: Database) -> None:
    use(database, "a")
    with database.writing(None, "test") as work:
        documents.write(work, "recipe", {"a": make_recipe(full=False), "c": make_recipe(full=True)})
        work.commit()
    assert in_use(database) == {ID: {"name": "a"}}


def test_there_is_no_other_id(database: Database) -> None:
    use(database, "a")
    with database.reading() as session:
        assert documents.read(session, RECORD, ["x"]) == {}
        assert documents.read(session, RECORD, [ID, "x"]) == {ID: {"name": "a"}}
    with database.writing(None, "test") as work, pytest.raises(ValueError, match="one record"):
        documents.write(work, RECORD, {"x": {"name": "b"}})
