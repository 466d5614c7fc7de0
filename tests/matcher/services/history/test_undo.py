"""Taking changes back, of every kind of record, on both databases."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from matcher.errors import Refusal
from matcher.services.collaborations import delete_collaboration
from matcher.services.history import undo_change
from matcher.services.installation import Installation
from matcher.services.organisations import delete_organisation, hide_organisation
from matcher.store import documents
from matcher.store.queries import history, identities
from matcher.wording.say import say
from tests.factories import (
    ADMINISTRATOR,
    EDITOR,
    READER,
    make_collaboration,
    make_organisation,
    make_shortlist,
    make_tie,
)
from tests.matcher.services.makers import collaboration_documents, organisation_documents

ON_A_DATABASE = settings(
    max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
PARTNERS = ["p1", "p2", "p3"]


@pytest.fixture
def partners(installation: Installation) -> list[str]:
    """Three organisations that records can refer to."""
    return [make_organisation(installation, f"Partner {key}", id=key) for key in PARTNERS]


def write(
    installation: Installation, record: str, key: str, document: dict[str, Any] | None
) -> int:
    """Write a document and give the change that was noted."""
    with installation.writing(EDITOR) as work:
        documents.write(work, record, {key: document})
        work.commit()
    return newest(installation, record, key)


def newest(installation: Installation, record: str, key: str) -> int:
    """The newest change to a record."""
    with installation.reading() as session:
        found = history.newest(session, record, key)
    assert found is not None
    return found.id


def read(installation: Installation, record: str, key: str) -> dict[str, Any] | None:
    """The record's document, None if it is not there."""
    with installation.reading() as session:
        return documents.read(session, record, [key]).get(key)


def refused(installation: Installation, change: int) -> str:
    """Why a change cannot be undone, in English."""
    with pytest.raises(Refusal) as refusal:
        undo_change(installation, EDITOR, change)
    assert refusal.value.code == "conflict"
    return say(refusal.value.text, "en")


def back_and_forth(
    installation: Installation,
    record: str,
    before: dict[str, Any] | None,
    after: dict[str, Any] | None,
) -> None:
    """A change from one state to another, undone, and the undoing undone."""
    key = "r"
    if read(installation, record, key) != before:
        write(installation, record, key, before)
    if before == after:
        return
    change = write(installation, record, key, after)
    undone = undo_change(installation, EDITOR, change)
    assert (undone.record, undone.record_id, undone.exists) == (record, key, before is not None)
    assert read(installation, record, key) == before
    undo_change(installation, EDITOR, newest(installation, record, key))
    assert read(installation, record, key) == after


@ON_A_DATABASE
@given(before=st.none() | organisation_documents(), after=st.none() | organisation_documents())
def test_any_change_to_an_organisation(
    installation: Installation, before: dict[str, Any] | None, after: dict[str, Any] | None
) -> None:
    back_and_forth(installation, "organisation", before, after)


@ON_A_DATABASE
@given(
    before=st.none() | collaboration_documents(PARTNERS),
    after=st.none() | collaboration_documents(PARTNERS),
)
def test_any_change_to_a_collaboration(
    installation: Installation,
    partners: list[str],
    before: dict[str, Any] | None,
    after: dict[str, Any] | None,
) -> None:
    back_and_forth(installation, "collaboration", before, after)


@pytest.mark.parametrize("record", ["tie", "shortlist"])
def test_any_change_to_a_tie_or_a_shortlist(
    installation: Installation, partners: list[str], record: str
) -> None:
    make = {
        "tie": lambda: make_tie(installation, "p1", "p2", kind="naboer", confidence=0.5),
        "shortlist": lambda: make_shortlist(installation, organisation="p1", entries=["p3", "p2"]),
    }[record]
    there = read(installation, record, make())
    assert there is not None
    other = {**there, "kind": "venner"} if record == "tie" else {**there, "entries": []}
    for before, after in ((there, other), (None, there), (there, None)):
        back_and_forth(installation, record, before, after)


def test_undoing_says_what_it_undoes_and_who_did_it(installation: Installation) -> None:
    key = make_organisation(installation)
    hide_organisation(installation, EDITOR, key, hidden=True)
    change = newest(installation, "organisation", key)
    undo_change(installation, ADMINISTRATOR, change)
    with installation.reading() as session:
        done, undone = history.changes(session, ["organisation"], key, offset=0, limit=2)
    assert (done.undoes, done.actor_name) == (change, "Administrator")
    assert undone.undone_by == done.id


def test_a_change_is_undone_once(installation: Installation) -> None:
    key = make_organisation(installation)
    hide_organisation(installation, EDITOR, key, hidden=True)
    change = newest(installation, "organisation", key)
    undo_change(installation, EDITOR, change)
    assert refused(installation, change) == "This change has already been undone."


