"""The history in plain words, without what a person may not see."""

from __future__ import annotations

from typing import Any

import pytest

from matcher.services.access import Actor
from matcher.services.history import FieldChange, show_history, undo_change
from matcher.services.history.fields import FIELDS
from matcher.services.history.show import PER_PAGE
from matcher.services.installation import Installation
from matcher.services.organisations import delete_organisation
from matcher.store import documents
from matcher.store.documents import collaborations, organisations
from matcher.wording.message import Value
from matcher.wording.say import say
from tests.factories import (
    EDITOR,
    READER,
    make_capacity,
    make_collaboration,
    make_organisation,
    make_participant,
    make_shortlist,
    make_tie,
)


def change(installation: Installation, record: str, key: str, **fields: Any) -> None:
    """Change some fields of a record."""
    with installation.writing(EDITOR) as work:
        there = documents.read(work.session, record, [key])[key]
        documents.write(work, record, {key: {**there, **fields}})
        work.commit()


def told(field: FieldChange, language: str = "en") -> tuple[str, ...]:
    """A field's change as one reads it."""

    def words(value: Value | None) -> str:
        return "" if value is None else say(value, language)

    if field.added or field.removed:
        added = [f"+{words(each)}" for each in field.added]
        return (words(field.label), *added, *(f"-{words(each)}" for each in field.removed))
    return words(field.label), words(field.before), words(field.after)


def newest(
    installation: Installation,
    record: str,
    key: str,
    actor: Actor = EDITOR,
    language: str = "en",
) -> list[tuple[str, ...]]:
    """The fields of a record's newest change."""
    found = show_history(installation, actor, record, key)
    return [told(field, language) for field in found.changes[0].fields]


def test_an_organisation_in_plain_words(installation: Installation) -> None:
    parent = make_organisation(installation, "Kommunen")
    key = make_organisation(installation, "Huset", offers=["volunteers"], themes=["green"])
    change(
        installation,
        "organisation",
        key,
        name="Hytten",
        sector="public",
        parent=parent,
        open_to_partners=False,
        offers=[
            make_capacity(
                "meeting-room", amount=2.0, unit="lokaler", when="om aftenen", until="2026-12-31"
            )
        ],
        themes=["green", "loneliness"],
    )
    assert newest(installation, "organisation", key) == [
        ("Name", "Huset", "Hytten"),
        ("Sector", "not said", "Public body"),
        ("Part of", "not said", "Kommunen"),
        ("Open to partners", "not said", "no"),
        (
            "Offers",
            "+Meeting room, 2 lokaler, om aftenen, until 31 December 2026",
            "-Volunteers",
        ),
        ("Themes", "+Loneliness"),
    ]


def test_terms_are_told_in_the_readers_language(installation: Installation) -> None:
    key = make_organisation(installation, "Huset")
    change(installation, "organisation", key, themes=["green"])
    assert newest(installation, "organisation", key, language="da")[0][1] == "+Grønne byrum"


def test_a_collaboration_in_plain_words(installation: Installation) -> None:
    a = make_organisation(installation, "Åsen")
    b = make_organisation(installation, "Bækken")
    key = make_collaboration(installation, "Fest", [a])
    change(
        installation,
        "collaboration",
        key,
        agreement="oral",
        funding_amount=1250.0,
        end="2026-06-30",
        participants=[
            make_participant(a, role="vært"),
            make_participant(b, since="2026-01-01"),
        ],
    )
    assert newest(installation, "collaboration", key) == [
        ("End", "not said", "30 June 2026"),
        ("Amount of funding", "not said", "1,250"),
        ("Agreement", "not said", "Oral agreement"),
        ("Participants", "+Åsen, vært", "+Bækken, from 1 January 2026", "-Åsen"),
    ]


