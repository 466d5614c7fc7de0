"""Offers and needs in words."""

from __future__ import annotations

from collections.abc import Iterable

from tests.engine_factories import make_landscape
from tests.matcher.wording.suggestion.saying import Said, said_of, said_to, settles


def _capacities(needs: Iterable[str], offers: Iterable[str]) -> Said:
    return said_to("need_met_by_offer", "a", "b", needs={"a": needs}, offers={"b": offers})


def test_offers_that_meet_needs() -> None:
    assert (
        _capacities(["bus", "hall"], ["hall", "bus"])[0] == "They offer what you need: bus; hall."
    )
    assert _capacities(["bus", "law", "hall"], ["hall"]) == (
        "They offer 1 of the 3 things that you need: hall.",
        "You also need what they do not offer: bus; law.",
    )
    nothing = "Nothing that you need is among what they offer."
    assert _capacities(["bus"], ["hall"]) == (nothing, nothing)
    assert _capacities(["bus"], [])[0] == "We do not know what they offer."
    assert _capacities([], ["bus"])[0] == "You have not said what you need."


def test_offers_of_a_giant() -> None:
    offers = {"b": [f"t{i}" for i in range(30)], "c": ["t0"], "d": ["t1"]}
    assert said_to("need_met_by_offer", *"abcd", needs={"a": ["t0"]}, offers=offers) == (
        "They offer what you need: t0.",
        "They offer so much that many turn to them.",
    )


def test_needs_that_offers_meet() -> None:
    def said(offers: list[str], needs: list[str]) -> Said:
        return said_to("offer_meets_need", "a", "b", offers={"a": offers}, needs={"b": needs})

    assert said(["bus"], ["bus"])[0] == "You offer what they need: bus."
    assert said(["bus"], ["bus", "hall"]) == (
        "You offer 1 of the 2 things that they need: bus.",
        "They also need what you do not offer: hall.",
    )
    assert said(["law"], ["bus"])[0] == "Nothing that they need is among what you offer."
    assert said([], ["bus"])[0] == "You have not said what you offer."
    assert said(["bus"], [])[0] == "We do not know what they need."


def test_long_lists_are_cut_and_counted() -> None:
    terms = list("abcdefg")
    assert _capacities(terms, terms)[0].endswith("a; b; c; d; e; 2 more.")


def test_less_than_is_looked_for() -> None:
    landscape = make_landscape(
        "a",
        "b",
        offers={"b": ["hands"]},
        needs={"a": ["hands"]},
        amounts={("b", "hands"): 2},
    )
    assert said_of("need_met_by_offer", landscape, asker="a", needs={"hands": 5}) == (
        "They offer what you need: hands.",
        "They offer less of it than you need, or not for long.",
    )


def test_an_idea_that_says_nothing_of_needs() -> None:
    landscape = make_landscape("a", "b", offers={"b": ["bus"]}, needs={"b": ["hall"]})
    assert said_of("need_met_by_offer", landscape).reason == "The idea does not say what it needs."
    assert settles("need_met_by_offer", landscape) == "Say what the idea needs."
    assert settles("need_met_by_offer", landscape, asker="a") == "Say what you need."
    assert said_of("offer_meets_need", landscape).reason == (
        "Those who are in have not said what they offer."
    )


def test_who_has_said_nothing_can_be_asked() -> None:
    landscape = make_landscape("a", "b", "c", needs={"a": ["bus"]}, offers={"c": ["bus"]})
    assert settles("need_met_by_offer", landscape, asker="a") == "Ask them what they can offer."
    landscape = make_landscape("a", "b", offers={"a": ["bus"]})
    assert settles("offer_meets_need", landscape, asker="a") == "Ask them what they need."
