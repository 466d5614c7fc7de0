"""Making, changing and deleting shortlists."""

from __future__ import annotations

import pytest

from matcher.errors import Refusal
from matcher.services.history import undo_change
from matcher.services.installation import Installation
from matcher.services.shortlists import (
    Heading,
    add_candidate,
    change_shortlist,
    create_shortlist,
    delete_shortlist,
    list_shortlists,
    show_shortlist,
)
from matcher.store.queries import history
from tests.factories import EDITOR, READER, make_organisation, make_shortlist
from tests.neighbourhood import AS_OF, make_neighbourhood


def test_a_shortlist_is_for_an_organisation_by_name_or_for_an_idea(
    installation: Installation,
) -> None:
    make_neighbourhood(installation)
    made = create_shortlist(
        installation, EDITOR, Heading(title="  Høstfest ", organisation="kulturhuset")
    )
    idea = create_shortlist(installation, EDITOR, Heading(title="Fælles have"))
    assert made.created
    shown = show_shortlist(installation, READER, made.id)
    assert (shown.title, shown.organisation) == ("Høstfest", ("house", "Kulturhuset"))
    assert shown.entries == ()
    assert show_shortlist(installation, READER, idea.id).organisation is None


@pytest.mark.parametrize(
    ("heading", "field"),
    [
        (Heading(title="  "), "title"),
        (Heading(title="x" * 201), "title"),
        (Heading(title="A", organisation="Findes ikke"), "organisation"),
    ],
)
def test_what_cannot_be_saved_is_said_at_its_field(
    installation: Installation, heading: Heading, field: str
) -> None:
    with pytest.raises(Refusal) as refusal:
        create_shortlist(installation, EDITOR, heading)
    assert refusal.value.code == "invalid"
    assert list(refusal.value.details["fields"]) == [field]  # type: ignore[call-overload]
    assert list_shortlists(installation, READER) == ()


def test_the_list_tells_how_far_each_has_come_the_newest_first(installation: Installation) -> None:
    make_neighbourhood(installation)
    make_shortlist(installation, "Den første", "house", ["school", "cafe"])
    make_shortlist(installation, "Den anden")
    newest, oldest = list_shortlists(installation, READER)
    assert (newest.title, newest.organisation, newest.candidates) == ("Den anden", None, 0)
    assert oldest.organisation == ("house", "Kulturhuset")
    assert oldest.states == {"suggested": 2}


def test_title_and_owner_change_and_the_candidates_stay(installation: Installation) -> None:
    make_neighbourhood(installation)
    key = make_shortlist(installation, "Gammel", "house", ["school"])
    saved = change_shortlist(installation, EDITOR, key, Heading(title="Ny", organisation="Café"))
    shown = show_shortlist(installation, READER, key)
    assert saved.changed
    assert (shown.title, shown.organisation) == ("Ny", ("cafe", "Café Grøn"))
    assert [entry.id for entry in shown.entries] == ["school"]
    again = change_shortlist(installation, EDITOR, key, Heading(title="Ny", organisation="Café"))
    assert not again.changed


def test_an_owner_whose_name_others_share_stays_when_only_the_title_changes(
    installation: Installation,
) -> None:
    make_organisation(installation, "Klubben", id="one")
    make_organisation(installation, "Klubben", id="two")
    key = make_shortlist(installation, "Gammel", "two")
    change_shortlist(installation, EDITOR, key, Heading(title="Ny", organisation="Klubben"))
    assert show_shortlist(installation, READER, key).organisation == ("two", "Klubben")


def test_two_who_rename_it_at_once_are_told(installation: Installation) -> None:
    key = make_shortlist(installation, "Gammel")
    before = Heading(title="Gammel")
    change_shortlist(installation, EDITOR, key, Heading(title="Deres"), before)
    with pytest.raises(Refusal) as refusal:
        change_shortlist(installation, EDITOR, key, Heading(title="Min"), before)
    assert refusal.value.code == "conflict"
    assert show_shortlist(installation, READER, key).title == "Deres"


def test_a_deleted_shortlist_comes_back_with_its_reasons(installation: Installation) -> None:
    make_neighbourhood(installation)
    key = make_shortlist(installation, "Høstfest", "house")
    add_candidate(installation, EDITOR, "school", key, as_of=AS_OF)
    before = show_shortlist(installation, READER, key)
    assert delete_shortlist(installation, EDITOR, key) == "Høstfest"
    assert list_shortlists(installation, READER) == ()
    with installation.reading() as session:
        newest = history.newest(session, "shortlist", key)
    assert newest is not None
    undo_change(installation, EDITOR, newest.id)
    after = show_shortlist(installation, READER, key)
    assert after.entries == before.entries
    assert after.entries[0].why is not None


def test_only_editors_write_and_what_is_not_there_is_said(installation: Installation) -> None:
    key = make_shortlist(installation, "Høstfest")
    for actor, wanted, code in ((READER, key, "forbidden"), (EDITOR, "no-list", "not_found")):
        for verb in (
            lambda: change_shortlist(installation, actor, wanted, Heading(title="A")),  # noqa: B023
            lambda: delete_shortlist(installation, actor, wanted),  # noqa: B023
        ):
            with pytest.raises(Refusal) as refusal:
                verb()
            assert refusal.value.code == code
    with pytest.raises(Refusal, match="forbidden"):
        create_shortlist(installation, READER, Heading(title="A"))
