"""The area that is asked for, in words."""

from __future__ import annotations

import pytest

from matcher.landscape import Landscape
from tests.engine_factories import make_collaboration, make_landscape
from tests.engine_factories import make_organisation as org
from tests.matcher.wording.suggestion.saying import facts_of, said_of, settles


@pytest.fixture
def landscape() -> Landscape:
    """One who worked at the harbour and elsewhere, one who worked there only."""
    return make_landscape(
        "a", org("b", district="Havnen", municipality="Byen", country="Danmark"), "only", "new",
        org("far", municipality="Øen"),
        joint=[
            make_collaboration("bath", ["b", "only"], area="Havnen", purpose="Bad i havnen"),
            make_collaboration("park", ["b", "far"], area="Øen; Byen"),
        ],
    )  # fmt: skip


def test_collaborations_in_the_area(landscape: Landscape) -> None:
    assert said_of("worked_in_area", landscape, area="havnen") == (
        "1 of their 2 collaborations was in Havnen: Bath.",
        "Their other collaborations were elsewhere, or we do not know where.",
    )
    assert facts_of("worked_in_area", landscape, area="havnen") == ["Bath"]
    assert said_of("worked_in_area", landscape, area="Havnen", they="only").missing == (
        "They have taken part in only 1 collaboration."
    )
    assert said_of("worked_in_area", landscape, area="Byen; Øen", they="only").reason == (
        "None of their collaborations is known to have been in Byen and Øen."
    )


def test_an_area_that_is_not_known(landscape: Landscape) -> None:
    assert said_of("worked_in_area", landscape, area="Havnen", they="new").reason == (
        "We know of no collaborations of theirs."
    )
    assert said_of("worked_in_area", landscape, area="Månen").reason == (
        "We know of no earlier collaborations where the idea belongs."
    )
    assert said_of("worked_in_area", landscape, asker="a").reason == (
        "We do not know where you have worked."
    )
    assert settles("worked_in_area", landscape) == "Say which area it is to be in."


def test_an_area_that_is_named(landscape: Landscape) -> None:
    told = "Havnen is named in the idea."
    assert said_of("area_named", landscape, "Et bad i havnen") == (told, told)
    assert facts_of("area_named", landscape, "Et bad i havnen") == ["Havnen"]
    assert said_of("area_named", landscape, "Et bad i parken").reason == (
        "Their area is not named in the idea."
    )
    assert said_of("area_named", landscape, asker="only").reason == (
        "Havnen is named in texts about you."
    )
    assert said_of("area_named", landscape, asker="only", they="far").reason == (
        "Their area is not named in texts about you."
    )


def test_nothing_is_written_or_known_of_a_place(landscape: Landscape) -> None:
    assert said_of("area_named", landscape).reason == "The idea has no text to compare with."
    assert settles("area_named", landscape) == "Describe the idea in a few sentences."
    assert settles("area_named", landscape, asker="a") == (
        "Write a few sentences about what you do."
    )
    assert settles("area_named", landscape, "Et bad", they="new") == (
        "Look up which municipality they are in."
    )
