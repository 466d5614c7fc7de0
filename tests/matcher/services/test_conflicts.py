"""Two people at the same record: the second is told and loses nothing."""

from __future__ import annotations

import pytest

from matcher.errors import Refusal
from matcher.services.forms import Form
from matcher.services.history import ToldChange, undo_change
from matcher.services.installation import Installation
from matcher.services.organisations import (
    FormPage,
    delete_organisation,
    edit_organisation,
    save_organisation,
)
from matcher.store.queries import history
from matcher.wording.say import say
from tests.factories import ADMINISTRATOR, EDITOR, make_organisation


def typed(page: FormPage, **values: str) -> Form:
    """The page's form with these fields changed."""
    form = page.form
    return Form(values={**form.values, **values}, choices=form.choices, rows=form.rows)


@pytest.fixture
def page(installation: Installation) -> FormPage:
    """A form that somebody opened before an administrator changed phone and town."""
    make_organisation(installation, "Huset", id="h", phone="1", town="Valby")
    opened = edit_organisation(installation, EDITOR, "h")
    for change in ({"phone": "2"}, {"town": "Sydhavnen", "phone": "3"}):
        newer = edit_organisation(installation, ADMINISTRATOR, "h")
        save_organisation(
            installation,
            ADMINISTRATOR,
            typed(newer, **change),
            organisation_id="h",
            version=newer.version,
        )
    return opened


def conflict(installation: Installation, form: Form, version: int) -> Refusal:
    """The refusal of a form that is too late."""
    with pytest.raises(Refusal) as refusal:
        save_organisation(installation, EDITOR, form, organisation_id="h", version=version)
    assert refusal.value.code == "conflict"
    return refusal.value


def test_it_says_what_the_other_changed(installation: Installation, page: FormPage) -> None:
    refusal = conflict(installation, typed(page, name="Hytten"), page.version)
    changes = refusal.details["changes"]
    assert isinstance(changes, tuple)
    told = [
        (change.who, say(field.label, "en"), say(field.before or "", "en"), say(field.after, "en"))
        for change in changes
        if isinstance(change, ToldChange)
        for field in change.fields
        if field.after is not None
    ]
    assert told == [
        ("Administrator", "Phone", "2", "3"),
        ("Administrator", "Town", "Valby", "Sydhavnen"),
        ("Administrator", "Phone", "1", "2"),
    ]


def test_what_was_typed_is_kept_on_top_of_what_is_there(
    installation: Installation, page: FormPage
) -> None:
    form = typed(page, name="Hytten", phone="4")
    refusal = conflict(installation, form, page.version)
    merged = refusal.details["form"]
    assert isinstance(merged, Form)
    assert merged.values["name"] == "Hytten"
    assert merged.values["phone"] == "4"
    assert merged.values["town"] == "Sydhavnen"


def test_saving_the_merged_form_loses_nothing(installation: Installation, page: FormPage) -> None:
    refusal = conflict(installation, typed(page, name="Hytten"), page.version)
    merged, version = refusal.details["form"], refusal.details["version"]
    assert isinstance(merged, Form)
    assert isinstance(version, int)
    save_organisation(installation, EDITOR, merged, organisation_id="h", version=version)
    values = edit_organisation(installation, EDITOR, "h").form.values
    assert (values["name"], values["phone"], values["town"]) == ("Hytten", "3", "Sydhavnen")


def test_what_was_deleted_and_brought_back_is_not_as_it_was(
    installation: Installation, page: FormPage
) -> None:
    delete_organisation(installation, ADMINISTRATOR, "h")
    with installation.reading() as session:
        deleted = history.newest(session, "organisation", "h")
    assert deleted is not None
    undo_change(installation, ADMINISTRATOR, deleted.id)
    refusal = conflict(installation, typed(page, name="Hytten"), page.version)
    merged, changes = refusal.details["form"], refusal.details["changes"]
    assert isinstance(merged, Form)
    assert isinstance(changes, tuple)
    assert (merged.values["name"], merged.values["phone"]) == ("Hytten", "3")
    assert len(changes) == 4


def test_a_version_that_never_was_is_told_of_all_changes(
    installation: Installation, page: FormPage
) -> None:
    changes = conflict(installation, typed(page, name="Hytten"), -(10**30)).details["changes"]
    assert isinstance(changes, tuple)
    assert len(changes) == 3


def test_nothing_was_written(installation: Installation, page: FormPage) -> None:
    conflict(installation, typed(page, name="Hytten"), page.version)
    assert edit_organisation(installation, EDITOR, "h").name == "Huset"
