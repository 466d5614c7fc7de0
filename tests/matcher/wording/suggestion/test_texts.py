"""Sentences, in English as they are written in the code."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings

from matcher.landscape import Landscape, Rows, TieRow, build
from matcher.signals import SIGNALS, query_of
from matcher.suggest import Options, Reason, suggest
from matcher.wording.say import say
from matcher.wording.suggestion import TEXTS, Pair
from tests.engine_factories import AS_OF, make_collaboration, make_landscape, make_recipe
from tests.engine_factories import make_organisation as org
from tests.engine_networks import networks


def _said(signal: str, *organisations: Any, **known: Any) -> tuple[str, str]:
    """The reason and what is missing, for the first organisation and the second."""
    landscape = make_landscape(*organisations, **known)
    options = Options(top=99, include_current=True)
    found = suggest(landscape, 0, make_recipe(**{signal: 1.0}), options)
    (reason,) = next(s for s in found.suggestions if s.organisation == 1).reasons
    return _texts(landscape, reason)


def _texts(landscape: Landscape, reason: Reason) -> tuple[str, str]:
    pair = Pair(landscape=landscape, query=query_of(landscape, 0), they=1)
    texts = TEXTS[reason.signal]
    return say(texts.reason(pair, reason), "en"), say(texts.missing(pair, reason), "en")


def test_every_signal_has_texts_and_its_label_is_its_docstring() -> None:
    assert list(TEXTS) == list(SIGNALS)
    for name, texts in TEXTS.items():
        assert texts.label.id == SIGNALS[name].sentence


def _capacities(needs: Iterable[str], offers: Iterable[str]) -> tuple[str, str]:
    return _said("need_met_by_offer", "a", "b", needs={"a": needs}, offers={"b": offers})


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
    assert _said("need_met_by_offer", *"abcd", needs={"a": ["t0"]}, offers=offers) == (
        "They offer what you need: t0.",
        "They offer so much that many turn to them.",
    )


def test_needs_that_offers_meet() -> None:
    def said(offers: list[str], needs: list[str]) -> tuple[str, str]:
        return _said("offer_meets_need", "a", "b", offers={"a": offers}, needs={"b": needs})

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


def test_themes() -> None:
    def said(mine: list[str], theirs: list[str]) -> tuple[str, str]:
        return _said("shared_themes", "a", "b", themes={"a": mine, "b": theirs})

    assert said(["green"], ["green"])[0] == "Shared theme: green."
    assert said(["green", "song", "art"], ["green", "song"]) == (
        "Shared themes: green; song.",
        "Your themes that they do not share: art.",
    )
    assert said(["green"], ["green", "art"])[1] == "They have other themes than yours too."
    assert said(["green"], ["song"])[0] == "You have no themes in common."
    assert said([], ["song"])[0] == "We do not know your themes."
    assert said(["song"], [])[0] == "We do not know their themes."


def test_themes_from_collaborations_say_so() -> None:
    joint = [make_collaboration("park", ["b", "c"], themes=("green", "song"))]
    assert _said("shared_themes", *"abc", themes={"a": ["green"]}, joint=joint)[0] == (
        "Shared theme, to judge by collaborations: green."
    )
    themes = {"a": ["green", "art"], "b": ["art"]}
    assert _said("shared_themes", *"abc", themes=themes, joint=joint)[0] == (
        "Shared theme: art; to judge by collaborations also green."
    )
    only = {"a": ["green", "song"]}
    assert _said("shared_themes", *"abc", themes=only, joint=joint)[1] == (
        "Many share these themes, or they are known from collaborations only."
    )


def test_target_groups() -> None:
    def said(mine: list[str], theirs: list[str], **known: Any) -> tuple[str, str]:
        groups = {"a": mine, "b": theirs}
        return _said("shared_target_groups", "a", "b", target_groups=groups, **known)

    assert said(["old"], ["old"])[0] == "Shared target group: old."
    assert said(["old", "young"], ["old"]) == (
        "Shared target group: old.",
        "Your target groups that they do not share: young.",
    )
    joint = [make_collaboration("park", ["b"], target_groups=("young", "old"))]
    assert said(["old", "young"], ["old"], joint=joint)[0] == (
        "Shared target group: old; to judge by collaborations also young."
    )
    assert said(["young"], [], joint=joint)[0] == (
        "Shared target group, to judge by collaborations: young."
    )
    assert said(["old"], ["young"])[0] == "You have no target groups in common."
    assert said(["old"], [])[0] == "We do not know their target groups."
    assert said([], ["old"])[0] == "We do not know your target groups."


@pytest.mark.parametrize(
    ("mine", "theirs", "text"),
    [
        ({"lat": 55.0, "lon": 12.0}, {"lat": 55.0, "lon": 12.0}, "Less than 100 metres apart."),
        ({"lat": 55.0, "lon": 12.0}, {"lat": 55.011, "lon": 12.0}, "1.2 km apart."),
        ({"lat": 55.0, "lon": 12.0}, {"lat": 56.0, "lon": 12.0}, "111 km apart."),
        ({"district": "Nord"}, {"district": "Nord"}, "Both are in Nord."),
        ({"municipality": "Byen"}, {"municipality": "Byen"}, "Both are in Byen."),
        ({"postcode": "1000"}, {"postcode": "1000"}, "Both have postcode 1000."),
        ({"municipality": "Byen"}, {"municipality": "Øen"},
         "They are in another municipality than you."),
        ({}, {"postcode": "1000"}, "We do not know where you are."),
        ({"postcode": "1000"}, {}, "We do not know where they are."),
        ({"postcode": "1000"}, {"postcode": "2000"}, "We do not know how far apart you are."),
    ],
)  # fmt: skip
def test_places(mine: dict[str, Any], theirs: dict[str, Any], text: str) -> None:
    assert _said("nearness", org("a", **mine), org("b", **theirs))[0] == text


def test_partners() -> None:
    def said(*ties: Any) -> tuple[str, str]:
        return _said("common_partners", *"abpqrs", ties=list(ties))

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
    assert _said("common_partners", *people, joint=[crowd])[1] == (
        "The ties to your common partners are loose, as in large collaborations."
    )


def test_partners_of_a_giant() -> None:
    crowd = [f"x{i:02}" for i in range(30)]
    ties = [("a", "p"), ("b", "p"), *(("b", x) for x in crowd)]
    assert _said("common_partners", "a", "b", "p", *crowd, ties=ties)[1] == (
        "They know so many that common partners tell little."
    )


@pytest.mark.parametrize(
    ("mine", "theirs", "text"),
    [
        ("public", "association", "Unlike you, they are an association."),
        ("business", "public", "Unlike you, they are a public body."),
        ("public", "business", "Unlike you, they are a business."),
        ("public", "public", "They are from the same sector as you."),
        ("public", None, "We do not know their sector."),
        (None, "public", "We do not know your sector."),
    ],
)
def test_sectors(mine: str | None, theirs: str | None, text: str) -> None:
    assert _said("other_sector", org("a", sector=mine), org("b", sector=theirs))[0] == text


def test_a_past_tie_makes_a_partner_too() -> None:
    then = TieRow(id="t", a="b", b="p", end=date(2020, 1, 1))
    assert _said("common_partners", *"abp", ties=[("a", "p"), then])[0] == "1 common partner: P."


@settings(max_examples=40, deadline=None)
@given(rows=networks(least=2))
def test_every_reason_can_be_said_in_both_languages(rows: Rows) -> None:
    landscape = build(rows, as_of=AS_OF, revision=1)
    found = suggest(landscape, 0, make_recipe(), Options(top=99, include_current=True))
    for each in found.suggestions:
        pair = Pair(landscape=landscape, query=query_of(landscape, 0), they=each.organisation)
        for reason in each.reasons:
            for text in (TEXTS[reason.signal].reason, TEXTS[reason.signal].missing):
                for language in ("da", "en"):
                    said = say(text(pair, reason), language)
                    assert said.endswith(".")
                    assert "{" not in said
