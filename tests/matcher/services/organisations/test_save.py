"""Adding and changing an organisation from a form."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings

from matcher.errors import Refusal
from matcher.services.forms import Form
from matcher.services.installation import Installation
from matcher.services.organisations import edit_organisation, hide_organisation, save_organisation
from matcher.services.organisations.form import form_of
from matcher.store import documents
from matcher.store.queries import history, profiles
from matcher.store.unit_of_work import revision
from tests.factories import EDITOR, READER, make_capacity, make_organisation
from tests.matcher.services.makers import organisation_documents

ON_A_DATABASE = settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)


def filled(rows: dict[str, list[dict[str, str]]] | None = None, **values: str) -> Form:
    """An empty form with these texts written in it."""
    empty = form_of({})
    return Form(
        values={**empty.values, "name": "Valby Beboerhus", **values},
        choices=empty.choices,
        rows={**empty.rows, **{part: tuple(each) for part, each in (rows or {}).items()}},
    )


def refused(installation: Installation, form: Form, **more: Any) -> dict[str, str]:
    """What is said to be wrong, by field, in English."""
    with pytest.raises(Refusal) as refusal:
        save_organisation(installation, EDITOR, form, **more)
    assert refusal.value.code == "invalid"
    fields = refusal.value.details["fields"]
    assert isinstance(fields, dict)
    return {name: text.id for name, text in fields.items()}


def read(installation: Installation, key: str) -> dict[str, Any]:
    """The organisation's document."""
    with installation.reading() as session:
        return documents.read(session, "organisation", [key])[key]


def test_a_new_organisation_is_what_the_form_says(installation: Installation) -> None:
    form = filled(
        name="  Østre Ældreklub ",
        sector="association",
        kind="club",
        cvr="25 31 37 63",
        p_number="1003 375 567",
        website="www.klub.example/om",
        email="post@klub.example",
        may_pass_on="no",
        municipality="København",
        district="Valby",
        lat="55,66",
        lon="12.51",
        open_to_partners="yes",
        rows={
            "offers": [
                {"term": "volunteers", "amount": "1.250,5", "until": "31-12-2026"},
                {"term": "", "note": " "},
                {"term": "meeting-room", "when": "om aftenen"},
            ]
        },
    )
    saved = save_organisation(installation, EDITOR, form)
    found = read(installation, saved.id)
    assert (saved.created, saved.changed, saved.notes) == (True, True, ())
    assert found["name"] == "Østre Ældreklub"
    assert (found["cvr"], found["p_number"]) == ("25313763", "1003375567")
    assert (found["lat"], found["lon"]) == (55.66, 12.51)
    assert (found["may_pass_on"], found["open_to_partners"]) == (False, True)
    assert found["website"] == "www.klub.example/om"
    assert found["offers"] == [
        make_capacity("meeting-room", when="om aftenen"),
        make_capacity("volunteers", amount=1250.5, until="2026-12-31"),
    ]


@pytest.mark.parametrize(
    ("field", "value", "says"),
    [
        ("name", "  ", "Write the name."),
        ("name", "x" * 301, "Write at most {limit} characters."),
        ("sector", "church", "Choose one from the list."),
        ("kind", "nothing-known", "Choose one from the list."),
        ("cvr", "25313764", "This is not a CVR number: its check digit does not fit."),
        ("cvr", "2531376", "A CVR number has 8 digits."),
        ("p_number", "123", "A P-number has 10 digits."),
        ("email", "post at klub", "This is not an e-mail address."),
        ("lat", "91", "A latitude is between −90 and 90."),
        ("lon", "-181", "A longitude is between −180 and 180."),
        ("lat", "north", "This is not a number."),
        ("parent", "Findes Ikke", "No organisation is called “{name}”. Add it first."),
    ],
)
def test_what_cannot_be_is_said_at_its_field(
    installation: Installation, field: str, value: str, says: str
) -> None:
    assert refused(installation, filled(**{field: value}))[field] == says


@pytest.mark.parametrize(
    "address",
    [
        "javascript:alert(1)",
        "JavaScript:alert(1)",
        "data:text/html,x",
        "ftp://klub.example",
        "https://",
        "https://user:secret@klub.example",
        "klub",
        'https://klub.example/"onclick=',
        "//klub.example",
    ],
)
def test_only_web_addresses_are_web_addresses(installation: Installation, address: str) -> None:
    assert list(refused(installation, filled(website=address))) == ["website"]


def test_all_that_is_wrong_is_said_at_once(installation: Installation) -> None:
    form = filled(
        name="",
        cvr="1",
        lat="55",
        rows={"needs": [{}, {"note": "haster", "amount": "-1", "until": "31-02-2026"}]},
    )
    assert refused(installation, form) == {
        "name": "Write the name.",
        "cvr": "A CVR number has 8 digits.",
        "needs-1-term": "Choose what it is.",
        "needs-1-amount": "An amount cannot be below zero.",
        "needs-1-until": "There is no such date.",
        "lon": "Write both latitude and longitude, or neither.",
    }


