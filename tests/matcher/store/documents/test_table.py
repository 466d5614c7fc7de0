"""What holds for every kind of record that is kept as a document."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from sqlalchemy import delete, insert, select

from matcher.store import documents
from matcher.store.database import Database
from matcher.store.documents.table import KINDS
from matcher.store.tables import Change, RevisionChange, Term
from matcher.store.unit_of_work import UnitOfWork, changed_since, revision
from tests.matcher.store.documents.makers import BESIDE, MAKERS, NEIGHBOURS

Document = dict[str, Any]


@pytest.fixture(params=sorted(MAKERS))
def record(request: pytest.FixtureRequest) -> str:
    """Each kind of record in turn."""
    kind: str = request.param
    return kind


@pytest.fixture
def make(record: str, furnished: Database) -> Callable[..., Document]:
    """Makes a document of that kind; what it refers to is there."""
    with furnished.writing(None, "test") as work:
        for kind, beside in BESIDE.items():
            if kind != record:
                documents.write(work, kind, beside)
        work.session.execute(delete(Change))
        work.session.execute(delete(RevisionChange))
        work.commit()
    return MAKERS[record]


@pytest.fixture
def furnished(database: Database) -> Database:
    """A database with the terms and organisations that the documents refer to."""
    with database.writing(None, "test") as work:
        work.session.execute(
            insert(Term),
            [
                {"vocabulary": v, "id": f"{v}-{i}", "da": f"{v} {i}", "en": f"{v} {i}"}
                for v in ("capacity", "theme", "target_group", "kind")
                for i in (1, 2)
            ],
        )
        documents.write(work, "organisation", NEIGHBOURS)
        work.commit()
    return database


def write(database: Database, record: str, after: dict[str, Document | None]) -> Any:
    with database.writing("u1", "Somebody") as work:
        told = documents.write(work, record, after)
        work.commit()
    return told


def read(database: Database, record: str) -> dict[str, Document]:
    with database.reading() as session:
        return documents.read(session, record)


def test_every_kind_has_a_maker() -> None:
    assert set(MAKERS) | {"recipe_in_use"} == set(KINDS)


def test_what_is_written_is_read_back(
    furnished: Database, record: str, make: Callable[..., Document]
) -> None:
    full, bare = make(full=True), make(full=False)
    told = write(furnished, record, {"x": full, "y": bare})
    assert told["created"] == ["x", "y"]
    found = read(furnished, record)
    assert found["x"] == full
    assert found["y"] == bare


def test_writing_the_same_again_changes_nothing(
    furnished: Database, record: str, make: Callable[..., Document]
) -> None:
    write(furnished, record, {"x": make(full=True)})
    with furnished.reading() as session:
        before = revision(session), len(session.scalars(select(Change)).all())
    told = write(furnished, record, {"x": make(full=True)})
    assert told == {"created": [], "updated": [], "deleted": [], "unchanged": ["x"]}
    with furnished.reading() as session:
        assert (revision(session), len(session.scalars(select(Change)).all())) == before


def test_an_update_keeps_only_the_new_and_notes_what_differs(
    furnished: Database, record: str, make: Callable[..., Document]
) -> None:
    full, bare = make(full=True), make(full=False)
    write(furnished, record, {"x": full})
    write(furnished, record, {"x": bare})
    assert read(furnished, record)["x"] == bare
    change = last_change(furnished)
    differing = {field for field in full if full[field] != bare[field]}
    assert (change.action, change.record, change.record_id) == ("updated", record, "x")
    assert change.before == {field: full[field] for field in differing}
    assert change.after == {field: bare[field] for field in differing}
    assert (change.actor_id, change.actor_name) == ("u1", "Somebody")


def test_deleting_notes_all_that_was(
    furnished: Database, record: str, make: Callable[..., Document]
) -> None:
    write(furnished, record, {"x": make(full=True)})
    assert write(furnished, record, {"x": None})["deleted"] == ["x"]
    assert "x" not in read(furnished, record)
    change = last_change(furnished)
    assert (change.action, change.before, change.after) == ("deleted", make(full=True), None)


def test_only_what_the_landscape_reads_raises_the_revision(
    furnished: Database, record: str, make: Callable[..., Document]
) -> None:
    seen = KINDS[record].landscape
    write(furnished, record, {"x": make(full=True)})
    for field in make(full=True):
        after = read(furnished, record)["x"]
        after[field] = make(full=False)[field]
        if after == read(furnished, record)["x"]:
            continue
        with furnished.reading() as session:
            number = revision(session)
        write(furnished, record, {"x": after})
        with furnished.reading() as session:
            changed = changed_since(session, number)
        read_by_it = seen is not None and field in seen
        assert changed == ({(record, "x")} if read_by_it else set()), field


@pytest.mark.parametrize(
    ("record", "fields"),
    [
        ("organisation", ("name", "description", "sector", "kind", "municipality", "postcode")),
        ("organisation", ("offers", "needs", "themes", "target_groups", "open_to_partners")),
        ("collaboration", ("title", "purpose", "area", "funding_source", "start", "end")),
        ("collaboration", ("themes", "target_groups", "participants")),
    ],
)
def test_each_field_that_matching_reads_raises_the_revision(
    furnished: Database, record: str, fields: tuple[str, ...]
) -> None:
    full, bare = MAKERS[record](full=True), MAKERS[record](full=False)
    write(furnished, record, {"x": full})
    for field in fields:
        with furnished.reading() as session:
            number = revision(session)
        write(furnished, record, {"x": {**full, field: bare[field]}})
        with furnished.reading() as session:
            assert changed_since(session, number) == {(record, "x")}, field
        write(furnished, record, {"x": full})


@pytest.mark.parametrize("field", ["phone", "notes", "contact_person", "website"])
def test_a_field_that_matching_does_not_read_leaves_the_revision(
    furnished: Database, field: str
) -> None:
    full = MAKERS["organisation"](full=True)
    write(furnished, "organisation", {"x": full})
    with furnished.reading() as session:
        number = revision(session)
    write(furnished, "organisation", {"x": {**full, field: None}})
    with furnished.reading() as session:
        assert revision(session) == number


def test_unknown_ids_are_left_out(furnished: Database, record: str) -> None:
    with furnished.reading() as session:
        assert documents.read(session, record, ["nowhere"]) == {}
        assert documents.read(session, record, []) == {}


def test_nothing_is_kept_without_commit(
    furnished: Database, record: str, make: Callable[..., Document]
) -> None:
    def interrupted(work: UnitOfWork) -> None:
        documents.write(work, record, {"x": make(full=True)})
        raise RuntimeError("the power went")

    with furnished.reading() as session:
        number = revision(session)
    with furnished.writing(None, "test") as work, pytest.raises(RuntimeError):
        interrupted(work)
    assert "x" not in read(furnished, record)
    with furnished.reading() as session:
        assert revision(session) == number


def last_change(database: Database) -> Change:
    with database.reading() as session:
        return session.scalars(select(Change).order_by(Change.id.desc()).limit(1)).one()
