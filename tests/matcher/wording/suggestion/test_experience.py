"""What they have done before, in words."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from matcher.landscape import Landscape
from tests.engine_factories import make_collaboration, make_landscape
from tests.matcher.wording.suggestion.saying import facts_of, said_of, settles


@pytest.fixture
def landscape() -> Landscape:
    """One who sang with the asker, one who sang elsewhere, one who dug, one who did nothing."""
    return make_landscape(
        "a", "b", "elsewhere", "digger", "new", "p",
        joint=[
            make_collaboration("choir", ["a", "b", "p"], themes=("song",), start=date(2025, 1, 1)),
            make_collaboration("far choir", ["elsewhere", "digger"], themes=("song",)),
            make_collaboration("hymns", ["b", "p"], themes=("song",)),
            make_collaboration("beds", ["digger", "elsewhere"], themes=("soil",)),
        ],
    )  # fmt: skip


def test_collaborations_like_an_idea(landscape: Landscape) -> None:
    song: Any = {"themes": ["song"], "members": ["a"]}
    assert said_of("similar_collaborations", landscape, **song) == (
        "They took part in 2 collaborations like this: Hymns; Choir.",
        "Others have taken part in more that is like this, or in smaller groups.",
    )
    assert facts_of("similar_collaborations", landscape, **song) == ["Hymns", "Choir"]
    assert said_of("similar_collaborations", landscape, themes=["soil"]).reason == (
        "None of their collaborations is like this."
    )
    assert said_of("similar_collaborations", landscape, **song, they="new").reason == (
        "We know of no collaborations of theirs."
    )
    assert settles("similar_collaborations", landscape, **song, they="new") == (
        "Ask them what they have taken part in."
    )
    assert said_of("similar_collaborations", landscape, asker="a").reason == (
        "We do not know what it is to be about."
    )
    assert settles("similar_collaborations", landscape, asker="a") == (
        "Describe the idea in a few sentences."
    )


def test_collaborations_like_it_and_close(landscape: Landscape) -> None:
    song: Any = {"themes": ["song"], "members": ["a"]}
    assert said_of("similar_nearby", landscape, **song).reason == (
        "They took part in 2 collaborations like this, of which those close to your own count"
        " most: Choir; Hymns."
    )
    assert said_of("similar_nearby", landscape, **song, they="digger").reason == (
        "They took part in 1 collaboration like this, which counts by how close it is to your own:"
        " Far Choir."
    )
    assert said_of("similar_nearby", landscape, themes=["soil"], members=["a"]).reason == (
        "None of their collaborations is both like this and close to your own."
    )
    assert said_of("similar_nearby", landscape, themes=["song"], asker="new").reason == (
        "We know of no collaborations of yours."
    )
    assert settles("similar_nearby", landscape, asker="a") == (
        "Describe the idea in a few sentences."
    )


def test_collaborations_together(landscape: Landscape) -> None:
    assert said_of("past_partners", landscape, asker="a") == (
        "You have been in 1 collaboration together: Choir.",
        "With others there has been more, lately or in smaller groups.",
    )
    assert said_of("past_partners", landscape, asker="a", they="digger").reason == (
        "You have not worked together."
    )
    assert said_of("past_partners", landscape, members=["a"]).reason == (
        "Those who are in have been in 1 collaboration with them: Choir."
    )
    assert said_of("past_partners", landscape, members=["a"], they="digger").reason == (
        "Those who are in have not worked with them."
    )
    assert said_of("past_partners", landscape).reason == (
        "We know of no collaborations of those who are in."
    )
    assert settles("past_partners", landscape) == (
        "Say who is in, and what they have taken part in."
    )
    assert settles("past_partners", landscape, asker="new") == "Say what you have taken part in."


def test_collaborations_within_reach(landscape: Landscape) -> None:
    assert said_of("within_reach", landscape, asker="a").reason == (
        "Your collaborations lead to 2 of theirs: Choir; Hymns."
    )
    assert said_of("within_reach", landscape, asker="a", they="digger").reason == (
        "Your collaborations do not lead to any of theirs."
    )
    assert said_of("within_reach", landscape, members=["a"]).reason == (
        "The collaborations of those who are in lead to 2 of theirs: Choir; Hymns."
    )


def test_many_titles_are_cut_and_counted() -> None:
    joint = [make_collaboration(f"song {i} and dance", ["a", "b"]) for i in range(5)]
    landscape = make_landscape("a", "b", joint=joint)
    assert said_of("past_partners", landscape, asker="a").reason == (
        "You have been in 5 collaborations together:"
        " Song 0 And Dance; Song 1 And Dance; Song 2 And Dance; 2 more."
    )


def test_what_is_hardly_like_it_is_not_called_like_it() -> None:
    landscape = make_landscape(
        *(f"o{i}" for i in range(9)), "b", "c",
        joint=[
            make_collaboration("sang", ["c"], purpose="Fællessang for ældre borgere i parken"),
            make_collaboration("bede", ["b"], purpose="Højbede med grøntsager bag skolen"),
            *(make_collaboration(f"x{i}", [f"o{i}"], purpose=f"Noget andet {i}") for i in range(9)),
        ],
    )  # fmt: skip
    assert said_of("similar_collaborations", landscape, "Fællessang for ældre borgere").reason == (
        "Their collaborations are hardly like this; the most alike: Bede."
    )
