"""What is written, and names, in words."""

from __future__ import annotations

import pytest

from matcher.landscape import Landscape
from tests.engine_factories import make_collaboration, make_landscape
from tests.engine_factories import make_organisation as org
from tests.matcher.wording.suggestion.saying import facts_of, said_of, settles


@pytest.fixture
def landscape() -> Landscape:
    """A swimming club, a choir with a name of its own, one with nothing written, and a crowd."""
    crowd = [org(f"x{i}", name=f"Andre {w}", description=f"Noget med {w}") for i, w in
             enumerate(("biler", "heste", "skak", "teater", "brætspil", "haver"))]  # fmt: skip
    return make_landscape(
        org("a", name="Badeklubben", description="Vinterbadning i havnen"),
        org("b", name="Foreningen Havnens Svømmere", description="Badning og svømning i havnen"),
        org("silent", name="123"),
        org("choir", name="Koret"),
        org("home", name="Demenshjemmet"),
        *crowd,
        joint=[make_collaboration("sang", ["choir"], purpose="Sang om demens med Badeklubben")],
    )  # fmt: skip


def test_words_of_an_idea(landscape: Landscape) -> None:
    assert said_of("similar_words", landscape, "Svømning for alle i havnen") == (
        "In the idea and in texts about them: svømning and havnen.",
        "Texts about others have more of the same words.",
    )
    assert facts_of("similar_words", landscape, "Svømning for alle i havnen") == [
        "svømning", "havnen",
    ]  # fmt: skip
    assert said_of("similar_words", landscape, "Teater for alle").reason == (
        "The texts about them have none of the telling words of the idea."
    )
    assert said_of("similar_words", landscape, asker="a").reason == (
        "In texts about you and about them: havnen."
    )


def test_many_words_are_cut_and_forms_of_a_word_told_once(landscape: Landscape) -> None:
    many = (
        "Det er havnen og havne og havnens badning, badningen og badningens, svømning og"
        " svømningen og svømningens"
    )
    said = said_of("similar_words", landscape, many).reason
    assert said.endswith(", and other words.")
    told = said.partition(": ")[2].replace(", and other words.", "").split(", ")
    assert sorted(word[:4] for word in told) == ["badn", "havn", "svøm"]


def test_letters_of_an_idea(landscape: Landscape) -> None:
    assert said_of("similar_letters", landscape, "Vinterbadning for demensramte").reason == (
        "Their name or texts about them have words like these: vinterbadning."
    )
    assert said_of("similar_letters", landscape, "Demensramte", they="choir").reason == (
        "Their name or texts about them have words like these: demensramte."
    )
    assert said_of("similar_letters", landscape, "Skak", they="b").reason == (
        "Nothing in their name or the texts about them is like the idea."
    )
    assert said_of("similar_letters", landscape, asker="choir", they="x3").reason == (
        "Nothing in their name or the texts about them is like texts about you."
    )


def test_nothing_is_written(landscape: Landscape) -> None:
    assert said_of("similar_words", landscape).reason == "The idea has no text to compare with."
    assert settles("similar_words", landscape, asker="silent") == (
        "Write a few sentences about what you do."
    )
    assert settles("similar_words", landscape, "Svømning", they="silent") == (
        "Ask them for a few sentences about what they do."
    )
    assert settles("named", landscape) == "Describe the idea in a few sentences."


def test_names_in_an_idea(landscape: Landscape) -> None:
    assert said_of("named", landscape, "Med Foreningen Havnens Svømmere") == (
        "Their whole name is in the idea.",
        "The words of their name are in other texts, too.",
    )
    assert said_of("named", landscape, "Hos Svømmere i byen") == (
        "Of their name this is in the idea: Svømmere.",
        "Other words of their name are not there.",
    )
    assert said_of("named", landscape, "med svømmere").reason == "They are not named in the idea."
    assert said_of("named", landscape, asker="choir", they="a").reason == (
        "Their whole name is in texts about you."
    )
    assert said_of("named", landscape, asker="choir", they="b").reason == (
        "They are not named in texts about you."
    )


def test_names_that_are_alike() -> None:
    landscape = make_landscape(
        org("a", name="Valby Kommune"), org("b", name="Kommunen på Øen"), org("c", name="Koret")
    )
    assert said_of("similar_name", landscape, asker="a") == (
        "In both names: Kommunen.",
        "The other words of the names differ.",
    )
    assert facts_of("similar_name", landscape, asker="a") == ["Kommunen"]
    assert said_of("similar_name", landscape, asker="a", they="c").reason == (
        "Your names have no words in common."
    )
    assert said_of("similar_name", landscape, members=["a"]).reason == (
        "In their name and in Valby Kommune: Kommunen."
    )
    assert said_of("similar_name", landscape, members=["a"], they="c").reason == (
        "Their name has no words in common with Valby Kommune."
    )
    assert settles("similar_name", landscape) == "Say whose idea it is."
