"""Starting a collaboration from a shortlist: who comes along, what comes along, and only once."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from matcher.errors import Refusal
from matcher.services.collaborations import (
    StartText,
    delete_collaboration,
    show_collaboration,
    start_collaboration,
    starting,
)
from matcher.services.installation import Installation
from matcher.services.parties import show_parties
from matcher.services.shortlists import show_shortlist
from matcher.store import documents
from tests.factories import EDITOR, READER, make_brief, make_shortlist, make_step
from tests.neighbourhood import make_neighbourhood

TODAY = date(2026, 3, 1)


@pytest.fixture
def shortlist(installation: Installation) -> str:
    """For the house and an idea: the school has agreed, the café has not."""
    make_neighbourhood(installation)
    brief = make_brief(
        installation, "Idé", purpose="Mad sammen", themes=["loneliness"], area="Valby"
    )
    key = make_shortlist(installation, "Høstfest", "house", ["school", "cafe"])
    with installation.writing(EDITOR) as work:
        found = documents.read(work.session, "shortlist", [key])
        documents.write(work, "shortlist", {key: {**found[key], "brief": brief}})
        work.commit()
    make_step(installation, key, "school", "agreed", as_of=TODAY)
    return key


def begun(installation: Installation, shortlist: str) -> StartText:
    """The form as it is opened."""
    return starting(installation, EDITOR, shortlist, as_of=TODAY).text


def test_the_form_begins_with_those_who_agreed_and_the_idea(
    installation: Installation, shortlist: str
) -> None:
    page = starting(installation, EDITOR, shortlist, as_of=TODAY)
    assert [key for key, _ in page.offered] == ["house", "school"]
    assert page.text.together == ("house", "school")
    assert (page.text.title, page.text.purpose) == ("Idé", "Mad sammen")
    assert page.text.start == "2026-03-01"


def test_it_has_participants_what_the_idea_says_and_its_parties_contacts(
    installation: Installation, shortlist: str
) -> None:
    text = begun(installation, shortlist)
    done = start_collaboration(installation, EDITOR, shortlist, text, as_of=TODAY)
    assert (done.id, done.created) == (text.id, True)
    page = show_collaboration(installation, READER, done.id, as_of=TODAY)
    assert [each.organisation.id for each in page.participants] == ["house", "school"]
    assert (page.title, page.purpose, page.area) == ("Idé", "Mad sammen", "Valby")
    assert (page.start, page.agreement) == (TODAY, "oral")
    assert len(page.themes) == 1
    assert page.shortlist == (shortlist, "Høstfest")
    kept = show_parties(installation, EDITOR, done.id, as_of=TODAY)
    by_name = {party.line.organisation_id: party.line for party in kept.parties}
    assert by_name["school"].contact_name == "Kim Prøve"
    assert by_name["school"].contact_email == "kontor@skole.example"
    assert kept.without_contact == ("Kulturhuset",)
    assert show_shortlist(installation, READER, shortlist).collaborations == ((done.id, "Idé"),)


def test_pressing_twice_starts_one(installation: Installation, shortlist: str) -> None:
    text = begun(installation, shortlist)
    first = start_collaboration(installation, EDITOR, shortlist, text, as_of=TODAY)
    second = start_collaboration(installation, EDITOR, shortlist, text, as_of=TODAY)
    assert (second.id, second.created) == (first.id, False)
    assert len(show_shortlist(installation, READER, shortlist).collaborations) == 1


def test_an_id_that_is_another_collaborations_is_not_taken(
    installation: Installation, shortlist: str
) -> None:
    text = begun(installation, shortlist)
    first = start_collaboration(installation, EDITOR, shortlist, text, as_of=TODAY)
    delete_collaboration(installation, EDITOR, first.id)
    for odd in (first.id, "", "../evil", "ÆØÅ"):
        again = replace(text, id=odd)
        made = start_collaboration(installation, EDITOR, shortlist, again, as_of=TODAY)
        assert made.created
        assert made.id != odd


def test_nobody_agreed_is_said(installation: Installation) -> None:
    make_neighbourhood(installation)
    key = make_shortlist(installation, "Høstfest", "house", ["school", "cafe"])
    with pytest.raises(Refusal) as refusal:
        starting(installation, EDITOR, key, as_of=TODAY)
    assert refusal.value.code == "invalid"


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"title": " "}, "title"),
        ({"title": "x" * 201}, "title"),
        ({"purpose": "x" * 5001}, "purpose"),
        ({"start": "til foråret"}, "start"),
        ({"together": ("house",)}, "together"),
        ({"together": ("house", "school", "stranger")}, "together"),
    ],
)
def test_what_cannot_be_is_said_at_its_field(
    installation: Installation, shortlist: str, changes: dict[str, str], field: str
) -> None:
    text = replace(begun(installation, shortlist), **changes)  # type: ignore[arg-type]  # by name
    with pytest.raises(Refusal) as refusal:
        start_collaboration(installation, EDITOR, shortlist, text, as_of=TODAY)
    assert list(refusal.value.details["fields"]) == [field]  # type: ignore[call-overload]


def test_readers_start_nothing(installation: Installation, shortlist: str) -> None:
    with pytest.raises(Refusal) as refusal:
        start_collaboration(installation, READER, shortlist, StartText(), as_of=TODAY)
    assert refusal.value.code == "forbidden"


@pytest.mark.parametrize(
    ("called", "begins"), [("Høstfest", "Høstfest"), ("Partnere til Kulturhuset", "")]
)
def test_a_collaboration_is_not_called_after_whom_partners_were_looked_for(
    installation: Installation, called: str, begins: str
) -> None:
    make_neighbourhood(installation)
    key = make_shortlist(installation, called, "house", ["school"])
    make_step(installation, key, "school", "agreed", as_of=TODAY)
    assert begun(installation, key).title == begins
