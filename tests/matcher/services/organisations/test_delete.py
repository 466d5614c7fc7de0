"""Deleting an organisation that nothing refers to."""

from __future__ import annotations

import pytest

from matcher.errors import Refusal
from matcher.services.installation import Installation
from matcher.services.organisations import delete_organisation
from matcher.store import documents
from matcher.wording.say import say
from tests.factories import (
    EDITOR,
    READER,
    make_collaboration,
    make_organisation,
    make_shortlist,
    make_tie,
)


def refused(installation: Installation, key: str) -> Refusal:
    """The refusal to delete an organisation."""
    with pytest.raises(Refusal) as refusal:
        delete_organisation(installation, EDITOR, key)
    with installation.reading() as session:
        assert key in documents.read(session, "organisation", [key])
    return refusal.value


def test_it_is_gone(installation: Installation) -> None:
    key = make_organisation(installation, "Huset", offers=["transport"], themes=["green"])
    assert delete_organisation(installation, EDITOR, key) == "Huset"
    with installation.reading() as session:
        assert documents.read(session, "organisation") == {}


def test_it_stays_while_others_refer_to_it(installation: Installation) -> None:
    a, b = (make_organisation(installation, name) for name in ("Huset", "Hytten"))
    make_organisation(installation, "Loftet", parent=a)
    make_collaboration(installation, "Fest", [a])
    make_collaboration(installation, "Gilde", [a, b])
    make_tie(installation, b, a)
    make_shortlist(installation, organisation=a)
    make_shortlist(installation, entries=[a, b])
    refusal = refused(installation, a)
    assert refusal.code == "conflict"
    assert say(refusal.text, "en") == (
        "Huset cannot be deleted: it has 1 unit of its own, 2 collaborations, 1 reported tie, "
        "a place on 1 shortlist, and 1 shortlist of its own."
    )
    assert refusal.details["uses"] == {
        "units": 1,
        "collaborations": 2,
        "ties": 1,
        "shortlists": 1,
        "own_shortlists": 1,
    }


def test_hiding_is_offered_instead(installation: Installation) -> None:
    key = make_organisation(installation, "Huset")
    make_collaboration(installation, "Fest", [key])
    hint = refused(installation, key).hint
    assert hint is not None
    assert hint.id.startswith("Hide it instead")


def test_readers_may_not(installation: Installation) -> None:
    key = make_organisation(installation)
    with pytest.raises(Refusal) as refusal:
        delete_organisation(installation, READER, key)
    assert refusal.value.code == "forbidden"


def test_what_is_not_there_is_not_found(installation: Installation) -> None:
    with pytest.raises(Refusal) as refusal:
        delete_organisation(installation, EDITOR, "nobody")
    assert refusal.value.code == "not_found"
