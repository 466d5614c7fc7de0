"""Wish and room, in words."""

from __future__ import annotations

from datetime import date

import pytest

from matcher.landscape import Landscape
from tests.engine_factories import make_collaboration, make_landscape
from tests.engine_factories import make_organisation as org
from tests.matcher.wording.suggestion.saying import facts_of, said_of, settles


@pytest.fixture
def landscape() -> Landscape:
    """One with two collaborations, of which one runs; one with one that has no date."""
    return make_landscape(
        "a", org("b", open_to_partners=True), "undated", "new",
        joint=[
            make_collaboration("then", ["b"], start=date(2020, 1, 1), end=date(2021, 1, 1)),
            make_collaboration("now", ["b"], start=date(2025, 3, 1)),
            make_collaboration("some day", ["undated"], end=date(2024, 1, 1)),
        ],
    )  # fmt: skip


def test_wish(landscape: Landscape) -> None:
    assert said_of("says_open", landscape, asker="a").reason == (
        "They have said that they are open to new partners."
    )
    assert facts_of("says_open", landscape, asker="a") == ["Open to new partners"]
    assert said_of("says_open", landscape, asker="a", they="new").reason == (
        "They have not said whether they are open to new partners."
    )
    assert settles("says_open", landscape, asker="a", they="new") == (
        "Ask them whether they are open to new partners."
    )


def test_the_latest(landscape: Landscape) -> None:
    told = "Their latest collaboration began on 1 March 2025: Now."
    assert said_of("active_lately", landscape, asker="a") == (told, told)
    assert facts_of("active_lately", landscape, asker="a") == ["Now"]
    assert said_of("active_lately", landscape, asker="a", they="undated").reason == (
        "We do not know when their collaborations began."
    )
    assert settles("active_lately", landscape, asker="a", they="undated") == (
        "Add the dates of their collaborations."
    )
    assert said_of("active_lately", landscape, asker="a", they="new").reason == (
        "We know of no collaborations of theirs."
    )


def test_room(landscape: Landscape) -> None:
    assert said_of("has_room", landscape, asker="a").reason == (
        "1 of their collaborations is running now."
    )
    assert facts_of("has_room", landscape, asker="a") == ["1 running now"]
    assert said_of("has_room", landscape, asker="a", they="undated").reason == (
        "None of their collaborations is running now."
    )


def test_experience(landscape: Landscape) -> None:
    assert said_of("experienced", landscape, asker="a") == (
        "They have taken part in 2 collaborations.",
        "Others have taken part in more than 2 collaborations.",
    )
    assert facts_of("experienced", landscape, asker="a") == ["2 collaborations"]
    assert settles("experienced", landscape, asker="a", they="new") == (
        "Ask them what they have taken part in."
    )
