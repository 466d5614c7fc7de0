"""Sorts and areas that work together, in words."""

from __future__ import annotations

import pytest

from matcher.landscape import Landscape
from tests.engine_factories import make_collaboration, make_landscape
from tests.engine_factories import make_organisation as org
from tests.matcher.wording.suggestion.saying import facts_of, said_of, settles


@pytest.fixture
def landscape() -> Landscape:
    """Schools that sing with choirs; one school asks, another choir is there, and a shop."""
    schools = [
        org(f"s{i}", name=f"Skole {i}", kind="school", municipality="Byen") for i in range(6)
    ]
    choirs = [org(f"k{i}", name=f"Koret {i}", sector="association", municipality="Øen")
              for i in range(6)]  # fmt: skip
    return make_landscape(
        *schools, *choirs, org("shop", name="Varer", sector="business", municipality="Fjeldet"),
        org("new", name="12"),
        joint=[make_collaboration(f"sang{i}", [f"s{i}", f"k{i}"], themes=("song",))
               for i in range(5)] + [make_collaboration("dans", ["k0"], themes=("dance",))],
    )  # fmt: skip


def test_sorts_that_work_together(landscape: Landscape) -> None:
    more = "Organisations like you work more with organisations like them than with others: {}."
    assert said_of("sorts_together", landscape, asker="s5", they="k5") == (
        more.format("Association"),
        "Organisations like you work even more with other sorts of organisations.",
    )
    assert said_of("sorts_together", landscape, asker="s5", they="shop").reason == (
        "Organisations like you do not work more with organisations like them than with others."
    )
    assert said_of("sorts_together", landscape, asker="k5", they="s5").reason == (
        more.format("school")
    )
    assert facts_of("sorts_together", landscape, asker="k5", they="s5") == ["school"]


def test_sorts_that_nobody_can_tell(landscape: Landscape) -> None:
    assert said_of("sorts_together", landscape, they="k5").reason == (
        "It is not said whose idea it is."
    )
    assert settles("sorts_together", landscape, they="k5") == "Say whose idea it is."
    assert settles("sorts_together", landscape, asker="new", they="k5") == (
        "Say what kind of organisation you are."
    )
    assert settles("sorts_together", landscape, asker="s5", they="new") == (
        "Add what kind of organisation they are."
    )


def test_words_of_names_are_told_as_the_name_spells_them() -> None:
    schools = [org(f"s{i}", name=f"{'ABCDEF'[i]}skolen") for i in range(6)]
    choirs = [org(f"k{i}", name=f"Kirkens Kor {'ABCDEF'[i]}") for i in range(6)]
    joint = [make_collaboration(f"sang{i}", [f"s{i}", f"k{i}"]) for i in range(5)]
    landscape = make_landscape(*schools, *choirs, joint=joint)
    assert said_of("sorts_together", landscape, asker="k5", they="s5").reason.endswith(
        ": “-skolen”."
    )
    assert facts_of("sorts_together", landscape, asker="k5", they="s5") == ["“-skolen” in the name"]


def test_sorts_that_are_wanted(landscape: Landscape) -> None:
    assert said_of("sorts_wanted", landscape, themes=["dance"], they="k5") == (
        "Organisations like them are more in collaborations like this than in others: Association.",
        "Other sorts of organisations are even more in collaborations like this.",
    )
    assert facts_of("sorts_wanted", landscape, themes=["dance"], they="k5") == ["Association"]
    assert said_of("sorts_wanted", landscape, themes=["song"], they="shop").reason == (
        "Organisations like them are not more often in collaborations like this than in others."
    )
    assert said_of("sorts_wanted", landscape, themes=["song"], they="new").reason == (
        "We do not know what sort of organisation they are."
    )
    assert settles("sorts_wanted", landscape, they="k5") == "Describe the idea in a few sentences."


def test_areas_that_work_together(landscape: Landscape) -> None:
    assert said_of("areas_together", landscape, asker="s5", they="k5") == (
        "Organisations in your area have worked with organisations in Øen.",
        "Organisations in your area work more with other areas.",
    )
    assert said_of("areas_together", landscape, asker="s5", they="shop").reason == (
        "Organisations in your area seldom work with organisations in theirs."
    )
    assert said_of("areas_together", landscape, they="k5").reason == (
        "It is not said whose idea it is."
    )
    assert settles("areas_together", landscape, asker="new", they="k5") == (
        "Say which municipality you are in."
    )
    assert settles("areas_together", landscape, asker="s5", they="new") == (
        "Look up which municipality they are in."
    )
