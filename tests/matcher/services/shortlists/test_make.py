"""Shortlists of the best suggestions."""

from __future__ import annotations

from typing import Any

import pytest

from matcher.errors import Refusal
from matcher.services.installation import Installation
from matcher.services.shortlists import (
    list_shortlists,
    make_from_brief,
    make_from_suggestions,
    make_of_members,
    show_shortlist,
)
from matcher.services.verdicts import give_verdict
from tests.factories import EDITOR, READER, make_brief
from tests.neighbourhood import AS_OF, make_neighbourhood

ROOM: dict[str, Any] = {
    "needs": [{"term": "meeting-room", "amount": None, "when": None}],
    "asker": "house",
}


def test_the_best_suggestions_become_a_shortlist(installation: Installation) -> None:
    make_neighbourhood(installation)
    key = make_from_suggestions(
        installation, EDITOR, "Kulturhuset", as_of=AS_OF, top=2, language="en"
    )
    shown = show_shortlist(installation, READER, key)
    assert shown.title == "Partners for Kulturhuset"
    assert shown.organisation == ("house", "Kulturhuset")
    assert [entry.id for entry in shown.entries] == ["school", "cafe"]
    assert all(entry.why is not None for entry in shown.entries)


@pytest.mark.parametrize("asker", ["house", None])
def test_the_best_for_an_idea_become_a_shortlist(
    installation: Installation, asker: str | None
) -> None:
    make_neighbourhood(installation)
    idea = make_brief(installation, "Mødested", **{**ROOM, "asker": asker})
    key = make_from_brief(installation, EDITOR, idea, as_of=AS_OF, top=2)
    shown = show_shortlist(installation, READER, key)
    assert shown.title == "Mødested"
    assert shown.organisation == (None if asker is None else ("house", "Kulturhuset"))
    assert len(shown.entries) == 2
    assert shown.entries[0].id == "school"
    assert shown.entries[0].why is not None
    assert shown.entries[0].why.asker == asker


def test_who_was_turned_down_for_the_idea_is_not_on_it(installation: Installation) -> None:
    make_neighbourhood(installation)
    idea = make_brief(installation, **ROOM)
    give_verdict(installation, EDITOR, brief=idea, candidate="school", verdict="not_relevant")
    key = make_from_brief(installation, EDITOR, idea, as_of=AS_OF)
    assert [each.id for each in show_shortlist(installation, READER, key).entries] == [
        "cafe",
        "stranger",
    ]


def test_the_settings_of_the_list_are_those_of_the_page(installation: Installation) -> None:
    make_neighbourhood(installation)
    idea = make_brief(installation, **ROOM)
    key = make_from_brief(
        installation, EDITOR, idea, as_of=AS_OF, top=2, also_small=1, include_current=True
    )
    entries = show_shortlist(installation, READER, key).entries
    assert len(entries) == 2


@pytest.mark.parametrize(
    ("said", "code"), [({"purpose": "Sang"}, "forbidden"), ({"asker": "house"}, "invalid")]
)
def test_nothing_is_made_where_nothing_can_be(
    installation: Installation, said: dict[str, Any], code: str
) -> None:
    make_neighbourhood(installation)
    idea = make_brief(installation, **said)
    actor = READER if code == "forbidden" else EDITOR
    with pytest.raises(Refusal) as refused:
        make_from_brief(installation, actor, idea, as_of=AS_OF)
    assert refused.value.code == code
    with pytest.raises(Refusal) as gone:
        make_from_brief(installation, EDITOR, "no-such-idea", as_of=AS_OF)
    assert gone.value.code == "not_found"
    assert list_shortlists(installation, READER) == ()


def test_the_members_of_a_consortium_become_a_shortlist(installation: Installation) -> None:
    make_neighbourhood(installation)
    idea = make_brief(installation, "Mødested", **ROOM)
    key = make_of_members(installation, EDITOR, idea, ["school", "closed", "school"], as_of=AS_OF)
    shown = show_shortlist(installation, READER, key)
    assert (shown.title, shown.organisation) == ("Mødested", ("house", "Kulturhuset"))
    school, closed = shown.entries
    assert (school.id, closed.id) == ("school", "closed")
    assert school.why is not None
    assert closed.why is None


@pytest.mark.parametrize(("members", "code"), [([], "invalid"), (["nobody"], "not_found")])
def test_a_consortium_of_nobody_is_none(
    installation: Installation, members: list[str], code: str
) -> None:
    make_neighbourhood(installation)
    idea = make_brief(installation, **ROOM)
    with pytest.raises(Refusal) as refused:
        make_of_members(installation, EDITOR, idea, members, as_of=AS_OF)
    assert refused.value.code == code
    assert list_shortlists(installation, READER) == ()
