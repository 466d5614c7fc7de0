"""Partners in common in words."""

from __future__ import annotations

from datetime import date
from typing import Any

from matcher.landscape import TieRow
from tests.engine_factories import make_collaboration, make_landscape
from tests.matcher.wording.suggestion.saying import Said, said_of, said_to, settles


def test_partners() -> None:
    def said(*ties: Any) -> Said:
        return said_to("common_partners", *"abpqrs", ties=list(ties))

    mine = [("a", "p"), ("a", "q"), ("a", "r")]
    assert said(*mine, ("b", "p")) == (
        "1 common partner: P.",
        "They know 1 of your 3 partners.",
    )
    assert said(*mine, ("b", "p"), ("b", "q")) == (
        "2 common partners: P and Q.",
        "They know 2 of your 3 partners.",
    )
    assert said(("a", "p"), ("b", "p"))[1] == "They know all your partners."
    assert said(*mine, ("b", "s"))[0] == "You have no partners in common."
    assert said(*mine)[0] == "We know of no partners of theirs."
    assert said(("b", "s"))[0] == "We know of no partners of yours."


def test_partners_met_in_a_crowd() -> None:
    crowd = make_collaboration("crowd", ["a", "b", *(f"x{i}" for i in range(8))])
    people = ["a", "b", *(f"x{i}" for i in range(8))]
    assert said_to("common_partners", *people, joint=[crowd])[1] == (
        "The ties to your common partners are loose, as in large collaborations."
    )


def test_partners_of_a_giant() -> None:
    crowd = [f"x{i:02}" for i in range(30)]
    ties = [("a", "p"), ("b", "p"), *(("b", x) for x in crowd)]
    assert said_to("common_partners", "a", "b", "p", *crowd, ties=ties)[1] == (
        "They know so many that common partners tell little."
    )


def test_a_past_tie_makes_a_partner_too() -> None:
    then = TieRow(id="t", a="b", b="p", end=date(2020, 1, 1))
    assert said_to("common_partners", *"abp", ties=[("a", "p"), then])[0] == "1 common partner: P."


def test_partners_of_those_who_are_in() -> None:
    landscape = make_landscape(*"abcp", ties=[("a", "p"), ("b", "p")])
    assert said_of("common_partners", landscape, members=["a"]).reason == "1 common partner: P."
    assert said_of("common_partners", landscape).reason == (
        "We know of no partners of those who are in."
    )
    assert settles("common_partners", landscape) == "Say who is in, and whom they work with."
    assert settles("common_partners", landscape, asker="c") == "Say whom you work with."
    assert settles("common_partners", landscape, asker="a", they="c") == (
        "Ask them whom they work with."
    )
