"""What of a shortlist who may see."""

from __future__ import annotations

from datetime import date

import pytest

from matcher.errors import Refusal
from matcher.partnership.steps import Step
from matcher.services.access import NOBODY, Actor
from matcher.services.installation import Installation
from matcher.services.organisations import hide_organisation
from matcher.services.shortlists import (
    change_note,
    list_shortlists,
    shortlists_with,
    show_shortlist,
)
from tests.factories import ADMINISTRATOR, EDITOR, READER, make_shortlist, make_step
from tests.neighbourhood import make_neighbourhood


@pytest.fixture
def shortlist(installation: Installation) -> str:
    make_neighbourhood(installation)
    key = make_shortlist(installation, "Høstfest", "house", ["school", "cafe"])
    make_step(installation, key, "cafe", "met", note="De vil gerne", next_day="2099-01-01")
    change_note(installation, EDITOR, key, "cafe", "Ring igen")
    return key


def holder(shortlist: str) -> Actor:
    """Somebody with a link to this shortlist."""
    return Actor(role="link", subject="shortlist", subject_id=shortlist)


def test_editors_see_all_contact_points(installation: Installation, shortlist: str) -> None:
    for actor in (EDITOR, ADMINISTRATOR):
        school, cafe = show_shortlist(installation, actor, shortlist).entries
        assert school.contact == {
            "email": "kontor@skole.example",
            "phone": "70 10 20 30",
            "contact_person": "Kim Prøve",
            "website": "https://skole.example",
        }
        assert cafe.contact["email"] == "hej@cafe.example"
        assert (school.may_be_passed_on, cafe.may_be_passed_on) == (True, False)
        assert not cafe.withheld


def test_readers_see_those_that_may_be_passed_on(
    installation: Installation, shortlist: str
) -> None:
    school, cafe = show_shortlist(installation, READER, shortlist).entries
    assert sorted(school.contact) == ["email", "phone", "website"]
    assert cafe.contact == {}
    assert (school.withheld, cafe.withheld) == (False, True)
    assert cafe.note == "Ring igen"
    (step,) = cafe.steps
    assert (step.state, step.by, step.note) == ("met", EDITOR.name, "De vil gerne")


def test_a_link_shows_no_notes_and_no_protected_contact(
    installation: Installation, shortlist: str
) -> None:
    school, cafe = show_shortlist(installation, holder(shortlist), shortlist).entries
    assert sorted(school.contact) == ["email", "phone", "website"]
    assert cafe.contact == {}
    assert cafe.note is None
    assert cafe.status == "met"
    assert cafe.steps == (Step(state="met", day=date.today()),)


def test_a_link_does_not_show_hidden_organisations(
    installation: Installation, shortlist: str
) -> None:
    hide_organisation(installation, EDITOR, "school", hidden=True)
    assert len(show_shortlist(installation, READER, shortlist).entries) == 2
    (left,) = show_shortlist(installation, holder(shortlist), shortlist).entries
    assert left.id == "cafe"


def test_a_link_opens_its_own_shortlist_only(installation: Installation, shortlist: str) -> None:
    other = make_shortlist(installation, "Noget andet")
    with pytest.raises(Refusal) as refusal:
        show_shortlist(installation, holder(shortlist), other)
    assert refusal.value.code == "forbidden"
    with pytest.raises(Refusal) as refusal:
        list_shortlists(installation, holder(shortlist))
    assert refusal.value.code == "forbidden"


def test_nobody_sees_anything(installation: Installation, shortlist: str) -> None:
    for verb in (
        lambda: show_shortlist(installation, NOBODY, shortlist),
        lambda: list_shortlists(installation, NOBODY),
    ):
        with pytest.raises(Refusal) as refusal:
            verb()
        assert refusal.value.code == "not_signed_in"


def test_what_is_not_there_is_said(installation: Installation) -> None:
    with pytest.raises(Refusal) as refusal:
        show_shortlist(installation, READER, "no-list")
    assert refusal.value.code == "not_found"


def test_each_organisation_knows_which_shortlists_it_is_on(
    installation: Installation, shortlist: str
) -> None:
    other = make_shortlist(installation, "Andet", None, ["school"])
    found = shortlists_with(installation, READER, ["school", "cafe", "stranger"])
    assert found == {
        "school": ((other, "Andet"), (shortlist, "Høstfest")),
        "cafe": ((shortlist, "Høstfest"),),
    }
    assert shortlists_with(installation, READER, []) == {}