def test_other_fields_that_changed_since_do_not_stand_in_the_way(
    installation: Installation,
) -> None:
    key = make_organisation(installation, "Huset", phone="1")
    there = read(installation, "organisation", key)
    assert there is not None
    first = write(installation, "organisation", key, {**there, "phone": "2"})
    write(installation, "organisation", key, {**there, "phone": "2", "town": "Valby"})
    undo_change(installation, EDITOR, first)
    found = read(installation, "organisation", key)
    assert found is not None
    assert (found["phone"], found["town"]) == ("1", "Valby")


def test_a_later_change_to_the_field_stands_in_the_way_and_is_named(
    installation: Installation,
) -> None:
    key = make_organisation(installation, "Huset", phone="1")
    there = read(installation, "organisation", key)
    assert there is not None
    first = write(installation, "organisation", key, {**there, "phone": "2"})
    second = write(installation, "organisation", key, {**there, "phone": "3"})
    write(installation, "organisation", key, {**there, "phone": "3", "town": "Valby"})
    with pytest.raises(Refusal) as refusal:
        undo_change(installation, EDITOR, first)
    assert refusal.value.details["standing"] == second
    text = say(refusal.value.text, "en")
    assert text.startswith("This cannot be undone, because Redaktør changed Phone on ")
    undo_change(installation, EDITOR, second)
    undo_change(installation, EDITOR, first)
    assert read(installation, "organisation", key) == {**there, "town": "Valby"}


def test_adding_is_not_undone_when_others_refer_to_it(installation: Installation) -> None:
    a, b = (make_organisation(installation, name) for name in ("A", "B"))
    added = newest(installation, "organisation", a)
    make_collaboration(installation, "Fest", [a, b])
    assert refused(installation, added) == "A cannot be deleted: it has 1 collaboration."
    assert read(installation, "organisation", a) is not None


def test_adding_is_not_undone_when_it_was_changed_since(installation: Installation) -> None:
    key = make_organisation(installation)
    added = newest(installation, "organisation", key)
    hide_organisation(installation, EDITOR, key, hidden=True)
    assert "changed Hidden on" in refused(installation, added)


def test_a_deleted_record_does_not_change_back(installation: Installation) -> None:
    key = make_organisation(installation)
    hide_organisation(installation, EDITOR, key, hidden=True)
    hidden = newest(installation, "organisation", key)
    delete_organisation(installation, EDITOR, key)
    assert "deleted since" in refused(installation, hidden)


def test_what_comes_back_is_known_from_the_same_lists(installation: Installation) -> None:
    sources = [("frivilligliste", "7"), ("kommunen", "a-1")]
    a = make_organisation(installation, "A", sources=sources)
    deed = make_collaboration(installation, "Fest", sources=[("puljen", "9")])
    delete_organisation(installation, EDITOR, a)
    delete_collaboration(installation, EDITOR, deed)
    make_organisation(installation, "Ny A", id="new", sources=sources[:1])
    for record, key in (("organisation", a), ("collaboration", deed)):
        undo_change(installation, EDITOR, newest(installation, record, key))
    with installation.reading() as session:
        # What the list means by 7 is another record by now.
        assert identities.of(session, "organisation", a) == [["kommunen", "a-1"]]
        assert identities.of(session, "organisation", "new") == [["frivilligliste", "7"]]
        assert identities.of(session, "collaboration", deed) == [["puljen", "9"]]


def test_a_deletion_is_not_undone_while_its_partner_is_gone(installation: Installation) -> None:
    a = make_organisation(installation, "A")
    deed = make_collaboration(installation, "Fest", [a])
    delete_collaboration(installation, EDITOR, deed)
    deleted = newest(installation, "collaboration", deed)
    delete_organisation(installation, EDITOR, a)
    assert "has been deleted" in refused(installation, deleted)
    undo_change(installation, EDITOR, newest(installation, "organisation", a))
    undo_change(installation, EDITOR, deleted)
    assert read(installation, "collaboration", deed) is not None


def test_no_undoing_makes_a_circle_of_parents(installation: Installation) -> None:
    a = make_organisation(installation, "A")
    b = make_organisation(installation, "B", parent=a)
    there = read(installation, "organisation", b)
    assert there is not None
    freed = write(installation, "organisation", b, {**there, "parent": None})
    top = read(installation, "organisation", a)
    assert top is not None
    write(installation, "organisation", a, {**top, "parent": b})
    assert "part of itself" in refused(installation, freed)


def test_readers_may_not(installation: Installation) -> None:
    key = make_organisation(installation)
    with pytest.raises(Refusal) as refusal:
        undo_change(installation, READER, newest(installation, "organisation", key))
    assert refusal.value.code == "forbidden"


@pytest.mark.parametrize("change", [0, 999_999])
def test_what_never_happened_is_not_found(installation: Installation, change: int) -> None:
    with pytest.raises(Refusal) as refusal:
        undo_change(installation, EDITOR, change)
    assert refusal.value.code == "not_found"
