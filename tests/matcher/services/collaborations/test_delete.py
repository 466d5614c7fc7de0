"""Deleting a collaboration takes its parties along, and back again; not what people wrote."""

from __future__ import annotations

from datetime import date

import pytest

from matcher.errors import Refusal
from matcher.services.collaborations import delete_collaboration
from matcher.services.history import undo_change
from matcher.services.installation import Installation
from matcher.services.parties import show_parties
from matcher.store import documents
from matcher.store.documents import anchoring, purposes
from matcher.store.queries import history
from tests.factories import EDITOR, READER, make_collaboration, make_organisation, make_parties


@pytest.fixture
def collaboration(installation: Installation) -> str:
    both = [make_organisation(installation, name) for name in ("A", "B")]
    key = make_collaboration(installation, "Fælles måltider", both)
    make_parties(installation, key, contact_name="Kontakten")
    return key


def test_the_parties_go_and_come_back_with_it(
    installation: Installation, collaboration: str
) -> None:
    before = show_parties(installation, EDITOR, collaboration, as_of=date.today())
    delete_collaboration(installation, EDITOR, collaboration)
    with installation.reading() as session:
        assert documents.read(session, "party") == {}
        newest = history.newest(session, "collaboration", collaboration)
    assert newest is not None
    undo_change(installation, EDITOR, newest.id)
    assert show_parties(installation, EDITOR, collaboration, as_of=date.today()) == before


@pytest.mark.parametrize("record", ["purpose", "anchoring_plan"])
def test_what_people_wrote_is_not_deleted(
    installation: Installation, collaboration: str, record: str
) -> None:
    empty = {"purpose": purposes.EMPTY, "anchoring_plan": anchoring.EMPTY}[record]
    with installation.writing(EDITOR) as work:
        documents.write(work, record, {collaboration: dict(empty)})
        work.commit()
    with pytest.raises(Refusal) as refusal:
        delete_collaboration(installation, EDITOR, collaboration)
    assert refusal.value.code == "conflict"
    assert len(refusal.value.details["kept"]) == 1  # type: ignore[arg-type]
    assert show_parties(installation, READER, collaboration, as_of=date.today()).parties