def test_nothing_is_written_when_something_is_wrong(installation: Installation) -> None:
    refused(installation, filled(name=""))
    with installation.reading() as session:
        assert documents.read(session, "organisation") == {}
        assert revision(session) == 0


def test_the_parent_is_found_by_its_name(installation: Installation) -> None:
    parent = make_organisation(installation, "Københavns Kommune")
    saved = save_organisation(installation, EDITOR, filled(parent="KOEBENHAVNS kommune"))
    assert read(installation, saved.id)["parent"] == parent


def test_of_two_with_one_name_the_chosen_one_is_taken(installation: Installation) -> None:
    make_organisation(installation, "Biblioteket", id="b1")
    make_organisation(installation, "Biblioteket", id="b2")
    said = refused(installation, filled(parent="Biblioteket"))
    assert said["parent"].startswith("Several organisations fit")
    for form in (filled(parent="biblioteket", parent_id="b2"), filled(parent="b2")):
        saved = save_organisation(installation, EDITOR, form)
        assert read(installation, saved.id)["parent"] == "b2"


def test_a_choice_that_does_not_go_with_the_name_does_not_count(
    installation: Installation,
) -> None:
    make_organisation(installation, "Biblioteket", id="b1")
    make_organisation(installation, "Skolen", id="s1")
    saved = save_organisation(installation, EDITOR, filled(parent="Skolen", parent_id="b1"))
    assert read(installation, saved.id)["parent"] == "s1"


def test_nothing_is_a_part_of_itself(installation: Installation) -> None:
    top = make_organisation(installation, "Forvaltningen")
    middle = make_organisation(installation, "Centeret", parent=top)
    bottom = make_organisation(installation, "Huset", parent=middle)
    for name in ("Forvaltningen", "Centeret", "Huset"):
        form = filled(name="Forvaltningen", parent=name)
        assert "parent" in refused(installation, form, organisation_id=top)
    form = filled(name="Huset", parent="Forvaltningen")
    assert save_organisation(installation, EDITOR, form, organisation_id=bottom).changed


def test_a_namesake_is_pointed_out(installation: Installation) -> None:
    make_organisation(installation, "Åsen")
    saved = save_organisation(installation, EDITOR, filled(name="Aasen"))
    assert [note.id for note in saved.notes] == [
        "There is another organisation with the same name. Is it the same one?"
    ]


@ON_A_DATABASE
@given(document=organisation_documents())
def test_saving_what_was_read_changes_nothing(
    installation: Installation, document: dict[str, Any]
) -> None:
    """Whatever a record holds, even what the form would not accept."""
    key = make_organisation(installation, **document)
    with installation.reading() as session:
        number = revision(session)
    page = edit_organisation(installation, EDITOR, key)
    saved = save_organisation(
        installation, EDITOR, page.form, organisation_id=key, version=page.version
    )
    assert not saved.changed
    assert read(installation, key) == document
    with installation.reading() as session:
        assert revision(session) == number
        assert profiles.version(session, key) == 1
        assert history.count(session, ["organisation"], key) == 1


def test_a_part_that_the_form_has_not_is_kept(installation: Installation) -> None:
    key = make_organisation(installation, "Huset", notes="Ring først", themes=["green"])
    page = edit_organisation(installation, EDITOR, key)
    form = Form(
        values={**page.form.values, "phone": "00000000"},
        choices=page.form.choices,
        rows=page.form.rows,
    )
    save_organisation(installation, EDITOR, form, organisation_id=key, version=page.version)
    found = read(installation, key)
    assert (found["notes"], found["themes"], found["phone"]) == (
        "Ring først",
        ["green"],
        "00000000",
    )


def test_readers_may_not(installation: Installation) -> None:
    with pytest.raises(Refusal) as refusal:
        save_organisation(installation, READER, filled())
    assert refusal.value.code == "forbidden"


def test_what_is_not_there_cannot_be_changed(installation: Installation) -> None:
    with pytest.raises(Refusal) as refusal:
        save_organisation(installation, EDITOR, filled(), organisation_id="nobody")
    assert refusal.value.code == "not_found"


def test_hiding_is_a_change_like_others(installation: Installation) -> None:
    key = make_organisation(installation, "Huset", phone="00000000")
    hide_organisation(installation, EDITOR, key, hidden=True)
    found = read(installation, key)
    assert (found["hidden"], found["phone"]) == (True, "00000000")
    with installation.reading() as session:
        newest = history.newest(session, "organisation", key)
    assert newest is not None
    assert newest.after == {"hidden": True}