def test_ties_and_shortlists_in_plain_words(installation: Installation) -> None:
    a, b = (make_organisation(installation, name) for name in ("A", "B"))
    tie = make_tie(installation, a, b)
    change(installation, "tie", tie, reporter="formanden", confidence=0.8)
    assert newest(installation, "tie", tie) == [
        ("Reported by", "not said", "formanden"),
        ("How sure", "not said", "0.8"),
    ]
    listed = make_shortlist(installation, "Liste", entries=[a])
    there = {"organisation": a, "added": "2026-01-02T03:04:05+00:00", "why": None}
    change(
        installation,
        "shortlist",
        listed,
        entries=[{**there, "status": "met", "note": "i foråret"}],
    )
    assert newest(installation, "shortlist", listed) == [
        ("Candidates", "+A, Met, i foråret", "-A, Suggested")
    ]


def test_readers_do_not_see_what_is_protected(installation: Installation) -> None:
    key = make_organisation(installation, "Huset")
    change(installation, "organisation", key, contact_person="Kim", notes="x", town="Valby")
    assert newest(installation, "organisation", key, READER) == [("Town", "not said", "Valby")]
    assert show_history(installation, READER, "organisation", key).changes[0].hidden_fields
    assert len(newest(installation, "organisation", key, EDITOR)) == 3
    assert not show_history(installation, EDITOR, "organisation", key).changes[0].hidden_fields


def test_who_when_and_what_happened(installation: Installation) -> None:
    key = make_organisation(installation, "Huset")
    change(installation, "organisation", key, name="Hytten")
    delete_organisation(installation, EDITOR, key)
    undone = show_history(installation, EDITOR, "organisation", key).changes[0].id
    undo_change(installation, EDITOR, undone)
    found = show_history(installation, EDITOR, "organisation", key)
    assert [(each.what.id, each.who) for each in found.changes] == [
        ("Brought back", "Redaktør"),
        ("Deleted", "Redaktør"),
        ("Changed", "Redaktør"),
        ("Added", "Redaktør"),
    ]
    assert [each.undone for each in found.changes] == [False, True, False, False]
    assert (found.record_name, found.exists) == ("Hytten", True)


def test_a_deleted_record_keeps_its_history_and_its_name(installation: Installation) -> None:
    key = make_organisation(installation, "Huset")
    delete_organisation(installation, EDITOR, key)
    found = show_history(installation, READER, "organisation", key)
    assert (found.record_name, found.exists) == ("Huset", False)
    assert not found.changes[0].may_undo
    found = show_history(installation, EDITOR, "organisation", key)
    assert [each.may_undo for each in found.changes] == [True, False]


def test_all_changes_newest_first_with_names(installation: Installation) -> None:
    a, b = (make_organisation(installation, name) for name in ("A", "B"))
    make_collaboration(installation, "Fest", [a])
    make_tie(installation, a, b)
    make_shortlist(installation, "Liste")
    found = show_history(installation, EDITOR)
    assert [(each.record, each.record_name) for each in found.changes] == [
        ("shortlist", "Liste"),
        ("tie", "A – B"),
        ("collaboration", "Fest"),
        ("organisation", "B"),
        ("organisation", "A"),
    ]


def test_long_histories_have_pages(installation: Installation) -> None:
    key = make_organisation(installation, "0")
    for number in range(PER_PAGE):
        change(installation, "organisation", key, name=str(number + 1))
    first = show_history(installation, EDITOR, "organisation", key)
    last = show_history(installation, EDITOR, "organisation", key, page=2)
    assert (len(first.changes), first.pages, len(last.changes)) == (PER_PAGE, 2, 1)
    assert last.changes[0].what.id == "Added"


@pytest.mark.parametrize(
    ("record", "fields"),
    [("organisation", organisations.EMPTY), ("collaboration", collaborations.EMPTY)],
)
def test_every_field_of_a_document_has_a_label(record: str, fields: dict[str, Any]) -> None:
    assert set(FIELDS[record]) == set(fields)


def test_every_field_of_ties_and_shortlists_has_a_label(installation: Installation) -> None:
    a, b = (make_organisation(installation, name) for name in ("A", "B"))
    made = {"tie": make_tie(installation, a, b), "shortlist": make_shortlist(installation)}
    with installation.reading() as session:
        for record, key in made.items():
            assert set(FIELDS[record]) == set(documents.read(session, record, [key])[key])
