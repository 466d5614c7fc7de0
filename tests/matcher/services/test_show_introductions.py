"""Ways from one organisation to another, as sentences."""

from __future__ import annotations

from typing import Any

import pytest

from matcher.errors import Refusal
from matcher.services.access import NOBODY
from matcher.services.installation import Installation
from matcher.services.show_introductions import Introductions, show_introductions
from matcher.wording.say import say
from tests.factories import READER, make_collaboration, make_organisation
from tests.neighbourhood import AS_OF, make_neighbourhood


def shown(installation: Installation, to: str = "", **options: Any) -> Introductions:
    return show_introductions(installation, READER, "house", to, as_of=AS_OF, **options)


def test_a_way_says_whom_to_ask(installation: Installation) -> None:
    make_neighbourhood(installation)
    found = shown(installation, "school")
    assert (found.organisation, found.to) == (
        ("house", "Kulturhuset"),
        ("school", "Ålholm Skole"),
    )
    (way,) = found.ways
    assert [step.id for step in way.steps] == ["house", "bridge", "school"]
    assert say(way.text, "en") == "Ask Brobyggerne, who has worked with Ålholm Skole."
    assert 0 < way.strength < 1


def test_the_warmest_way_comes_first(installation: Installation) -> None:
    make_neighbourhood(installation)
    make_collaboration(installation, "Fest", ["house", "cafe"], start="2025-01-01")
    make_collaboration(installation, "Frokost", ["cafe", "school"], start="2025-01-01")
    ways = shown(installation, "school").ways
    assert [way.steps[1].id for way in ways] == ["cafe", "bridge"]
    assert ways[0].strength > ways[1].strength
    assert len(shown(installation, "school", paths=1).ways) == 1


def test_whom_one_works_with_one_calls(installation: Installation) -> None:
    make_neighbourhood(installation)
    assert say(shown(installation, "bridge").ways[0].text, "en") == (
        "You work with Brobyggerne: just call them."
    )


def test_there_may_be_no_way_or_nobody_named(installation: Installation) -> None:
    make_neighbourhood(installation)
    assert shown(installation, "stranger").ways == ()
    nobody = shown(installation)
    assert (nobody.to, nobody.ways) == (None, ())


@pytest.mark.parametrize(("to", "chosen"), [("aalholm", ""), ("Ålholm Skole", "school")])
def test_to_is_a_name_too(installation: Installation, to: str, chosen: str) -> None:
    make_neighbourhood(installation)
    assert shown(installation, to, chosen=chosen).to == ("school", "Ålholm Skole")


def test_what_was_chosen_tells_two_of_one_name_apart(installation: Installation) -> None:
    make_neighbourhood(installation)
    make_organisation(installation, "Klubben", id="one")
    make_organisation(installation, "Klubben", id="two")
    assert shown(installation, "Klubben", chosen="two").to == ("two", "Klubben")
    assert wrong(installation, "Klubben")


@pytest.mark.parametrize("to", ["house", "Kulturhuset", "zzzz"])
def test_whom_to_cannot_mean_is_said_at_the_field(installation: Installation, to: str) -> None:
    make_neighbourhood(installation)
    assert wrong(installation, to)


def wrong(installation: Installation, to: str) -> str:
    with pytest.raises(Refusal) as refused:
        shown(installation, to)
    assert refused.value.code == "invalid"
    fields = refused.value.details["fields"]
    assert isinstance(fields, dict)
    return say(fields["to"], "en")


def test_who_is_not_there_or_may_not_ask_is_refused(installation: Installation) -> None:
    make_neighbourhood(installation)
    for actor, who, code in ((READER, "nobody", "not_found"), (NOBODY, "house", "not_signed_in")):
        with pytest.raises(Refusal) as refused:
            show_introductions(installation, actor, who, "school", as_of=AS_OF)
        assert refused.value.code == code
