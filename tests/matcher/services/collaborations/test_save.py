"""Adding and changing a collaboration from a form."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings

from matcher.errors import Refusal
from matcher.services.collaborations import edit_collaboration, save_collaboration
from matcher.services.collaborations.form import form_of
from matcher.services.forms import Form
from matcher.services.installation import Installation
from matcher.store import documents
from matcher.store.queries import history
from matcher.store.unit_of_work import revision
from tests.factories import (
    EDITOR,
    READER,
    make_collaboration,
    make_organisation,
    make_participant,
)
from tests.matcher.services.makers import collaboration_documents

PARTNERS = ["p1", "p2", "p3"]


@pytest.fixture(autouse=True)
def partners(installation: Installation) -> None:
    """Three organisations to work with."""
    for key in PARTNERS:
        make_organisation(installation, f"Partner {key}", id=key)


def filled(*participants: dict[str, str], **values: str) -> Form:
    """A form for a new collaboration with these texts written in it."""
    empty = form_of({}, {})
    return Form(
        values={**empty.values, "title": "Fest", **values},
        choices=empty.choices,
        rows={"participants": participants or ({"organisation": "Partner p1"},)},
    )


def refused(installation: Installation, form: Form) -> dict[str, str]:
    """What is said to be wrong, by field, in English."""
    with pytest.raises(Refusal) as refusal:
        save_collaboration(installation, EDITOR, form)
    fields = refusal.value.details["fields"]
    assert isinstance(fields, dict)
    return {name: text.id for name, text in fields.items()}


def read(installation: Installation, key: str) -> dict[str, Any]:
    """The collaboration's document."""
    with installation.reading() as session:
        return documents.read(session, "collaboration", [key])[key]


def test_a_new_collaboration_is_what_the_form_says(installation: Installation) -> None:
    form = filled(
        {"organisation": "partner P2", "role": "vært", "since": "01.02.2026"},
        {"organisation": "", "organisation_id": ""},
        {"organisation": "Partner p1", "organisation_id": "p1", "until": "2026-12-31"},
        title=" Fælles måltid ",
        start="2026-02-01",
        end="31-12-2026",
        funding_source="Puljen",
        funding_amount="125.000 kr.",
        funding_end="2026-09-30",
        agreement="oral",
        purpose="At spise sammen\r\nhver uge",
        area=" Valby;Vesterbro ; Valby",
    )
    saved = save_collaboration(installation, EDITOR, form)
    assert (saved.created, saved.notes) == (True, ())
    assert read(installation, saved.id) == {
        "title": "Fælles måltid",
        "start": "2026-02-01",
        "end": "2026-12-31",
        "purpose": "At spise sammen\nhver uge",
        "area": "Valby; Vesterbro",
        "funding_source": "Puljen",
        "funding_amount": 125000.0,
        "funding_end": "2026-09-30",
        "agreement": "oral",
        "themes": [],
        "target_groups": [],
        "participants": [
            make_participant("p1", until="2026-12-31"),
            make_participant("p2", role="vært", since="2026-02-01"),
        ],
    }


def test_one_participant_is_enough_but_noted(installation: Installation) -> None:
    saved = save_collaboration(installation, EDITOR, filled())
    assert [note.id for note in saved.notes] == [
        "Only one organisation takes part: it gives no tie until there is another."
    ]


@pytest.mark.parametrize(
    ("form", "says"),
    [
        (filled(title=""), {"title": "Write the title."}),
        (
            filled({"organisation": " ", "organisation_id": "p1"}),
            {"participants-0-organisation": "Write at least one participant."},
        ),
        (
            filled(start="2026-02-02", end="2026-02-01"),
            {"end": "The end is before the start."},
        ),
        (filled(start="i morgen"), None),
        (filled(agreement="maybe"), {"agreement": "Choose one from the list."}),
        (filled(funding_amount="-1"), {"funding_amount": "An amount cannot be below zero."}),
        (
            filled({"organisation": "Partner p1"}, {"organisation": "p1"}),
            {"participants-1-organisation": "This organisation is already on the list."},
        ),
        (
            filled({"organisation": "Partner p1", "since": "2026-02-02", "until": "2026-02-01"}),
            {"participants-0-until": "The end is before the start."},
        ),
        (
            filled({}, {"role": "vært"}),
            {"participants-1-organisation": "Write which organisation it is."},
        ),
        (
            filled({"organisation": "Findes Ikke"}),
            {"participants-0-organisation": "No organisation is called “{name}”. Add it first."},
        ),
    ],
)
def test_what_cannot_be_is_said_at_its_field(
    installation: Installation, form: Form, says: dict[str, str] | None
) -> None:
    found = refused(installation, form)
    assert found == says if says is not None else list(found) == ["start"]


def test_a_beginning_that_fits_several_names_them(installation: Installation) -> None:
    with pytest.raises(Refusal) as refusal:
        save_collaboration(installation, EDITOR, filled({"organisation": "partner"}))
    fields = refusal.value.details["fields"]
    assert isinstance(fields, dict)
    candidates = fields["participants-0-organisation"].values["candidates"].items
    assert candidates == ("Partner p1 (p1)", "Partner p2 (p2)", "Partner p3 (p3)")


@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(document=collaboration_documents(PARTNERS))
def test_saving_what_was_read_changes_nothing(
    installation: Installation, document: dict[str, Any]
) -> None:
    """Whatever a record holds, even an end before its start."""
    key = make_collaboration(installation, **document)
    with installation.reading() as session:
        number = revision(session)
    page = edit_collaboration(installation, EDITOR, key)
    saved = save_collaboration(
        installation, EDITOR, page.form, collaboration_id=key, version=page.version
    )
    assert not saved.changed
    assert read(installation, key) == document
    with installation.reading() as session:
        assert revision(session) == number
        assert history.count(session, ["collaboration"], key) == 1


def test_two_people_at_once(installation: Installation) -> None:
    key = make_collaboration(installation, "Fest", ["p1"])
    page = edit_collaboration(installation, EDITOR, key)
    mine = Form(
        values=page.form.values,
        choices=page.form.choices,
        rows={"participants": (*page.form.rows["participants"], {"organisation": "Partner p2"})},
    )
    theirs = Form(
        values={**page.form.values, "title": "Gilde"},
        choices=page.form.choices,
        rows=page.form.rows,
    )
    save_collaboration(installation, EDITOR, theirs, collaboration_id=key, version=1)
    with pytest.raises(Refusal) as refusal:
        save_collaboration(installation, EDITOR, mine, collaboration_id=key, version=1)
    merged = refusal.value.details["form"]
    assert isinstance(merged, Form)
    save_collaboration(installation, EDITOR, merged, collaboration_id=key, version=2)
    found = read(installation, key)
    assert found["title"] == "Gilde"
    assert [each["organisation"] for each in found["participants"]] == ["p1", "p2"]


def test_readers_may_not(installation: Installation) -> None:
    with pytest.raises(Refusal) as refusal:
        save_collaboration(installation, READER, filled())
    assert refusal.value.code == "forbidden"
