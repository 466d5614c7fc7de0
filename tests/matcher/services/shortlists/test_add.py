"""Putting candidates on shortlists."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager

import pytest

from matcher.errors import Refusal
from matcher.exchange.brief_text import BriefText, NeedText
from matcher.services.access import Actor
from matcher.services.installation import Installation
from matcher.services.organisations import delete_organisation
from matcher.services.shortlists import (
    Heading,
    add_candidate,
    list_shortlists,
    make_from_suggestions,
    show_shortlist,
)
from matcher.services.suggest_for_brief import suggest_for_brief
from matcher.services.suggest_partners import suggest_partners
from matcher.store import documents
from matcher.store.unit_of_work import UnitOfWork
from tests.factories import EDITOR, READER, make_capacity, make_organisation, make_shortlist
from tests.neighbourhood import AS_OF, make_neighbourhood


@pytest.fixture
def shortlist(installation: Installation) -> str:
    make_neighbourhood(installation)
    return make_shortlist(installation, "Høstfest", "house")


def test_the_reasons_of_the_day_stay_when_the_records_change(
    installation: Installation, shortlist: str
) -> None:
    added = add_candidate(installation, EDITOR, "Ålholm", shortlist, as_of=AS_OF)
    assert added.new
    assert added.shortlist == (shortlist, "Høstfest")
    assert added.candidate == ("school", "Ålholm Skole")
    with installation.writing(EDITOR) as work:
        school = documents.read(work.session, "organisation", ["school"])["school"]
        documents.write(work, "organisation", {"school": {**school, "offers": [], "themes": []}})
        work.commit()
    (entry,) = show_shortlist(installation, READER, shortlist).entries
    assert entry.status == "suggested"
    assert entry.why is not None
    assert entry.why.as_of == AS_OF
    assert any(fact.id == "meeting-room" for r in entry.why.reasons for fact in r.facts)
    now = suggest_partners(installation, READER, "house", as_of=AS_OF).list.suggestions
    assert entry.why.score > now[0].score


def test_the_reasons_are_those_of_the_list_of_suggestions(
    installation: Installation, shortlist: str
) -> None:
    found = suggest_partners(installation, READER, "house", as_of=AS_OF)
    for each in found.list.suggestions:
        candidate = found.landscape.ids[each.organisation]
        add_candidate(installation, EDITOR, candidate, shortlist, as_of=AS_OF)
    entries = show_shortlist(installation, READER, shortlist).entries
    for entry, each in zip(entries, found.list.suggestions, strict=True):
        assert entry.why is not None
        assert entry.why.score == each.score
        assert [r.points for r in entry.why.reasons] == [r.points for r in each.reasons]


def test_twice_is_once(installation: Installation, shortlist: str) -> None:
    add_candidate(installation, EDITOR, "school", shortlist, as_of=AS_OF)
    before = show_shortlist(installation, READER, shortlist)
    assert not add_candidate(installation, EDITOR, "school", shortlist, as_of=AS_OF).new
    assert show_shortlist(installation, READER, shortlist) == before


def test_a_current_partner_has_reasons_too(installation: Installation, shortlist: str) -> None:
    add_candidate(installation, EDITOR, "bridge", shortlist, as_of=AS_OF)
    (entry,) = show_shortlist(installation, READER, shortlist).entries
    assert entry.why is not None


def test_who_may_not_be_suggested_can_be_added_without_reasons(
    installation: Installation, shortlist: str
) -> None:
    add_candidate(installation, EDITOR, "closed", shortlist, as_of=AS_OF)
    (entry,) = show_shortlist(installation, READER, shortlist).entries
    assert entry.why is None


def test_an_idea_has_candidates_without_reasons(installation: Installation) -> None:
    make_neighbourhood(installation)
    idea = make_shortlist(installation, "Fælles have")
    add_candidate(installation, EDITOR, "school", idea, as_of=AS_OF)
    (entry,) = show_shortlist(installation, READER, idea).entries
    assert entry.why is None


def test_a_new_shortlist_is_made_with_its_first_candidate(installation: Installation) -> None:
    make_neighbourhood(installation)
    heading = Heading(title="Ny liste", organisation="house", organisation_id="house")
    added = add_candidate(installation, EDITOR, "school", heading, as_of=AS_OF)
    (line,) = list_shortlists(installation, READER)
    assert (line.id, line.title) == added.shortlist
    assert line.organisation == ("house", "Kulturhuset")
    (entry,) = show_shortlist(installation, READER, line.id).entries
    assert entry.why is not None


def test_nothing_is_made_when_the_new_shortlist_has_no_title(installation: Installation) -> None:
    make_neighbourhood(installation)
    with pytest.raises(Refusal) as refusal:
        add_candidate(installation, EDITOR, "school", Heading(title=""), as_of=AS_OF)
    assert refusal.value.code == "invalid"
    assert list_shortlists(installation, READER) == ()


@pytest.mark.parametrize(
    ("who", "code"), [("house", "invalid"), ("Findes ikke", "not_found"), ("", "not_found")]
)
def test_who_cannot_be_a_candidate_is_refused(
    installation: Installation, shortlist: str, who: str, code: str
) -> None:
    with pytest.raises(Refusal) as refusal:
        add_candidate(installation, EDITOR, who, shortlist, as_of=AS_OF)
    assert refusal.value.code == code
    assert show_shortlist(installation, READER, shortlist).entries == ()


@pytest.mark.parametrize("gone", ["school", "house"])
@pytest.mark.parametrize("how", ["listed", "new", "suggested"])
def test_who_is_deleted_meanwhile_is_not_there(
    installation: Installation, monkeypatch: pytest.MonkeyPatch, how: str, gone: str
) -> None:
    """Between looking at the landscape and writing, somebody else deletes an organisation."""
    for key in ("house", "school"):
        make_organisation(
            installation,
            key,
            id=key,
            offers=[make_capacity("meeting-room")],
            needs=[make_capacity("meeting-room")],
        )
    idea = make_shortlist(installation, "Fælles have")
    real = installation.writing

    def late(actor: Actor) -> AbstractContextManager[UnitOfWork]:
        monkeypatch.undo()
        delete_organisation(installation, EDITOR, gone)
        return real(actor)

    heading = Heading(title="Ny", organisation="house", organisation_id="house")
    ways: dict[str, Callable[[], object]] = {
        "listed": lambda: add_candidate(installation, EDITOR, gone, idea, as_of=AS_OF),
        "new": lambda: add_candidate(installation, EDITOR, "school", heading, as_of=AS_OF),
        "suggested": lambda: make_from_suggestions(installation, EDITOR, "house", as_of=AS_OF),
    }
    monkeypatch.setattr(installation, "writing", late)
    with pytest.raises(Refusal) as refusal:
        ways[how]()
    assert refusal.value.code == ("invalid" if (how, gone) == ("new", "house") else "not_found")
    assert [line.title for line in list_shortlists(installation, READER)] == ["Fælles have"]


def test_readers_add_nothing(installation: Installation, shortlist: str) -> None:
    with pytest.raises(Refusal) as refusal:
        add_candidate(installation, READER, "school", shortlist, as_of=AS_OF)
    assert refusal.value.code == "forbidden"


def test_what_a_candidate_is_for_can_be_an_idea(installation: Installation) -> None:
    make_neighbourhood(installation)
    idea = make_shortlist(installation, "Fælles have")
    text = BriefText(needs=(NeedText(term="transport"),))
    for key in ("cafe", "school", "closed"):
        add_candidate(installation, EDITOR, key, idea, as_of=AS_OF, brief=text)
    cafe, school, closed = show_shortlist(installation, READER, idea).entries
    found = suggest_for_brief(installation, READER, text, as_of=AS_OF)
    scores = {found.landscape.ids[each.organisation]: each.score for each in found.list.suggestions}
    for entry in (cafe, school):
        assert entry.why is not None
        assert entry.why.asker is None
        assert entry.why.score == scores[entry.id]
    assert closed.why is None


def test_an_idea_that_makes_no_sense_adds_nobody(
    installation: Installation, shortlist: str
) -> None:
    with pytest.raises(Refusal) as refusal:
        add_candidate(
            installation, EDITOR, "school", shortlist, as_of=AS_OF, brief=BriefText(asker="house")
        )
    assert refusal.value.code == "invalid"
    assert show_shortlist(installation, READER, shortlist).entries == ()


@pytest.mark.parametrize(
    ("written", "chosen", "added"),
    [
        ("Klubben", "two", "two"),
        ("klubben", "one", "one"),
        ("Ålholm Skole", "two", "school"),
        ("Ålholm", "no-such-id", "school"),
    ],
)
def test_what_was_chosen_counts_while_it_goes_with_the_name(
    installation: Installation, shortlist: str, written: str, chosen: str, added: str
) -> None:
    make_organisation(installation, "Klubben", id="one")
    make_organisation(installation, "Klubben", id="two")
    done = add_candidate(installation, EDITOR, written, shortlist, as_of=AS_OF, chosen=chosen)
    assert done.candidate[0] == added
