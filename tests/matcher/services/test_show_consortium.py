"""A consortium for an idea as its page shows it."""

from __future__ import annotations

from typing import Any

import pytest

from matcher.errors import Refusal
from matcher.services.access import NOBODY
from matcher.services.installation import Installation
from matcher.services.show_consortium import Composition, show_consortium
from matcher.services.verdicts import give_verdict
from matcher.wording.say import say
from tests.factories import EDITOR, READER, make_brief, make_organisation
from tests.neighbourhood import AS_OF, make_neighbourhood


def need(term: str, **more: Any) -> dict[str, Any]:
    return {"term": term, "amount": None, "when": None, **more}


IDEA: dict[str, Any] = {
    "needs": [need("meeting-room"), need("transport")],
    "asker": "house",
    "sectors": ["public"],
    "slots": [{"name": "Hænder", "needs": ["volunteers"], "sector": None}],
}


def shown(installation: Installation, idea: str, **options: Any) -> Composition:
    return show_consortium(installation, READER, idea, as_of=AS_OF, **options)


def test_members_are_told_with_what_they_take_and_how_far_they_are(
    installation: Installation,
) -> None:
    make_neighbourhood(installation)
    page = shown(installation, make_brief(installation, "Mødested", **IDEA))
    assert (page.title, page.asker) == ("Mødested", ("house", "Kulturhuset"))
    # A slot by its name, a need by its label, then the sectors.
    assert [say(place, "en") for place in page.places] == [
        "Hænder",
        "Meeting room",
        "Transport",
        "Public body",
    ]
    best = page.consortia[0]
    members = {each.id: each for each in best.members}
    assert {key: each.fills for key, each in members.items()} == {
        "cafe": (2,),
        "school": (1, 3),
        "house": (0,),
    }
    house, school, cafe = members["house"], members["school"], members["cafe"]
    assert (house.already_in, house.introduction, house.steps, house.km) == (
        True, False, None, None,
    )  # fmt: skip
    assert (school.already_in, school.introduction, school.steps) == (False, True, 2)
    assert (cafe.steps, cafe.sector) == (3, "business")
    assert best.introductions == 2
    assert best.gaps == ()
    assert best.cost == pytest.approx(sum(each.cost for each in best.members))
    assert say(best.sure, "en") == "No cheaper one covers as much."
    assert len(best.reserves) == 3
    assert page.greedy.cost >= best.cost


def test_what_nobody_covers_is_said_with_the_reason(installation: Installation) -> None:
    make_neighbourhood(installation)
    idea = make_brief(installation, **{**IDEA, "exclude": ["cafe"], "sectors": ["business"]})
    best = shown(installation, idea).consortia[0]
    assert [gap.place for gap in best.gaps] == [2, 3]
    assert "excluded" in say(best.gaps[0].why, "en")


def test_there_may_be_no_room_for_all(installation: Installation) -> None:
    make_neighbourhood(installation)
    best = shown(installation, make_brief(installation, **IDEA), size=1).consortia[0]
    assert len([each for each in best.members if not each.already_in]) == 1
    assert len(best.gaps) == 1


def test_steps_are_counted_from_somebody(installation: Installation) -> None:
    make_neighbourhood(installation)
    idea = make_brief(installation, needs=[need("transport")])
    page = shown(installation, idea)
    assert page.asker is None
    assert [each.steps for each in page.consortia[0].members] == [None]


def test_whom_somebody_turned_down_for_the_idea_is_not_asked(installation: Installation) -> None:
    make_neighbourhood(installation)
    make_organisation(installation, "Cykelværkstedet", id="bikes", offers=["transport"])
    idea = make_brief(installation, needs=[need("transport")])
    give_verdict(installation, EDITOR, brief=idea, candidate="cafe", verdict="not_relevant")
    found = shown(installation, idea)
    assert [[each.id for each in one.members] for one in found.consortia] == [["bikes"]]


def test_what_cannot_be_composed_is_refused(installation: Installation) -> None:
    make_neighbourhood(installation)
    with pytest.raises(Refusal) as refused:
        shown(installation, make_brief(installation, purpose="Sang"))
    assert (refused.value.code, refused.value.hint is not None) == ("invalid", True)
    with pytest.raises(Refusal) as gone:
        shown(installation, "no-such-idea")
    assert gone.value.code == "not_found"
    with pytest.raises(Refusal) as stranger:
        show_consortium(installation, NOBODY, "no-such-idea", as_of=AS_OF)
    assert stranger.value.code == "not_signed_in"
